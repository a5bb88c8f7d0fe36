// Counts tries in the database, where all processes see them. A try takes its place before the PIN is
// checked and a success gives it back, so parallel tries cannot slip through while the first is checked.

import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';
import { Refusal } from '../http/problems.ts';
import { WINDOW_S, type Bucket } from './limits.ts';

/** A place taken in every counter of a try. */
export interface Reservation {
  readonly taken: readonly Taken[];
  /** Tries left before the next one has to wait, in the narrowest counter. */
  readonly remaining: number;
}

interface Taken {
  readonly bucket: Bucket;
  /** Failures in this window, this try among them. */
  readonly failures: number;
  readonly windowStartedAt: Date;
  readonly nextAllowedAt: Date;
}

/**
 * Takes a place in every counter, or refuses with the seconds to wait. A refusal rolls the transaction back:
 * a refused try counts nowhere and lengthens no delay.
 */
export async function reserveTry(
  transaction: Transaction,
  buckets: readonly Bucket[],
  now: Date,
): Promise<Reservation> {
  const taken: Taken[] = [];
  for (const bucket of buckets) {
    const counted = await count(transaction, bucket, sparedUntil(bucket, taken), now);
    if (!counted) throw await refuse(transaction, bucket, now);
    taken.push({ bucket, ...counted });
  }
  // Not of the wide ones: they would tell what others do.
  const left = taken.flatMap(({ bucket, failures }) => (bucket.spares ? [] : bucket.free - failures));
  return { taken, remaining: Math.max(0, Math.min(...left)) };
}

/** Failures in this counter up to which this try need not wait for its turn. */
function sparedUntil({ spares }: Bucket, taken: readonly Taken[]): number {
  const source = taken.find(({ bucket }) => bucket.dimension === spares?.source);
  return spares && source && source.failures <= spares.tries ? spares.until : 0;
}

/**
 * After a success: gives every place back, and nothing else. What failed before stays counted, or it would show
 * others that there is a case and that it was opened.
 */
export async function forgiveTry(transaction: Transaction, { taken }: Reservation): Promise<void> {
  for (const { bucket, windowStartedAt, nextAllowedAt } of taken) {
    // A delay that this try caused ends; one that a later failure caused stays.
    await sql`
      update tries set
        failures = greatest(failures - 1, 0),
        next_allowed_at = case when next_allowed_at = ${nextAllowedAt} then previous_allowed_at else next_allowed_at end
      where bucket = ${bucket.bucket} and window_started_at = ${windowStartedAt}
    `.execute(transaction);
  }
}

/** Before any try. Also tries that run side by side, with clocks that differ a little, are then let through. */
const NO_DELAY = new Date(0);

/**
 * One statement, so that of parallel tries exactly the allowed number passes: the row is locked and its
 * condition looked at again. Times that lie in the future although no delay is that long come from a clock
 * that jumped, and do not count.
 */
async function count(
  transaction: Transaction,
  { bucket, free, firstDelay, longestDelay }: Bucket,
  spared: number,
  now: Date,
) {
  const { rows } = await sql<Omit<Taken, 'bucket'>>`
    insert into tries as t (bucket, failures, window_started_at, next_allowed_at)
    values (${bucket}, 1, ${now}, ${NO_DELAY})
    on conflict (bucket) do update set (failures, window_started_at, next_allowed_at, previous_allowed_at) = (
      select
        failures,
        case when failures = 1 then excluded.window_started_at else t.window_started_at end,
        case when failures < ${free}::int then excluded.next_allowed_at else
          excluded.window_started_at + make_interval(secs => least(
            ${longestDelay}::float8,
            ${firstDelay}::float8 * power(2, least(failures - ${free}::int, 30)))) end,
        t.next_allowed_at
      from (select case
        when t.window_started_at > excluded.window_started_at + make_interval(secs => ${WINDOW_S})
          or t.window_started_at <= excluded.window_started_at - make_interval(secs => ${WINDOW_S}) then 1
        else t.failures + 1 end as failures) as counted)
    where t.next_allowed_at <= excluded.window_started_at
      or t.next_allowed_at > excluded.window_started_at + make_interval(secs => ${longestDelay}::float8)
      or t.failures < ${spared}::float8
    returning
      failures, window_started_at as "windowStartedAt", next_allowed_at as "nextAllowedAt"
  `.execute(transaction);
  return rows[0];
}

async function refuse(transaction: Transaction, { bucket }: Bucket, now: Date): Promise<Refusal> {
  const row = await transaction
    .selectFrom('tries')
    .select('next_allowed_at')
    .where('bucket', '=', bucket)
    .executeTakeFirst();
  const wait = row ? (row.next_allowed_at.getTime() - now.getTime()) / 1000 : 0;
  return new Refusal('too-many-requests', { retryAfter: Math.max(1, Math.ceil(wait)) });
}
