// Up to which day answers are counted in what is published. Days are added in batches of at least as many answers as a
// figure has to stand for, so that today's results less yesterday's never are the answers of a few. Free of I/O.

/** Answers that arrived on a day. */
export interface Day {
  /** `2026-03-01`. */
  readonly day: string;
  readonly n: number;
}

/**
 * The last day of the last whole batch; `undefined` before the first is whole.
 *
 * @param days in their order
 * @param today still goes on, so it is not counted
 */
export function lastPublishedDay(days: readonly Day[], threshold: number, today: string): string | undefined {
  let published: string | undefined;
  let waiting = 0;
  for (const { day, n } of days) {
    if (day >= today) break;
    waiting += n;
    if (waiting < threshold) continue;
    published = day;
    waiting = 0;
  }
  return published;
}
