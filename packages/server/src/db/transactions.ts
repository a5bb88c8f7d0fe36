// The `Database` over a pool of connections, whichever engine these lead to.

import type pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseUnavailable, type Database, type Work } from './database.ts';
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
      const course = { lost: false, inOutbox: false };
      try {
        const result = await openSession(pool, identity, course).transaction().execute(work);
        if (course.inOutbox) for (const listener of listeners) listener();
        return result;
      } catch (error) {
        // A connection that broke while nobody used it: nothing has happened. Once, as what we sent may have broken it.
        const wasLost = tries === 1 && course.lost && error instanceof DatabaseUnavailable;
        if (tries === MAX_TRIES || !(wasLost || isOutdated(error) || wasUndoneForAnother(error))) throw error;
        if (isOutdated(error)) forgetStatements();
        // Apart by chance, so that the two do not meet again.
        await wait(Math.random() * 20 * tries);
      }
    }
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
