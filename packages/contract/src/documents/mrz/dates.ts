// Dates of a machine-readable zone: six digits, of the year only the last two (ICAO Doc 9303, part 3, section 4.8).

/** A day of birth, of which parts may be unknown: `1974-08-12`, `1974-08` or `1974`. */
export type PartialDate = string;

/** The readings of a field: well formed or not, and what it says, if anything. */
export type DateReading = { readonly wellFormed: boolean; readonly date?: PartialDate };

const YEARS_AHEAD = 49;

/** A day of birth is never in the future. Unknown parts are written as fillers, by some states as zeros. */
export function readBirthDate(field: string, today: Date): DateReading {
  const year = lastYear(field, today.getUTCFullYear());
  const reading = readDate(field, year);
  const isAhead = reading.date !== undefined && reading.date > today.toISOString().slice(0, 10);
  return isAhead ? readDate(field, year - 100) : reading;
}

/** No document is valid for more than half a century, or was read half a century after it ended. */
export function readExpiryDate(field: string, today: Date): DateReading {
  return readDate(field, lastYear(field, today.getUTCFullYear() + YEARS_AHEAD));
}

/** The last year up to `latest` that ends with these two digits. */
function lastYear(field: string, latest: number): number {
  return latest - ((((latest - Number(field.slice(0, 2))) % 100) + 100) % 100);
}

function readDate(field: string, year: number): DateReading {
  if (/^<+$/.test(field)) return { wellFormed: true };
  const [, month = '', day = ''] = /^\d\d(\d\d|<<)(\d\d|<<)$/.exec(field) ?? [];
  if (month === '') return { wellFormed: false };
  if (month === '<<' || month === '00') return { wellFormed: true, date: String(year) };
  if (Number(month) > 12) return { wellFormed: false };
  if (day === '<<' || day === '00') return { wellFormed: true, date: `${year}-${month}` };
  const exists = new Date(Date.UTC(year, Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  return exists ? { wellFormed: true, date: `${year}-${month}-${day}` } : { wellFormed: false };
}
