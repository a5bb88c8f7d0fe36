// An embedded engine that breaks in the middle of its work is replaced: nobody waits for it, and what it acknowledged
// is there.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { prepareNotes, readNotes, writeNote } from './notes.ts';

/** What waits for ever is no answer. */
const limits = { timeout: 120_000 };
const UNAVAILABLE = { name: 'DatabaseUnavailable' };

/** More sums within sums than the thread's stack holds, after something was written. */
const TOO_DEEP = `insert into notes (note) values ('lost'); select ${'1+'.repeat(50_000)}1`;
const breakEngine = (database: Database): Promise<unknown> =>
  database.asOwner((transaction) => sql.raw(TOO_DEEP).execute(transaction));

test(
  'in a folder, it is replaced with all that was acknowledged, also for those who wait',
  limits,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lintas-broken-'));
    const database = await openDatabase({ folder });
    after(async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    });
    await prepareNotes(database);
    await writeNote(database, 'first');
    const [broken, ...waiting] = await Promise.allSettled([
      breakEngine(database),
      writeNote(database, 'second'),
      readNotes(database),
    ]);
    assert.equal(broken.status, 'rejected');
    assert.deepEqual(
      waiting.map(({ status }) => status),
      ['fulfilled', 'fulfilled'],
    );
    await assert.rejects(breakEngine(database), UNAVAILABLE);
    assert.deepEqual(await readNotes(database), ['first', 'second']);
  },
);

test('in memory, it is gone with its data, and nobody is shown an empty database', limits, async () => {
  const database = await openDatabase({ memory: true });
  after(database.close);
  await prepareNotes(database);
  await assert.rejects(breakEngine(database), UNAVAILABLE);
  await assert.rejects(readNotes(database), UNAVAILABLE);
  await assert.rejects(writeNote(database, 'late'), UNAVAILABLE);
});
