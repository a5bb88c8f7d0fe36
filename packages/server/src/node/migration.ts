// Brings the tables up to date, and keeps calls away from them until they are.

import type { Log } from '../adapters.ts';
import { DatabaseUnavailable, type Database } from '../db/database.ts';
import { nameError } from '../http/problems.ts';

const AGAIN_MS = 1000;

export interface Migration {
  /** The database for calls: unavailable until its tables are up to date. */
  readonly migrated: Database;
  /** Stops waiting for a server that is down. */
  stop(): void;
}

/**
 * Migrates now, or as soon as the server can be reached.
 *
 * @throws whatever else stands in the way at the first try: the operator is there to read it
 */
export async function migrateWhenReachable(database: Database, log: Log): Promise<Migration> {
  let done = false;
  let timer: NodeJS.Timeout | undefined;

  const tryLater = (): void => {
    timer = setTimeout(() => {
      database.migrate().then(
        () => {
          done = true;
        },
        (error: unknown) => {
          if (!isUnreachable(error))
            log({ level: 'error', message: 'migration failed', error: nameError(error) });
          tryLater();
        },
      );
    }, AGAIN_MS);
  };
  try {
    await database.migrate();
    done = true;
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    tryLater();
  }

  const ready = (): Database => {
    if (done) return database;
    throw new DatabaseUnavailable('The tables are not up to date yet.');
  };
  return {
    migrated: {
      ...database,
      inTenant: async (tenantId, work) => ready().inTenant(tenantId, work),
      atGate: async (work) => ready().atGate(work),
      asOwner: async (work) => ready().asOwner(work),
    },
    stop: () => clearTimeout(timer),
  };
}

function isUnreachable(error: unknown): boolean {
  return error instanceof DatabaseUnavailable;
}
