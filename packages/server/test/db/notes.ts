// Rows in a table of the tests' own, and as much log as wanted.

import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';

const MEBIBYTE = 1024 * 1024;

/** Brings the tables up to date and adds the tests' own, with room for some rows. */
export async function prepareNotes(database: Database): Promise<void> {
  await database.migrate();
  await database.asOwner(async (transaction) => {
    await sql`create table notes (id bigint generated always as identity, note text not null)`.execute(
      transaction,
    );
    await sql`insert into notes (note) values ('The first page of a table is made with its first row.')`.execute(
      transaction,
    );
    await sql`delete from notes`.execute(transaction);
  });
}

/** Writes a row, and beside it that much of the write-ahead log, by which no table grows. */
export async function writeNote(database: Database, note: string, mebibytes = 0): Promise<void> {
  await database.asOwner(async (transaction) => {
    await sql`insert into notes (note) values (${note})`.execute(transaction);
    await sql`select count(pg_logical_emit_message(true, 'test', repeat('x', ${MEBIBYTE}::int)))
      from generate_series(1, ${mebibytes}::int)`.execute(transaction);
  });
}

/** All rows in the order in which they were written. */
export async function readNotes(database: Database): Promise<string[]> {
  const { rows } = await database.asOwner((transaction) =>
    sql<{ note: string }>`select note from notes order by id`.execute(transaction),
  );
  return rows.map(({ note }) => note);
}
