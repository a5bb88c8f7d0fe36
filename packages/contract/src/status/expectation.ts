// What may honestly be said of when a decision comes.

import type { PlainDate } from '../core/index.ts';
import type { Estimate } from './case.ts';

const MIN_SAMPLE = 30;
const MAX_RANGE_MONTHS = 24;

/** What a person is told: a range, that it takes longer than was said, or that nobody knows. */
export type Expectation =
  | { readonly kind: 'range'; readonly earliest: PlainDate; readonly latest: PlainDate }
  /** Longer than was said; with a new range when the authority gave one that lies ahead. */
  | { readonly kind: 'overdue'; readonly earliest?: PlainDate; readonly latest?: PlainDate }
  | { readonly kind: 'unknown' };

/** An estimate as it is stored, or as it is read from a newer server. */
type AnyEstimate = Omit<Estimate, 'basis'> & { readonly basis: string };

/**
 * Decides what is shown of an estimate: nothing that rests on fewer than 30 cases or spans more than 24
 * months. A range that was never fit to be shown cannot have been promised, so its end makes nothing overdue.
 *
 * @param today calendar day of the reader
 */
export function expectationOf(estimate: AnyEstimate | null, today: PlainDate): Expectation {
  const range = estimate ? soundRange(estimate) : undefined;
  const past = range !== undefined && range.latest < today;
  if (past || estimate?.overdue === true) return { kind: 'overdue', ...(past ? {} : range) };
  return range ? { kind: 'range', ...range } : { kind: 'unknown' };
}

interface Range {
  readonly earliest: PlainDate;
  readonly latest: PlainDate;
}

function soundRange({ basis, earliest, latest, sample }: AnyEstimate): Range | undefined {
  if (earliest === undefined || latest === undefined || earliest > latest) return undefined;
  const computed = basis === 'percentile' || sample !== undefined;
  if (basis === 'unknown' || (computed && (sample ?? 0) < MIN_SAMPLE)) return undefined;
  return monthsBetween(earliest, latest) <= MAX_RANGE_MONTHS ? { earliest, latest } : undefined;
}

/** Months from one day to a later one, a begun month counted as whole. */
function monthsBetween(earliest: PlainDate, latest: PlainDate): number {
  const [from, to] = [new Date(earliest), new Date(latest)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() > from.getUTCDate() ? months + 1 : months;
}
