// Somebody who keeps, of every day on which results were published, how often each answer was given, how many answered
// and the exact mean, and knows that later results have the earlier ones in them. What follows for a hidden count is what
// linear programming finds: hardly more than the means say alone, and never who it was.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isTooFew } from '@lintas/contract/disclosure';
import { resultsOf } from '../../src/surveys/results-of-days.ts';
import { talliedOf, type CountRow } from '../../src/surveys/tallied.ts';
import { loadSolver } from '../fixtures/solver.ts';
import { FOUND } from '../fixtures/surveys.ts';

const POINTS = [1, 2, 3, 4];
const DAYS = Array.from({ length: 8 }, (_each, at) => `2026-03-0${at + 1}`);
const bound = await loadSolver();

/** For each day, how often each point was given. */
const answered = fc.array(
  fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.nat({ max: 8 }), fc.nat({ max: 12 })),
  { minLength: DAYS.length, maxLength: DAYS.length },
);

test('counts of all days with their means leave a hidden count what the means alone leave it, and nearly always five values', () => {
  let [checked, close] = [0, 0];
  fc.assert(
    fc.property(answered, (days) => {
      const rows = rowsOf(days);
      const readings = DAYS.slice(1)
        .map((today) => readOn(rows, today))
        .filter(({ last }) => last >= 0);
      const means = readings.flatMap(({ last, mean }) => {
        const given = (weight: (point: number) => number): number =>
          days
            .slice(0, last + 1)
            .reduce(
              (sum, counts) => sum + counts.reduce((all, n, at) => all + n * weight(POINTS[at] ?? 0), 0),
              0,
            );
        if (mean === null) return [];
        // A mean of two digits and a rounded number tell both exactly, where people are few.
        return [
          `${sumOf(last, () => 1)} = ${given(() => 1)}`,
          `${sumOf(last, (point) => point)} = ${given((point) => point)}`,
        ];
      });
      const counts = readings.flatMap(({ last, shown }) =>
        shown.flatMap((value, at) => {
          const sum = sumOf(last, (point) => Number(point === POINTS[at]));
          return value === null ? [] : [`${sum} >= ${Math.max(10, value - 2)}`, `${sum} <= ${value + 2}`];
        }),
      );
      for (const { last, shown } of readings) {
        POINTS.forEach((point, at) => {
          const truth = days.slice(0, last + 1).reduce((sum, each) => sum + (each[at] ?? 0), 0);
          if (!isTooFew(truth)) return;
          assert.equal(shown[at], null);
          const sum = sumOf(last, (each) => Number(each === point));
          const [alone, beside] = [valuesLeft(sum, means), valuesLeft(sum, [...means, ...counts])];
          assert.ok(
            beside >= Math.min(2, alone),
            `${truth} of point ${point} has ${beside} of ${alone} values`,
          );
          checked += 1;
          if (beside < Math.min(5, alone)) close += 1;
        });
      }
    }),
    // The same worlds every time; `LINTAS_ATTACK_RUNS=80` tries others.
    { ...(RUNS === undefined ? { seed: 9, numRuns: 8 } : { numRuns: Number(RUNS) }), endOnFailure: true },
  );
  assert.ok(checked > 20 && close <= checked / 20, `${close} of ${checked} have fewer`);
});

const RUNS = process.env['LINTAS_ATTACK_RUNS'];

function rowsOf(days: readonly (readonly number[])[]): CountRow[] {
  return days.flatMap((counts, at) => {
    const day = DAYS[at] ?? '';
    const all = counts.reduce((sum, n) => sum + n, 0);
    return [
      { question: '', value: '', day, n: all },
      { question: '@skm', value: '*', day, n: all },
      ...counts.map((n, point) => ({ question: 'time', value: String(POINTS[point]), day, n })),
    ];
  });
}

/** What is published on a day: up to which day, each count, and the mean. */
function readOn(rows: readonly CountRow[], today: string) {
  const { asOf, questions } = resultsOf(
    FOUND,
    talliedOf(rows.filter(({ day }) => day < today)),
    undefined,
    today,
  );
  const time = questions.find(({ question }) => question === 'time');
  return {
    last: asOf === null ? -1 : DAYS.indexOf(asOf),
    shown: time?.counts.map(({ count }) => count.value) ?? [],
    mean: time?.scores[0]?.value ?? null,
  };
}

/** The answers up to a day, as linear programming writes their sum. */
function sumOf(last: number, weight: (point: number) => number): string {
  const terms = DAYS.slice(0, last + 1).flatMap((_day, day) =>
    POINTS.flatMap((point) => (weight(point) === 0 ? [] : [`+ ${weight(point)} x_${day}_${point}`])),
  );
  return terms.join(' ');
}

function valuesLeft(sum: string, rules: readonly string[]): number {
  const [lowest, highest] = [bound('minimize', sum, rules), bound('maximize', sum, rules)];
  assert.ok(Number.isFinite(highest - lowest), 'the rules are met by something');
  return Math.floor(highest + 1e-6) - Math.ceil(lowest - 1e-6) + 1;
}
