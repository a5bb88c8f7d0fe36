// Removes what has served its time beside cases. Runs in every process; twice does no harm.

import { sql } from 'kysely';
import type { Database } from './database.ts';
import { REPLAY_MS } from './idempotency.ts';

/** How long a counter of failed tries is kept after it last mattered. */
const TRIES_MS = 24 * 60 * 60_000;

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
  await removeOldAnswers(database, now);
  await database.asOwner((transaction) =>
    transaction
      .deleteFrom('tries')
      .where('window_started_at', '<=', before(TRIES_MS))
      .where('next_allowed_at', '<=', now)
      .execute(),
  );
}

/** Erases single answers after the days that their questionnaire set. What was counted of them stays. */
async function removeOldAnswers(database: Database, now: Date): Promise<void> {
  for (const table of ['survey_responses', 'survey_texts'] as const) {
    await database.asOwner((transaction) =>
      sql`
        delete from ${sql.table(table)} r using surveys s
        where s.tenant_id = r.tenant_id and s.id = r.survey_id and s.version = r.version
          and r.day < to_char(${now}::timestamptz at time zone 'UTC' - make_interval(days => s.retention_days), 'YYYY-MM-DD')
      `.execute(transaction),
    );
  }
}
