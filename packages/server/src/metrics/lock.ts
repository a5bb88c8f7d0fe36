// One transaction at a time changes the rollups. Requests never do, so they never wait for it.

import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';

const NAME = 'lintas metrics';

/** Whether this transaction may change them; else another one is at it. */
export async function tryToLockRollups(transaction: Transaction): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${NAME}, 0)) as locked
  `.execute(transaction);
  return rows[0]?.locked ?? false;
}

/** Waits until this transaction may change them. */
export async function lockRollups(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${NAME}, 0))`.execute(transaction);
}
