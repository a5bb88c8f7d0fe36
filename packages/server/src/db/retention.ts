// Removes what has served its time. Runs in every process; twice does no harm.

import type { Database } from './database.ts';
import { REPLAY_MS } from './idempotency.ts';

/** How long a counter of failed tries is kept after it last mattered. */
const TRIES_MS = 24 * 60 * 60_000;

const INTERVAL_MS = 10 * 60_000;

/** Deletes ended sessions, answers that are no longer replayed, and counters without meaning. */
export async function removeExpired(database: Database, now: Date): Promise<void> {
  const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  // One transaction each: a short one holds nobody up.
  await database.asOwner((transaction) =>
    transaction.deleteFrom('sessions').where('expires_at', '<=', now).execute(),
  );
  await database.asOwner((transaction) =>
    transaction.deleteFrom('idempotency').where('created_at', '<=', before(REPLAY_MS)).execute(),
  );
  await database.asOwner((transaction) =>
    transaction
      .deleteFrom('tries')
      .where('window_started_at', '<=', before(TRIES_MS))
      .where('next_allowed_at', '<=', now)
      .execute(),
  );
}

/** Does so now and every ten minutes. A failure is left to the next time. Answers how to stop. */
export function removeExpiredPeriodically(database: Database, clock: () => number): () => void {
  const remove = (): void => void removeExpired(database, new Date(clock())).catch(() => {});
  const timer = setInterval(remove, INTERVAL_MS);
  timer.unref();
  remove();
  return () => clearInterval(timer);
}
