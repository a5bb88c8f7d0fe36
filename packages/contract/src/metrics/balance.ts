// What arrives, what ends and what is left are tied: pending after is pending before, and received, less completed.
// A reader who knows three of them knows much of the fourth, so where it is hidden and would be left too few values,
// another one is hidden with it.

import {
  countsShownAs,
  DISCLOSURE_RULES,
  isTooFew,
  ROUNDED_TO,
  showCount,
  SUPPRESSED,
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
  const show = (count: number): PublishedCount => (isTooFew(count, rules) ? SUPPRESSED : showCount(count));
  // Before and received stand on one side, after and completed on the other.
  const sides = [
    [before, show(received)],
    [after, show(completed)],
  ];
  const hidden = sides.flat().filter(({ suppressed }) => suppressed).length;
  if (hidden !== 1) return undefined;
  const [one, other] = sides.map((side) => boundsOf(side, rules));
  const [told, partlyTold] = one?.hidden === true ? [other, one] : [one, other];
  if (!told || !partlyTold) return undefined;
  const leastHidden = Math.max(0, told.lowest - partlyTold.highest);
  const mostHidden = told.highest - partlyTold.lowest;
  // As many values as a shown count may have are enough for a hidden one.
  if (mostHidden - leastHidden >= ROUNDED_TO - 1) return undefined;
  return isTooFew(completed, rules) ? 'received' : 'completed';
}

/** What a reader knows of the sum of what is shown. */
function boundsOf(side: readonly PublishedCount[], rules: DisclosureRules) {
  let [lowest, highest, hidden] = [0, 0, false];
  for (const { value } of side) {
    if (value === null) hidden = true;
    // That nothing was there before the first period is known exactly.
    else if (value > 0) {
      const known = countsShownAs(value, rules);
      lowest += known.lowest;
      highest += known.highest;
    }
  }
  return { lowest, highest, hidden };
}
