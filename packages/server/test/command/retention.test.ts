// An operator sees what would go before it goes, and a server lets it go by itself.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/database.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { lintas, serveProcess, useFolder } from '../fixtures/command.ts';
import { createTenants } from '../fixtures/tenants.ts';
import { writeEndedCases } from '../retention/ended-cases.ts';
import { dumpTables } from '../support/dump.ts';

const HISTORY = { kind: 'rsd', office: 'CANARY', steps: [['2025-03-03', 'submitted']] } as const;
const KEPT = '9999-12-31';

const folder = useFolder();
const { environment } = folder;
let secretKey = '';
let erased: readonly string[] = [];
before(async () => {
  await withDatabase(async (database) => {
    await database.migrate();
    const cryptography = createCryptography(new Uint8Array(32));
    ({ secretKey } = await createTenants({ database, clock: Date.now, cryptography }));
    const two = await writeEndedCases(database, [HISTORY, HISTORY], '2025-11-30');
    const one = await writeEndedCases(database, [HISTORY], '2025-12-31');
    await writeEndedCases(database, [HISTORY], KEPT);
    erased = [...two, ...one];
  });
  // The first command that uses the installation's key writes down which one it is.
  await lintas(['keys', 'list'], environment);
});

async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ folder: join(folder.path, 'database') });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

test('a dry run says how many cases of which tenant and last day would go, and changes nothing', async () => {
  const held = await withDatabase(dumpTables);
  const { code, out } = await lintas(['retention', '--dry-run'], environment);
  assert.deepEqual([code, out], [0, 'authority\t2025-11-30\t2\nauthority\t2025-12-31\t1\n']);
  assert.deepEqual(await withDatabase(dumpTables), held);
});

test('a server erases them by itself', async () => {
  const server = await serveProcess(environment);
  const list = async (): Promise<string> => {
    const headers = { Authorization: `Bearer ${secretKey}` };
    return (await fetch(`${server.url}/v1/applications`, { headers })).text();
  };
  let listed = await list();
  while (erased.some((id) => listed.includes(id))) {
    await wait(100);
    listed = await list();
  }
  assert.ok(listed.includes(KEPT));
  assert.equal(await server.stop(), 0);
  assert.ok(!server.lines.join().includes(erased[0] ?? ''));
});

test('so does the command', async () => {
  await withDatabase((database) => writeEndedCases(database, [HISTORY, HISTORY], '2025-12-31'));
  const { code, out } = await lintas(['retention'], environment);
  assert.deepEqual([code, out], [0, '2 cases erased\n']);
  assert.deepEqual(await lintas(['retention', '--dry-run'], environment), { code: 0, out: '', error: '' });
});

test('the command says when bytes of a case are left that could not be erased', async () => {
  await withDatabase((database) =>
    database.asOwner((transaction) => {
      const before = new Date(0);
      const row = { document_id: 'CANARY', erased_at: before, sweep_at: before };
      return transaction.insertInto('erased_documents').values(row).execute();
    }),
  );
  const documents = join(folder.path, 'broken');
  await mkdir(documents);
  // Where a folder should be.
  await writeFile(join(documents, 'segments'), '');
  const broken = { ...environment, LINTAS_BLOB_URL: pathToFileURL(documents).href };
  const { code, out, error } = await lintas(['retention'], broken);
  assert.deepEqual([code, out], [1, '0 cases erased\n']);
  assert.match(error, /could not be cleaned up/);
  assert.ok(!error.includes('CANARY'));
});
