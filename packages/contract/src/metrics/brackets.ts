// Days as they are told of published cases: in brackets, by the last day of each. A percentile of whole days is a number
// that one case took; of brackets it tells no more of that case than of any other in the same one, however many
// percentiles, periods and filters are read together.

import { daysOf, periodOf } from './periods.ts';
import type { DayNumber } from './days.ts';

/** Up to so many days, brackets are so wide: 0 to 1, 2 to 3, …, 8 to 10, 11 to 14, …, 31 to 35, …, 61 to 70, …. */
const WIDTHS: readonly (readonly [until: number, width: number])[] = [
  [7, 2],
  [10, 3],
  [30, 4],
  [60, 5],
  [120, 10],
  [360, 20],
  [Infinity, 60],
];

/** The last number of days of the bracket that a number lies in: "at most so many days". */
export function bracketOf(days: number): number {
  let before = -1;
  for (const [until, width] of WIDTHS) {
    if (days <= until) return before + width * Math.max(1, Math.ceil((days - before) / width));
    before = until;
  }
  return days;
}

/**
 * Since when a pending case is told to be there: the first day of the month of its arrival. By age in days it would come
 * into another bracket on the day that its arrival says, and give that day away from one month to the next.
 */
export function arrivalTold(arrival: DayNumber): DayNumber {
  return daysOf(periodOf(arrival, 'month')).first;
}
