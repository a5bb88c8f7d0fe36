// The embedded database keeps what it acknowledged, or does not run.

import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { checkDurability } from '../../src/db/embedded/durability-check.ts';
import { openDatabase } from '../../src/db/open.ts';
import { makeFailingDisk, whyNoFailingDisk } from '../support/failing-disk.ts';
import { startProcess } from '../support/processes.ts';
import { prepareNotes, readNotes, writeNote } from './notes.ts';

/** What waits for ever is no answer. */
const failing = { skip: whyNoFailingDisk(), timeout: 120_000 };

describe('an embedded database in a folder', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'lintas-durable-'));
    // What a process leaves that was killed while it made the database.
    mkdirSync(join(folder, 'cluster.draft'));
    writeFileSync(join(folder, 'cluster.draft', 'PG_VERSION'), '18');
  });

  after(() => rmSync(folder, { recursive: true }));

  test('has every acknowledged change after its process was killed', async () => {
    const writer = startProcess('./write-and-say.ts', import.meta.url, [folder]);
    assert.equal(await writer.firstLine(), 'acknowledged');
    await writer.kill();
    const database = await openDatabase({ folder });
    const rows = await database.asOwner((transaction) =>
      transaction.selectFrom('outbox').select('topic').execute(),
    );
    assert.deepEqual(rows, [{ topic: 'kept' }]);
    await database.close();
  });

  test('does not start with fsync switched off', async () => {
    appendFileSync(join(folder, 'cluster', 'postgresql.conf'), '\nfsync = off\n');
    await assert.rejects(openDatabase({ folder }), /would lose data at a power failure.*fsync/);
    appendFileSync(join(folder, 'cluster', 'postgresql.conf'), '\nfsync = on\nsynchronous_commit = off\n');
    await assert.rejects(openDatabase({ folder }), /would lose data at a power failure.*synchronous_commit/);
  });
});

test('a commit that the disk cannot put down is not acknowledged', failing, async () => {
  const disk = makeFailingDisk(256);
  after(disk.remove);
  const folder = join(disk.folder, 'database');
  const database = await openDatabase({ folder });
  await prepareNotes(database);
  await writeNote(database, 'kept');
  disk.fail();
  // More than the log has blocks for.
  await assert.rejects(writeNote(database, 'lost', 200), { name: 'DatabaseUnavailable' });
  await assert.rejects(readNotes(database), { name: 'DatabaseUnavailable' });
  // Its lock stays, because the system lets nobody write to such a disk.
  await database.close().catch(() => {});
  disk.repair();
  const again = await openDatabase({ folder });
  assert.deepEqual(await readNotes(again), ['kept']);
  await again.close();
});

test('an engine whose fsync reaches no disk is found out by a commit', async () => {
  // As shipped, but told to sync: its files have no fsync behind that.
  const database = await PGlite.create({
    startParams: [
      ...PGlite.defaultStartParams.filter((option) => option !== '-F'),
      '-c',
      'wal_sync_method=fsync',
    ],
  });
  let syncs = 0;
  await assert.rejects(
    checkDurability(database, () => syncs),
    /a commit did not call fsync/,
  );
  await checkDurability(database, () => (syncs += 1));
  await database.close();
});
