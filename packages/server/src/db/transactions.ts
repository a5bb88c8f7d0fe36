// The `Database` over a pool of connections, whichever engine these lead to.

import type pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Work } from './database.ts';
import { migrateToLatest } from './migrate.ts';
import { openSession, type Identity } from './session.ts';
import { forgetStatements, isOutdated } from './statements.ts';

/** Tries for work that lost against another transaction before the error is the caller's. */
const MAX_TRIES = 5;

/** Builds the database. `close` is called once the pool is empty. */
export function createDatabase(pool: pg.Pool, close: () => Promise<void> = async () => {}): Database {
  const listeners = new Set<() => void>();

  async function run<Result>(identity: Identity, work: Work<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await runOnce(identity, work);
      } catch (error) {
        if (tries === MAX_TRIES || !(isOutdated(error) || wasUndoneForAnother(error))) throw error;
        if (isOutdated(error)) forgetStatements();
        // Apart by chance, so that the two do not meet again.
        await wait(Math.random() * 20 * tries);
      }
    }
  }

  async function runOnce<Result>(identity: Identity, work: Work<Result>): Promise<Result> {
    let inOutbox = false;
    const session = openSession(pool, identity, () => {
      inOutbox = true;
    });
    const result = await session.transaction().execute(work);
    if (inOutbox) for (const listener of listeners) listener();
    return result;
  }

  return {
    inTenant: (tenantId, work) => run({ tenant: tenantId }, work),
    atGate: (work) => run('gate', work),
    asOwner: (work) => run('owner', work),
    onOutbox(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    migrate: () => migrateToLatest(openSession(pool, 'migrator')),
    async close() {
      await pool.end();
      await close();
    },
  };
}

/** SQLSTATE 40001 and 40P01: nothing of the transaction happened, and the same work may succeed. */
function wasUndoneForAnother(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}
