// Somebody who keeps every result that was ever published of a questionnaire, of all days, quarters, years and services,
// and adds and subtracts them in every way: means are exact, so each is a sum over people, and what can be worked out is
// what linear algebra finds. Nothing of it is about fewer than ten.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '@lintas/contract';
import fc from 'fast-check';
import { countersOf } from '../../src/surveys/counting.ts';
import { resultsOf } from '../../src/surveys/results-of-days.ts';
import { talliedOf, type CountRow } from '../../src/surveys/tallied.ts';
import { FOUND, SERVICES } from '../fixtures/surveys.ts';

const { threshold: THRESHOLD } = FOUND;
const ELEMENTS = ['time', 'fee'] as const;

interface Person {
  readonly day: string;
  readonly answers: Answers;
}

const person = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.constantFrom('2024', '2024', '2025'),
    date: fc.constantFrom('05', '15', '25'),
    time: fc.integer({ min: 1, max: 4 }),
    fee: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    service: fc.oneof(
      { weight: 5, arbitrary: fc.constant('passport') },
      { weight: 3, arbitrary: fc.constantFrom(...SERVICES) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  })
  .map(({ month, year, date, ...answers }): Person => ({
    day: `${year}-${String(month).padStart(2, '0')}-${date}`,
    answers,
  }));

test('all that is published of all days, periods and services together tells nothing of fewer than ten', () => {
  fc.assert(fc.property(fc.array(person, { minLength: 20, maxLength: 70 }), refuseLeaks), {
    numRuns: 15,
    endOnFailure: true,
  });
});

test('quarters less a service that a year tells leave nothing of fewer than ten', () => {
  const quarter = (month: string, passports: number, visas: number): Person[] =>
    Array.from({ length: passports + visas }, (_each, at) => ({
      day: `2024-${month}-15`,
      answers: { time: 3, fee: 2, service: at < passports ? 'passport' : 'visa' },
    }));
  refuseLeaks([...quarter('02', 8, 2), ...quarter('05', 7, 3), ...quarter('08', 3, 7)]);
});

test('the attack finds two services of which one is small, a quarter that a year gives away, and a day that adds three', () => {
  const sets = (...ranges: [number, number][]) =>
    ranges.map(([from, to]) => new Set(Array.from({ length: to - from }, (_each, index) => from + index)));
  assert.throws(() => refuseFew(sets([0, 30], [0, 25]), 30, ''));
  assert.throws(() => refuseFew(sets([0, 60], [0, 20], [20, 40], [40, 57]), 60, ''));
  assert.throws(() => refuseFew(sets([0, 20], [0, 23]), 23, ''));
  refuseFew(sets([0, 60], [0, 20], [20, 40]), 60, '');
});

function refuseLeaks(people: readonly Person[]): void {
  const days = [...new Set(people.map(({ day }) => day))].sort();
  // Read now and then, and after the end of each year.
  const readings = [...days.filter((_day, at) => at % 7 === 6), '2025-01-01', '2026-01-01'];
  const before = readAll(people, readings);
  const behind = new Map([...before.keys()].map((name) => [name, new Set<number>()]));
  // Who is behind a mean is whose other answer changes it.
  people.forEach((each, at) => {
    const changed = people.with(at, { ...each, answers: otherAnswers(each.answers) });
    for (const [name, mean] of readAll(changed, readings)) {
      if (mean !== before.get(name)) behind.get(name)?.add(at);
    }
  });
  for (const element of ELEMENTS) {
    const published = [...behind].filter(([name]) => name.startsWith(`${element} `)).map(([, set]) => set);
    refuseFew(published, people.length, element);
  }
}

