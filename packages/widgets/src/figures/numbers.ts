// Numbers and periods of published figures for people, in Latin digits like all dates.

import type { Reader } from '../core/dates.ts';

/** Whole or broken number with the digits that it was published with: `1,250`, `81.26`. */
export function formatNumber(value: number | string, reader: Reader): string {
  const digits = String(value).split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(localesOf(reader), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    numberingSystem: 'latn',
  }).format(Number(value));
}

/**
 * The months from one day to another: `March 2026`, `January–March 2026`; a whole year is `2026`.
 *
 * @param from first day, `YYYY-MM-DD`
 * @param to last day
 */
export function formatPeriod(
  { from, to }: { readonly from: string; readonly to: string },
  reader: Reader,
  month: 'long' | 'short' = 'long',
): string {
  const wholeYear = from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4);
  const format = new Intl.DateTimeFormat(localesOf(reader), {
    ...(!wholeYear && { month }),
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  return format.formatRange(new Date(from), new Date(to));
}

/** The second language is for those that the device does not know; it would take its own instead. */
function localesOf({ lang }: Reader): string[] {
  return [lang === 'en' ? 'en-GB' : lang, 'en-GB'];
}
