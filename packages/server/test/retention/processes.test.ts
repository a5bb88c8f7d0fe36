// However many processes erase cases at once, and whenever one of them is killed, each case goes once and as a whole.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDiskStore } from '../../src/blobs/disk.ts';
import { verifyAudit } from '../../src/db/audit-check.ts';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { sweepErased } from '../../src/documents/expire.ts';
import { followLog } from '../../src/metrics/follow.ts';
import { rebuildRollups } from '../../src/metrics/rebuild.ts';
import { readSums } from '../../src/metrics/rollups.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { eraseCases } from '../../src/retention/erase-cases.ts';
import { startApi } from '../fixtures/api.ts';
import { temporaryFolder } from '../fixtures/command.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createServerDatabase, whyNoServer } from '../support/postgres.ts';
import { startProcess } from '../support/processes.ts';
import { endCases, writeEndedCases } from './ended-cases.ts';

const HOUR = 60 * 60_000;
const HISTORY = { kind: 'rsd', office: 'Medan', steps: [['2025-03-03', 'submitted']] } as const;

onEachDatabase((open) => {
  test('several at once erase each case once', async () => {
    const { dependencies, close } = await startApi(await open());
    const { database } = dependencies;
    const ids = await writeEndedCases(
      database,
      Array.from({ length: 12 }, () => HISTORY),
      '2026-03-01',
    );
    const counts = await Promise.all([1, 2, 3, 4].map(() => eraseCases(dependencies)));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      ids.length,
    );
    assert.deepEqual(await erasedIn(database), ids.toSorted());
    await close();
  });

  test('a case that cannot be erased keeps no other from going, and goes another time', async () => {
    const { dependencies, close } = await startApi(await open());
    const { database } = dependencies;
    const [first = '', ...others] = await writeEndedCases(
      database,
      [HISTORY, HISTORY, HISTORY],
      '2026-03-01',
    );
    await database.asOwner((transaction) =>
      sql`
        create function refuse() returns trigger language plpgsql as $$ begin raise 'not now'; end $$;
        create trigger refuse before delete on applications for each row
          when (old.id = ${sql.lit(first)}) execute function refuse()
      `.execute(transaction),
    );
    await assert.rejects(eraseCases(dependencies), /not now/);
    assert.deepEqual(await erasedIn(database), others.toSorted());
    await database.asOwner((transaction) => sql`drop trigger refuse on applications`.execute(transaction));
    assert.equal(await eraseCases(dependencies), 1);
    await close();
  });
});

describe('killed in the middle', () => {
  async function killOnce(place: string): Promise<void> {
    const folder = await temporaryFolder();
    const documents = join(folder.path, 'documents');
    const eraser = startProcess('./write-and-erase.ts', import.meta.url, [place, documents]);
    assert.equal(await eraser.firstLine(), 'erases');
    await eraser.kill();
    const database = await openDatabase(place.includes('://') ? { url: place } : { folder: place });
    const blobs = await openDiskStore(documents);
    let now = Date.now();
    const dependencies = {
      ...{ database, blobs, clock: () => now },
      log: () => assert.fail('Something was not erased.'),
      cryptography: createCryptography(new Uint8Array(32)),
    };
    // What was not finished is erased, too.
    const left = await database.asOwner((transaction) =>
      transaction.selectFrom('applications').select('id').execute(),
    );
    await endCases(
      database,
      left.map(({ id }) => id),
      '2025-12-31',
    );
    assert.equal(await eraseCases(dependencies), left.length);
    await sweepErased(dependencies);
    for (const prefix of ['originals/', 'copies/']) assert.deepEqual(await blobs.list(prefix), []);
    now += HOUR;
    await sweepErased(dependencies);

    const erased = await erasedIn(database);
    assert.ok(erased.length > 10);
    assert.equal(new Set(erased).size, erased.length);
    await followLog(database);
    const read = () =>
      database.asOwner((transaction) => readSums(transaction, 'metrics_rollups', 'authority'));
    const followed = await read();
    assert.deepEqual(
      followed.filter(({ cut }) => cut === '[null,null,null,null]').map(({ count }) => count),
      [erased.length],
    );
    await rebuildRollups(database, 'authority');
    assert.deepEqual(await read(), followed);
    const unswept = await database.asOwner((transaction) =>
      transaction.selectFrom('erased_documents').select('document_id').execute(),
    );
    assert.deepEqual(unswept, []);
    await blobs.close();
    await database.close();
    await folder.remove();
  }

  test('on an embedded database', async () => {
    const folder = await temporaryFolder();
    await killOnce(folder.path);
    await folder.remove();
  });

  test('on PostgreSQL', { skip: whyNoServer() }, async () => {
    const server = await createServerDatabase();
    await killOnce(server.url);
    await server.remove();
  });
});

/** The cases that the audit says were erased; its chain is whole. */
async function erasedIn(database: Database): Promise<string[]> {
  return database.asOwner(async (transaction) => {
    assert.ok((await verifyAudit(transaction, 'authority')).intact);
    const rows = await transaction
      .selectFrom('audit')
      .select('application_id')
      .where('action', '=', 'application.erase')
      .execute();
    return rows.map(({ application_id: id }) => id ?? '').sort();
  });
}
