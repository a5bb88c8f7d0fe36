// What is said of many measurements of the same thing.

/**
 * The smallest measurement that at least `share` of all measurements do not exceed (the nearest rank).
 *
 * @param share from 0 to 1: 0.99 for p99
 * @returns NaN when nothing was measured
 */
export function percentile(values: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * values.length));
  return values.toSorted((a, b) => a - b)[rank - 1] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
