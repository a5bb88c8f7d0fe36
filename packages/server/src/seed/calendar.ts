// Dates of the demonstration, counted from the day it is written so that it never looks old. Offices are in
// Jakarta's time, which is seven hours ahead of UTC all year.

const DAY_MS = 24 * 60 * 60_000;
const JAKARTA_MS = 7 * 60 * 60_000;

export const ZONE = 'Asia/Jakarta';

export interface Calendar {
  /** The instant when clocks in Jakarta show `time` on the day that many days from today. */
  at(days: number, time: string): string;
  /** That day, `YYYY-MM-DD`. */
  day(days: number): string;
  /** That instant as a deadline or an appointment. */
  due(days: number, time?: string): { at: string; zone: string };
}

/** @param now milliseconds since 1970 */
export function calendarFrom(now: number): Calendar {
  const day = (days: number): string => new Date(now + JAKARTA_MS + days * DAY_MS).toISOString().slice(0, 10);
  const at = (days: number, time: string): string =>
    new Date(Date.parse(`${day(days)}T${time}:00Z`) - JAKARTA_MS).toISOString();
  return { at, day, due: (days, time = '16:00') => ({ at: at(days, time), zone: ZONE }) };
}
