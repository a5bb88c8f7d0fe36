// Which answers are in what is published. Answers are added in batches of whole days, each of at least as many as a
// figure has to stand for, so that today's results less yesterday's never are the answers of a few. Every figure is
// about whole batches of its own question: those of all times, or those that became whole in a period. Free of I/O.

/** Answers that arrived on a day, less those that were taken back on it. */
export interface Day {
  /** `2026-03-01`. */
  readonly day: string;
  readonly n: number;
}

/** Whole batches: what arrived after one day, up to and with another. */
export interface Span {
  readonly after: string;
  readonly until: string;
}

/**
 * The last day of each batch.
 *
 * @param days in their order, none that still goes on
 * @param ends days on which a batch may end, in their order
 */
export function batchEnds(days: readonly Day[], ends: readonly string[], threshold: number): string[] {
  const whole: string[] = [];
  let waiting = 0;
  let next = 0;
  for (const end of ends) {
    for (let each = days[next]; each && each.day <= end; each = days[next]) {
      waiting += each.n;
      next += 1;
    }
    if (waiting < threshold) continue;
    whole.push(end);
    waiting = 0;
  }
  return whole;
}

/** The batches that became whole from one day to another; `undefined` when none did. */
export function spanOf(
  ends: readonly string[],
  { first, last }: { readonly first: string; readonly last: string },
): Span | undefined {
  const until = ends.findLast((end) => end >= first && end <= last);
  return until === undefined ? undefined : { after: ends.findLast((end) => end < first) ?? '', until };
}

/** How many there are in each batch of a span, of whom some may be taken back again. */
export function inBatches(days: readonly Day[], ends: readonly string[], { after, until }: Span): number[] {
  const within = ends.filter((end) => end > after && end <= until);
  return within.map((end, at) => {
    const start = within[at - 1] ?? after;
    const sum = days.reduce((all, { day, n }) => (day > start && day <= end ? all + n : all), 0);
    return Math.max(0, sum);
  });
}
