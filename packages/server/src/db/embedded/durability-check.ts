// Refuses an embedded database that would lose what it has acknowledged.

import type { PGlite } from '@electric-sql/pglite';

/** Settings without which a commit is not on disk when it is acknowledged. */
const NEEDED = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', wal_sync_method: 'fsync' };

/**
 * Looks at the settings, then commits something and counts the calls of fsync that reached the disk.
 *
 * @throws Error in a sentence for the operator.
 */
export async function checkDurability(database: PGlite, countSyncs: () => number): Promise<void> {
  for (const [name, needed] of Object.entries(NEEDED)) {
    const { rows } = await database.query<{ value: string }>('select current_setting($1) as value', [name]);
    const value = rows[0]?.value;
    if (value !== needed) refuse(`its setting ${name} is "${value}" and must be "${needed}"`);
  }
  const before = countSyncs();
  // Writes to the log of the database and nowhere else.
  await database.query(`select pg_logical_emit_message(true, 'lintas', 'Is this on disk?')`);
  if (countSyncs() === before) refuse('a commit did not call fsync');
}

function refuse(reason: string): never {
  throw new Error(
    `The embedded database would lose data at a power failure (${reason}), so it does not start.`,
  );
}
