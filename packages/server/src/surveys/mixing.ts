// Takes from what people answered on ended days what a database keeps by itself: which rows were written in one
// transaction, and in which order. Else a copy of it would put texts to answers, and answers to cases that were opened
// a moment before.

import { sql } from 'kysely';
import type { Database, Transaction } from '../db/database.ts';
import { utcDay } from './day.ts';

/** In all of them `unmixed` is the day on which a row was written, and nothing once it was written anew. */
const MIXED = [
  'survey_responses',
  'survey_texts',
  'survey_counts',
  'survey_tokens',
  'survey_grants',
] as const;

type Mixed = (typeof MIXED)[number];

/**
 * A day is ended when nobody writes to it any more, also not a process that was held up or whose clock is late: few rows
 * that come after the others would be mixed among themselves.
 */
const LATE_MS = 60 * 60_000;

/**
 * Writes anew what was written on ended days and was not yet. Any number of processes may do that at once. Each table
 * has a transaction of its own, so that all of its rows have that one in common and nothing with another table.
 */
export async function mixAnswers(database: Database, now: Date): Promise<void> {
  const today = utcDay(now.getTime() - LATE_MS);
  for (const table of MIXED) {
    // Mostly there is nothing, and nobody has to be locked out to find that.
    if (await database.asOwner((transaction) => isUnmixed(transaction, table, today)))
      await database.asOwner((transaction) => mix(transaction, table, today));
  }
}

async function isUnmixed(transaction: Transaction, table: Mixed, today: string): Promise<boolean> {
  const { rows } = await sql`
    select from ${sql.table(table)} where unmixed < ${today} limit 1
  `.execute(transaction);
  return rows.length > 0;
}

/** Deleted and inserted, not updated: an updated row stays where it was if there is room. */
async function mix(transaction: Transaction, table: Mixed, today: string): Promise<void> {
  // Whoever takes an answer back at this moment waits, or would not find the row that is new.
  await sql`lock table ${sql.table(table)} in share row exclusive mode`.execute(transaction);
  const columns = await columnsOf(transaction, table);
  await sql`
    with taken as (delete from ${sql.table(table)} where unmixed < ${today} returning ${columns})
    insert into ${sql.table(table)} (${columns}, unmixed)
    select ${columns}, null from taken order by random()
  `.execute(transaction);
}

/** As the database has them: no column that comes later is lost on the way. */
async function columnsOf(transaction: Transaction, table: Mixed) {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name <> 'unmixed'
  `.execute(transaction);
  return sql.join(rows.map(({ name }) => sql.ref(name)));
}
