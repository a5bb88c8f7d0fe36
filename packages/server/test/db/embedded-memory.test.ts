// A process with the embedded database fits a small machine when it starts, and may run for months: what was answered once
// is not kept in memory.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../src/db/open.ts';

const MEBIBYTE = 1024 * 1024;
const ANSWER = MEBIBYTE / 8;
const ANSWERS = 4000;
/** A third of what is answered; and more than the garbage that waits for its collection. */
const TOLERANCE = 160 * MEBIBYTE;

/** A machine of 1 GiB has this much for one program. */
const SMALL_MACHINE = 700 * MEBIBYTE;
/** Enough for the engine's most used functions to be worth compiling anew, if anybody did. */
const WARM = 2000;

// The first of this file, because it looks at the most that the process has ever had.
test('a new embedded database is made, and used, within the memory of a small machine', async () => {
  const database = await openDatabase({ memory: true });
  try {
    await database.migrate();
    for (let time = 0; time < WARM; time += 1) {
      await database.asOwner((transaction) => sql`select ${time}::int`.execute(transaction));
    }
    const most = process.resourceUsage().maxRSS * 1024;
    assert.ok(most < SMALL_MACHINE, `${Math.round(most / MEBIBYTE)} MiB`);
  } finally {
    await database.close();
  }
});

test('the embedded database holds no more after many answers than after few', async () => {
  const database = await openDatabase({ memory: true });
  const ask = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await database.asOwner((transaction) => sql`select repeat('x', ${ANSWER})`.execute(transaction));
    }
  };
  try {
    await ask(ANSWERS / 10);
    const before = process.memoryUsage().rss;
    await ask(ANSWERS);
    const more = process.memoryUsage().rss - before;
    assert.ok(more < TOLERANCE, `${Math.round(more / MEBIBYTE)} MiB more`);
  } finally {
    await database.close();
  }
});
