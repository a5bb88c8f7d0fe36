// The rules by which figures about people are published: how few are too few, how finely figures are told, and how
// many cases a percentile needs.

/** What a publisher may choose. */
export interface DisclosureRules {
  /** Fewest people that a published figure may be about; at least {@link LOWEST_THRESHOLD}. */
  readonly threshold: number;
}

export const LOWEST_THRESHOLD = 5;
export const DISCLOSURE_RULES: DisclosureRules = { threshold: 10 };

/** Counts are published as multiples of this. */
export const ROUNDED_TO = 5;

/**
 * A count as it is published: rounded, or suppressed. Few and none look the same, and a figure that is suppressed
 * to protect another looks like the one that it protects.
 */
export type PublishedCount =
  | { readonly suppressed: false; readonly value: number }
  | { readonly suppressed: true; readonly value: null };

export const SUPPRESSED: PublishedCount = { suppressed: true, value: null };

/** A count that may be shown, as it is shown. */
export function showCount(count: number): PublishedCount {
  return { suppressed: false, value: Math.round(count / ROUNDED_TO) * ROUNDED_TO };
}

/** Whether a figure about so many people is too close to each of them. */
export function isTooFew(count: number, { threshold }: DisclosureRules = DISCLOSURE_RULES): boolean {
  return count < threshold;
}

/** All counts that are published as this one, from the lowest to the highest. */
export function countsShownAs(
  value: number,
  { threshold }: DisclosureRules = DISCLOSURE_RULES,
): { readonly lowest: number; readonly highest: number } {
  const half = (ROUNDED_TO - 1) / 2;
  return { lowest: Math.max(threshold, value - half), highest: value + half };
}

/**
 * Fewest cases that a percentile is published for: five times the inverse of its tail. The 50th needs 10, the
 * 80th 25, the 90th 50.
 *
 * @param percent above 0 and below 100
 */
export function casesForPercentile(
  percent: number,
  { threshold }: DisclosureRules = DISCLOSURE_RULES,
): number {
  return Math.max(threshold, Math.ceil(500 / Math.min(percent, 100 - percent)));
}

/** @throws RangeError for a threshold that protects nobody */
export function requireRules(rules: DisclosureRules): void {
  if (Number.isInteger(rules.threshold) && rules.threshold >= LOWEST_THRESHOLD) return;
  throw new RangeError(`A threshold is a whole number of at least ${LOWEST_THRESHOLD}.`);
}
