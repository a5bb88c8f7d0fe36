// Does what autovacuum does on a server, and what the embedded engine has nobody for. Without it, what was deleted keeps
// its room for ever, and statements are planned for tables as they were long ago.

import type { PGlite } from '@electric-sql/pglite';

const INTERVAL_MS = 10_000;

/** A table of which so much has changed as autovacuum waits for (PostgreSQL manual, "The Autovacuum Daemon"). */
const DUE = `
  select quote_ident(changes.relname) as name
  from pg_stat_user_tables changes join pg_class on pg_class.oid = changes.relid
  where n_dead_tup > 50 + 0.2 * greatest(reltuples, 0) or n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, 0)
  limit 1`;

/**
 * Answers a function that tidies one table if it is time and one is due, to be called when no transaction is open. So
 * nobody waits for more than one table.
 */
export function createTidying(database: PGlite): () => Promise<void> {
  let next = performance.now() + INTERVAL_MS;

  /** Answers whether it was one, so that there may be another. */
  async function tidyOne(): Promise<boolean> {
    // What happened in the last second may not have been counted yet.
    await database.query('select pg_stat_force_next_flush()');
    const [table] = (await database.query<{ name: string }>(DUE)).rows;
    if (!table) return false;
    // A full disk may be in the way: it is no worse than before, then.
    const done = database.exec(`vacuum (analyze) ${table.name}`);
    return done.then(
      () => true,
      () => false,
    );
  }

  return async () => {
    if (performance.now() < next) return;
    if (!(await tidyOne())) next = performance.now() + INTERVAL_MS;
  };
}
