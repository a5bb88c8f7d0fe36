// Percentiles of whole days by nearest rank: always a number of days that some case did take, so they are not published
// as they are (see brackets.ts).

/** How many cases took each number of days. */
export type Histogram = ReadonlyMap<number, number>;

/** The smallest value that at least `percent` of the cases do not exceed; `undefined` without cases. */
export function nearestRank(histogram: Histogram, percent: number): number | undefined {
  const rank = Math.ceil((percent * casesIn(histogram)) / 100);
  let seen = 0;
  for (const [value, count] of [...histogram].sort(([one], [other]) => one - other)) {
    seen += count;
    if (count > 0 && seen >= rank) return value;
  }
  return undefined;
}

export function casesIn(histogram: Histogram): number {
  return [...histogram.values()].reduce((sum, count) => sum + count, 0);
}
