// What arrives, what ends and what is left are tied: pending after is pending before, and received, less completed.
// A reader who knows three of them knows the fourth, so none is hidden alone.

import {
  DISCLOSURE_RULES,
  isTooFew,
  type DisclosureRules,
  type PublishedCount,
} from '../disclosure/index.ts';

export interface Balance {
  /** Pending when the period began and when it ended, as published. */
  readonly before: PublishedCount;
  readonly after: PublishedCount;
  /** Counts during the period, not yet published. */
  readonly received: number;
  readonly completed: number;
}

/** Which of the counts during the period is left out to hide another of the four. */
export function flowToLeaveOut(
  { before, after, received, completed }: Balance,
  rules: DisclosureRules = DISCLOSURE_RULES,
): 'received' | 'completed' | undefined {
  const hidden = [
    before.suppressed,
    after.suppressed,
    isTooFew(received, rules),
    isTooFew(completed, rules),
  ].filter(Boolean);
  if (hidden.length !== 1) return undefined;
  return isTooFew(completed, rules) ? 'received' : 'completed';
}
