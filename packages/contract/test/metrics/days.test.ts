// Days are counted as offices count them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dateOf,
  dayOf,
  daysOf,
  endedPeriods,
  INDONESIAN_CALENDAR,
  INDONESIAN_HOLIDAYS,
  lengthOf,
  officeDayOf,
  partsOf,
  PERIOD_LENGTHS,
  periodOf,
  workingDaysBetween,
} from '@lintas/contract/metrics';

const between = (from: string, to: string): number =>
  workingDaysBetween(dayOf(from), dayOf(to), INDONESIAN_CALENDAR);
const anyDay = fc.integer({ min: dayOf('2023-06-01'), max: dayOf('2027-06-01') });

test('a day starts at midnight of the office, not of UTC', () => {
  assert.equal(dateOf(officeDayOf('2026-03-01T16:59:59Z', INDONESIAN_CALENDAR)), '2026-03-01');
  assert.equal(dateOf(officeDayOf('2026-03-01T17:00:00Z', INDONESIAN_CALENDAR)), '2026-03-02');
});

test('weekends, public holidays and collective leave do not count', () => {
  assert.equal(between('2026-03-02', '2026-03-06'), 4);
  assert.equal(between('2026-03-06', '2026-03-09'), 1);
  assert.equal(between('2026-03-06', '2026-03-08'), 0);
  // 18 and 19 March are Nyepi with its leave, 20 to 24 March Idul Fitri.
  assert.equal(between('2026-03-17', '2026-03-25'), 1);
  assert.equal(between('2025-08-15', '2025-08-19'), 1);
});

test('working days are those that counting one by one finds', () => {
  const holidays = new Set(
    Object.values(INDONESIAN_HOLIDAYS).flatMap((year) => [...year.publicHolidays, ...year.collectiveLeave]),
  );
  const isWorking = (day: number): boolean =>
    ![0, 6].includes(new Date(`${dateOf(day)}T00:00:00Z`).getUTCDay()) && !holidays.has(dateOf(day));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (from, length) => {
      const days = Array.from({ length }, (_, index) => from + index + 1);
      const counted = days.filter(isWorking).length;
      assert.equal(workingDaysBetween(from, from + length, INDONESIAN_CALENDAR), counted);
    }),
  );
});

test('every holiday exists, lies in its year, and comes once', () => {
  for (const [year, { publicHolidays, collectiveLeave, source }] of Object.entries(INDONESIAN_HOLIDAYS)) {
    const all = [...publicHolidays, ...collectiveLeave];
    assert.equal(new Set(all).size, all.length);
    for (const date of all) assert.equal(dateOf(dayOf(date)), date);
    assert.ok(all.every((date) => date.startsWith(year)) && source !== '');
  }
});

test('every day lies in the period that is named after it, and the parts of a period make it up', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...PERIOD_LENGTHS), (day, length) => {
      const period = periodOf(day, length);
      const { first, last } = daysOf(period);
      assert.ok(first <= day && day <= last && lengthOf(period) === length);
      const parts = partsOf(period);
      assert.deepEqual(parts.map((part) => daysOf(part).first).slice(0, 1), parts.length > 0 ? [first] : []);
      assert.equal(
        parts.reduce((sum, part) => sum + daysOf(part).last - daysOf(part).first + 1, 0),
        parts.length > 0 ? last - first + 1 : 0,
      );
    }),
  );
});

test('only periods that have ended are told', () => {
  const until = (asOf: string) => endedPeriods(dayOf('2025-11-20'), dayOf(asOf), 'month');
  assert.deepEqual(until('2026-01-31'), ['2025-11', '2025-12']);
  assert.deepEqual(until('2026-02-01'), ['2025-11', '2025-12', '2026-01']);
  assert.deepEqual(endedPeriods(dayOf('2025-11-20'), dayOf('2026-03-31'), 'quarter'), ['2025-Q4']);
});

test('of a year there are as many days as the decrees say, and those that were added later', () => {
  const counted = Object.entries(INDONESIAN_HOLIDAYS).map(([year, { publicHolidays, collectiveLeave }]) => [
    year,
    publicHolidays.length,
    collectiveLeave.length,
  ]);
  assert.deepEqual(counted, [
    // 17 and two elections; 10 days of leave.
    ['2024', 17 + 2, 10],
    // 18 August was added to the leave of 2025.
    ['2025', 17, 10 + 1],
    ['2026', 17, 8],
  ]);
});
