// The fixed periods of published figures: calendar months, quarters and years, named so that names sort by time.

import type { PlainDate } from '../core/index.ts';
import { dateOf, dayOf, type DayNumber } from './days.ts';
import type { PeriodLength } from './vocabulary.ts';

/** `2026-03`, `2026-Q1` or `2026`. */
export type Period = string;

const MONTHS: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, year: 12 };

/** The period of a length that a day lies in. */
export function periodOf(day: DayNumber, length: PeriodLength): Period {
  const [year = '', month = ''] = dateOf(day).split('-');
  if (length === 'year') return year;
  return length === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / MONTHS.quarter)}`;
}

export function lengthOf(period: Period): PeriodLength {
  return period.includes('Q') ? 'quarter' : period.includes('-') ? 'month' : 'year';
}

/** First and last day of a period. */
export function daysOf(period: Period): { readonly first: DayNumber; readonly last: DayNumber } {
  const [year = '', part = '1'] = period.split('-');
  const month = part.startsWith('Q') ? (Number(part.slice(1)) - 1) * MONTHS.quarter + 1 : Number(part);
  const first = dayOf(monthStart(Number(year), month));
  return { first, last: dayOf(monthStart(Number(year), month + MONTHS[lengthOf(period)])) - 1 };
}

/** The periods of a length from the one of `from` on that have ended before the day `asOf`, oldest first. */
export function endedPeriods(from: DayNumber, asOf: DayNumber, length: PeriodLength): Period[] {
  const periods: Period[] = [];
  for (let day = from; ;) {
    const period = periodOf(day, length);
    const { last } = daysOf(period);
    if (last >= asOf) return periods;
    periods.push(period);
    day = last + 1;
  }
}

/** The next shorter periods that make up a period. */
export function partsOf(period: Period): Period[] {
  const { first, last } = daysOf(period);
  const length = lengthOf(period);
  return length === 'month' ? [] : endedPeriods(first, last + 1, length === 'year' ? 'quarter' : 'month');
}

function monthStart(year: number, month: number): PlainDate {
  const months = year * MONTHS.year + month - 1;
  const twoDigits = String((months % MONTHS.year) + 1).padStart(2, '0');
  return `${String(Math.floor(months / MONTHS.year)).padStart(4, '0')}-${twoDigits}-01`;
}
