// An operator keeps heads of the audit chains elsewhere, and finds with them what somebody did to the log.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { recordAudit } from '../../src/db/audit.ts';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { lintas, useFolder } from '../fixtures/command.ts';
import { insertTenant, NOW } from '../support/rows.ts';

describe('lintas audit', () => {
  const folder = useFolder();
  const heads = join(folder.path, 'heads.ndjson');
  const audit = (...args: string[]) => lintas(['audit', ...args], folder.environment);

  before(async () => {
    await inDatabase(async (database) => {
      await database.migrate();
      for (const id of ['office', 'shelter']) await insertTenant(database, id);
      for (let entry = 1; entry <= 3; entry += 1) await record(database, `key:${entry}`);
    });
  });

  async function inDatabase(work: (database: Database) => Promise<void>): Promise<void> {
    const database = await openDatabase({ folder: join(folder.path, 'database') });
    try {
      await work(database);
    } finally {
      await database.close();
    }
  }

  const record = (database: Database, actor: string): Promise<void> =>
    database.inTenant('office', (transaction) =>
      recordAudit(transaction, { tenantId: 'office', at: NOW, actor, action: 'session.open' }),
    );

  test('says of every chain that it is intact, with and without heads', async () => {
    const printed = await audit('heads');
    assert.equal(printed.code, 0, printed.error);
    await writeFile(heads, printed.out);
    const alone = await audit('verify');
    assert.deepEqual([alone.code, alone.out], [0, 'office: intact, 3 entries\nshelter: intact, 0 entries\n']);
    const { code, out } = await audit('verify', '--heads', heads, '--tenant', 'office');
    assert.deepEqual([code, out], [0, 'office: intact, 3 entries, as 1 earlier head says\n']);
  });

  test('refuses heads that somebody has changed', async () => {
    const forged = join(folder.path, 'forged.ndjson');
    await writeFile(forged, (await readFile(heads, 'utf8')).replace('"position":3', '"position":2'));
    const { code, error } = await audit('verify', '--heads', forged);
    assert.equal(code, 2);
    assert.match(error, /Line 1 of the heads was not printed by this installation/);
    assert.equal((await audit('verify', '--heads', join(folder.path, 'none'))).code, 2);
  });

  test('finds with heads what an owner of the database rewrote', async () => {
    await inDatabase(async (database) => {
      await database.asOwner((transaction) => transaction.deleteFrom('audit').execute());
      for (let entry = 1; entry <= 4; entry += 1) await record(database, 'key:innocent');
    });
    assert.equal((await audit('verify')).code, 0);
    const { code, out } = await audit('verify', '--heads', heads);
    assert.equal(code, 1);
    assert.match(out, /^office: entry 3, or one before it, was rewritten since a head was printed$/m);
    assert.match(out, /^shelter: intact/m);
  });

  test('names the first entry that is changed', async () => {
    await inDatabase(async (database) => {
      await database.asOwner((transaction) =>
        transaction.updateTable('audit').set({ actor: 'nobody' }).where('position', '=', 2).execute(),
      );
    });
    const { code, out } = await audit('verify');
    assert.deepEqual([code, out.split('\n')[0]], [1, 'office: entry 2 is changed']);
  });
});
