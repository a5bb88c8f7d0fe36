// Whole days as numbers, counted from 1 January 1970, and the calendar of the offices whose work is measured.

import type { Instant, PlainDate } from '../core/index.ts';

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;
const DAYS_A_WEEK = 7;
/** 1 January 1970 was a Thursday: so many days after the Monday before it. */
const WEEKDAY_OF_DAY_ZERO = 3;
const WORKING_WEEKDAYS = 5;

/** Days since 1 January 1970. */
export type DayNumber = number;

/** When offices work. */
export interface OfficeCalendar {
  /** How far their clocks are ahead of UTC, the whole year. */
  readonly utcOffsetMinutes: number;
  /** Weekdays on which offices are closed, ascending. Years without any have weekends only. */
  readonly closedDays: readonly DayNumber[];
}

/** The calendar of offices that are closed on these days and at weekends. */
export function officeCalendar(utcOffsetMinutes: number, holidays: readonly PlainDate[]): OfficeCalendar {
  const days = [...new Set(holidays.map(dayOf))].filter((day) => weekdayOf(day) < WORKING_WEEKDAYS);
  return { utcOffsetMinutes, closedDays: days.sort((one, other) => one - other) };
}

export function dayOf(date: PlainDate): DayNumber {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

export function dateOf(day: DayNumber): PlainDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day on which an instant falls at the offices. */
export function officeDayOf(instant: Instant | number, { utcOffsetMinutes }: OfficeCalendar): DayNumber {
  const milliseconds = typeof instant === 'number' ? instant : Date.parse(instant);
  return Math.floor((milliseconds + utcOffsetMinutes * MINUTE_MS) / DAY_MS);
}

/** Working days after `from` up to and with `to`: what starts and ends on one day takes none. */
export function workingDaysBetween(from: DayNumber, to: DayNumber, { closedDays }: OfficeCalendar): number {
  return weekdaysUntil(to) - weekdaysUntil(from) - (upTo(closedDays, to) - upTo(closedDays, from));
}

/** 0 for Monday. */
function weekdayOf(day: DayNumber): number {
  return (((day + WEEKDAY_OF_DAY_ZERO) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
}

/** Days from Monday to Friday up to and with `day`, counted from the Monday before day 0. */
function weekdaysUntil(day: DayNumber): number {
  const weeks = Math.floor((day + WEEKDAY_OF_DAY_ZERO) / DAYS_A_WEEK);
  return weeks * WORKING_WEEKDAYS + Math.min(weekdayOf(day) + 1, WORKING_WEEKDAYS);
}

/** How many of the ascending numbers are at most `limit`. */
function upTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((numbers[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
