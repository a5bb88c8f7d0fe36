// The origins that any live key allows, for preflights, which carry no key.

import { sql } from 'kysely';
import type { Clock } from '../adapters.ts';
import type { Database } from '../db/database.ts';
import type { KnowsOrigin } from '../http/cors.ts';

/** How old the list may be. A revoked key is refused at once all the same: real requests are looked up. */
const LIFETIME_MS = 1000;

/** Remembers the list for a second, so that a flood of preflights costs one query a second. */
export function rememberOrigins(database: Database, clock: Clock): KnowsOrigin {
  let origins: ReadonlySet<string> = new Set();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    try {
      origins = await database.atGate(async (transaction) => {
        const { rows } = await sql<{ origin: string }>`
          select origin from known_origins(${new Date(clock())}) as origin
        `.execute(transaction);
        return new Set(rows.map(({ origin }) => origin));
      });
    } catch {
      // Without the database the old list lets pages read the 503 that follows.
    } finally {
      readAt = clock();
      reading = undefined;
    }
  };

  return async (origin) => {
    if (Math.abs(clock() - readAt) >= LIFETIME_MS) await (reading ??= read());
    return origins.has(origin);
  };
}
