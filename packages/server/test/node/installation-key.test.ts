// The key of an installation is a secret that its database does not hold, and every process has the same one.

import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from '@lintas/server';
import { sql } from 'kysely';
import { currentSigningKey, rotateSigningKey } from '../../src/documents/attestations/signing-keys.ts';
import { sealPrivateKey, unsealPrivateKey } from '../../src/keys/sealed.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { holdInstallationKey } from '../../src/node/installation-key.ts';
import { prepare } from '../../src/node/preparation.ts';
import { createKey, parseKeyText, writeKeyText } from '../../src/node/key-text.ts';
import type { Database } from '../../src/db/database.ts';
import { temporaryFolder } from '../fixtures/command.ts';
import { onEachDatabase } from '../support/databases.ts';

/** As the guide has it: nothing in it is secret, and many installations have the same. */
const DOCUMENTED = 'postgres://lintas@localhost/lintas';
const PURPOSE = 'signing keys';

const REFUSED = { name: 'ConfigError', message: /installation key .* is not here.*LINTAS_INSTALLATION_KEY/ };

onEachDatabase((open) => {
  const cleanUp: (() => Promise<void>)[] = [];
  after(async () => {
    for (const remove of cleanUp) await remove();
  });

  async function newFolder(): Promise<string> {
    const { path, remove } = await temporaryFolder();
    cleanUp.push(remove);
    return path;
  }

  interface Start {
    readonly url?: string;
    readonly dataDir?: string;
    readonly installationKey?: Uint8Array;
    readonly said?: string[];
  }

  /** Starts as a process does that finds a database server. */
  async function start(database: Database, { url = DOCUMENTED, dataDir, installationKey, said = [] }: Start) {
    const config = { database: { url }, dataDir: dataDir ?? (await newFolder()), installationKey };
    return createCryptography(await holdInstallationKey(database, config, (sentence) => said.push(sentence)));
  }

  const fingerprints = (database: Database) =>
    database.asOwner((transaction) => transaction.selectFrom('installation').selectAll().execute());

  test('two installations with the same address have different keys, and neither opens what the other sealed', async () => {
    const one = await start(await open(), {});
    const other = await start(await open(), {});
    const sealed = sealPrivateKey(new Uint8Array([1, 2, 3]), PURPOSE, one);
    assert.deepEqual([...unsealPrivateKey(sealed, PURPOSE, one)], [1, 2, 3]);
    assert.throws(() => unsealPrivateKey(sealed, PURPOSE, other));
  });

  test('another password, user or name of the database changes nothing', async () => {
    const database = await open();
    const dataDir = await newFolder();
    const before = await start(database, { dataDir, url: 'postgres://lintas:first@localhost/lintas' });
    const sealed = sealPrivateKey(new Uint8Array([1, 2, 3]), PURPOSE, before);
    const after = await start(database, { dataDir, url: 'postgres://owner:second@elsewhere/moved' });
    assert.deepEqual([...unsealPrivateKey(sealed, PURPOSE, after)], [1, 2, 3]);
  });

  test('a new installation makes its key in a file for its owner alone, and says once where it is', async () => {
    const database = await open();
    const dataDir = await newFolder();
    const said: string[] = [];
    await start(database, { dataDir, said });
    const path = join(dataDir, 'installation.key');
    assert.deepEqual(await readdir(dataDir), ['installation.key']);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    const text = await readFile(path, 'utf8');
    assert.ok(parseKeyText(text.trim()));
    await start(database, { dataDir, said });
    assert.equal(said.length, 1);
    assert.ok(said[0]?.includes(path) && !said[0].includes(text.trim()), said[0]);
  });

  test('what the file holds can be given to other processes as the setting', async () => {
    const database = await open();
    const dataDir = await newFolder();
    const first = await start(database, { dataDir });
    const text = await readFile(join(dataDir, 'installation.key'), 'utf8');
    const installationKey = parseKeyText(text.trim());
    assert.ok(installationKey);
    const second = await start(database, { installationKey });
    assert.deepEqual(second.keyedHash('x'), first.keyedHash('x'));
  });

  test('a key that is given is used, and none is written down', async () => {
    const database = await open();
    const dataDir = await newFolder();
    const installationKey = createKey();
    const said: string[] = [];
    const { keyedHash } = await start(database, { dataDir, installationKey, said });
    assert.deepEqual(keyedHash('x'), createCryptography(installationKey).keyedHash('x'));
    assert.deepEqual([await readdir(dataDir), said], [[], []]);
    const stored = JSON.stringify(await fingerprints(database));
    assert.ok(!stored.includes(JSON.stringify(Buffer.from(installationKey))));
  });

  test('whoever has another key, or none, is refused and writes nothing', async () => {
    const database = await open();
    await start(database, {});
    const before = await fingerprints(database);
    const dataDir = await newFolder();
    await assert.rejects(start(database, { dataDir, installationKey: createKey() }), REFUSED);
    await assert.rejects(start(database, { dataDir }), REFUSED);
    assert.deepEqual(await readdir(dataDir), []);
    assert.deepEqual(await fingerprints(database), before);
    assert.equal(before.length, 1);
  });

  test('whoever has another key is refused before tables are brought up to date', async () => {
    const database = await open();
    await start(database, {});
    const config = { ...readConfig({}), database: { url: DOCUMENTED }, dataDir: await newFolder() };
    // To run this migration once more would fail.
    await database.asOwner((transaction) =>
      sql`delete from kysely_migration where name = '0017-installation'`.execute(transaction),
    );
    await assert.rejects(
      prepare(database, config, () => {}),
      REFUSED,
    );
  });

  test('an owner who has lost the key lets the database forget it, and signs with new ones', async () => {
    const database = await open();
    const tools = { database, clock: Date.now };
    await currentSigningKey({ ...tools, cryptography: await start(database, {}) });
    await database.asOwner((transaction) => transaction.deleteFrom('installation').execute());
    const cryptography = await start(database, {});
    await assert.rejects(currentSigningKey({ ...tools, cryptography }));
    const id = await rotateSigningKey({ ...tools, cryptography });
    assert.equal((await currentSigningKey({ ...tools, cryptography })).id, id);
  });

  test('of two that start at once with different keys one wins, and the other is refused', async () => {
    const database = await open();
    const starts = [start(database, { installationKey: createKey() }), start(database, {})];
    const ends = await Promise.allSettled(starts);
    assert.deepEqual(ends.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const [lost] = ends.filter((end) => end.status === 'rejected');
    assert.match(String(lost?.reason), REFUSED.message);
    assert.equal((await fingerprints(database)).length, 1);
  });

  test('several that start at once with one empty folder have one key', async () => {
    const database = await open();
    const dataDir = await newFolder();
    const started = await Promise.all(Array.from({ length: 4 }, () => start(database, { dataDir })));
    const hashes = started.map(({ keyedHash }) => Buffer.from(keyedHash('x')).toString('hex'));
    assert.equal(new Set(hashes).size, 1);
    assert.deepEqual(await readdir(dataDir), ['installation.key']);
  });

  test('a file that holds no key is named, and what it holds is not', async () => {
    const dataDir = await newFolder();
    for (const text of ['', 'SECRET', `${writeKeyText(createKey())}SECRET`]) {
      await writeFile(join(dataDir, 'installation.key'), text);
      await assert.rejects(
        start(await open(), { dataDir }),
        (error) =>
          error instanceof Error &&
          error.message.includes(join(dataDir, 'installation.key')) &&
          !error.message.includes('SECRET'),
      );
    }
  });

  test('a folder that cannot be written leads to the setting', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    const database = await open();
    await assert.rejects(start(database, { dataDir: join(file, 'folder') }), {
      name: 'ConfigError',
      message: /ENOTDIR.*LINTAS_INSTALLATION_KEY/,
    });
    assert.deepEqual(await fingerprints(database), []);
  });
});