/** Every mean that is published, by its element, day, period and service. */
function readAll(people: readonly Person[], readings: readonly string[]): Map<string, string> {
  const rows = rowsOf(people);
  const means = new Map<string, string>();
  for (const today of readings) {
    const tallied = talliedOf(rows.filter(({ day }) => day < today));
    const read = (period?: string) => resultsOf(FOUND, tallied, period, today);
    const all = read();
    for (const results of [all, ...all.periods.map(read)]) {
      const [instrument] = results.instruments;
      const groups = instrument?.grouped?.groups ?? [];
      for (const figures of [{ ...instrument, value: '' }, ...groups]) {
        for (const { element, mean } of figures.elements ?? []) {
          if (mean !== null) means.set([element, today, results.period ?? '', figures.value].join(' '), mean);
        }
      }
    }
  }
  return means;
}

function rowsOf(people: readonly Person[]): CountRow[] {
  const rows = new Map<string, CountRow>();
  for (const { day, answers } of people) {
    for (const { question, value } of countersOf(FOUND.survey, answers)) {
      const name = `${day} ${question} ${value}`;
      rows.set(name, { question, value, day, n: (rows.get(name)?.n ?? 0) + 1 });
    }
  }
  return [...rows.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Far enough to change a mean of a hundred. */
function otherAnswers(answers: Answers): Answers {
  const other = (answer: Answers[string] | undefined) =>
    typeof answer === 'number' ? (answer > 2 ? 1 : 4) : null;
  return { ...answers, time: other(answers['time']), fee: other(answers['fee']) };
}

/** Whether a sum over fewer than ten people can be made of the sums over these sets. */
function refuseFew(published: readonly ReadonlySet<number>[], people: number, element: string): void {
  const classes = new Map<string, number>();
  for (let each = 0; each < people; each += 1) {
    const signature = published.map((set) => Number(set.has(each))).join('');
    classes.set(signature, (classes.get(signature) ?? 0) + 1);
  }
  const columns = [...classes].filter(([signature]) => signature.includes('1'));
  const matrix = (of: typeof columns): number[][] =>
    published.map((_set, row) => of.map(([signature]) => Number(signature[row])));
  const rank = rankOf(matrix(columns));
  const small = columns.filter(([, size]) => size < THRESHOLD);
  for (const few of subsets(small, 3)) {
    if (few.reduce((sum, [, size]) => sum + size, 0) >= THRESHOLD) continue;
    const others = columns.filter((each) => !few.includes(each));
    const size = few.map(([, each]) => each).join(' + ');
    assert.equal(rankOf(matrix(others)), rank, `${element}: what ${size} people said can be worked out`);
  }
}

function subsets<Each>(all: readonly Each[], most: number): Each[][] {
  if (most === 0) return [];
  return all.flatMap((each, at) => [
    [each],
    ...subsets(all.slice(at + 1), most - 1).map((rest) => [each, ...rest]),
  ]);
}

/** Rank modulo a prime: of matrices of 0 and 1 as small as these, that of the rationals but for bad luck. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const found = rows.findIndex((row, at) => at >= rank && (row[column] ?? 0) !== 0);
    const pivot = rows[found];
    if (!pivot) continue;
    rows[found] = rows[rank] ?? [];
    rows[rank] = pivot;
    const inverse = power(pivot[column] ?? 0, PRIME - 2);
    for (const row of rows.slice(rank + 1)) {
      const times = ((row[column] ?? 0) * inverse) % PRIME;
      if (times === 0) continue;
      pivot.forEach((value, at) => {
        row[at] = ((((row[at] ?? 0) - times * value) % PRIME) + PRIME) % PRIME;
      });
    }
    rank += 1;
  }
  return rank;
}

/** The square of it is a whole number that a double holds exactly. */
const PRIME = 67_108_859;

function power(base: number, exponent: number): number {
  let [result, factor, left] = [1n, BigInt(base), exponent];
  while (left > 0) {
    if (left % 2 === 1) result = (result * factor) % BigInt(PRIME);
    factor = (factor * factor) % BigInt(PRIME);
    left = Math.floor(left / 2);
  }
  return Number(result);
}
