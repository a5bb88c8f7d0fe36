// Everything that a database holds, for tests of what must not be in it.

import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';

/** Every table with all of its rows, as text. */
export async function dumpTables(database: Database): Promise<[string, string][]> {
  return database.asOwner(async (transaction) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
    `.execute(transaction);
    const texts: [string, string][] = [];
    for (const { name } of rows) {
      const found = await sql<{ text: string }>`
        select coalesce(string_agg(t::text, ' '), '') as text from ${sql.id(name)} t
      `.execute(transaction);
      texts.push([name, found.rows[0]?.text ?? '']);
    }
    return texts;
  });
}
