// Whoever reads all that is published over time, of all and of parts, and adds and subtracts, finds nobody.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isTooFew, type PublishedCount } from '@lintas/contract/disclosure';
import {
  ALL,
  daysOf,
  endedPeriods,
  flowToLeaveOut,
  keyOf,
  partsOf,
  publishFlow,
  publishStock,
  type Counts,
  type Cut,
  type Period,
} from '@lintas/contract/metrics';
import { boundsLeft, type Known, type Sum } from '../disclosure/attacker.ts';

const KINDS = ['passport_new', 'rsd', 'skim'];
const OFFICES = ['Jakarta', 'Medan', ''];
const { first } = daysOf('2025');
const { last } = daysOf('2025');
const YEAR = {
  month: endedPeriods(first, last + 1, 'month'),
  quarter: endedPeriods(first, last + 1, 'quarter'),
  year: endedPeriods(first, last + 1, 'year'),
};
/** How often something happened, by month, kind and office. */
type World = readonly (readonly (readonly number[])[])[];

const world = fc
  .oneof(fc.constant(2), fc.constant(8), fc.constant(30))
  .chain((most) =>
    fc.array(
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })), { minLength: 3, maxLength: 3 }),
        { minLength: 3, maxLength: 3 },
      ),
      { minLength: 12, maxLength: 12 },
    ),
  );

/** The counts of a world. */
function countsOf(happened: World): Counts {
  const count = ({ kind, office }: Cut, period: Period): number => {
    const months = monthsOf(period);
    let sum = 0;
    happened.forEach((kinds, month) =>
      kinds.forEach((offices, k) =>
        offices.forEach((each, o) => {
          if (!months.includes(YEAR.month[month] ?? '')) return;
          if ((kind ?? KINDS[k]) === KINDS[k] && (office ?? OFFICES[o]) === OFFICES[o]) sum += each;
        }),
      ),
    );
    return sum;
  };
  return { periods: YEAR, groups: { kind: KINDS, office: OFFICES }, count };
}

function monthsOf(period: Period): Period[] {
  const parts = partsOf(period);
  return parts.length === 0 ? [period] : parts.flatMap(monthsOf);
}

const CUTS: Cut[] = [
  ALL,
  ...KINDS.map((kind) => ({ kind })),
  ...OFFICES.map((office) => ({ office })),
  ...KINDS.flatMap((kind) => OFFICES.map((office) => ({ kind, office }))),
];

/** Everything that adds up, of what is published and of what is not. */
function attack(happened: World, read: (cut: Cut, period: Period) => PublishedCount) {
  const counts = countsOf(happened);
  const places = new Map<string, number>();
  const known: Known[] = [];
  const hidden: { place: number; truth: number; name: string }[] = [];
  const place = (cut: Cut, period: Period): number => places.get(`${period} ${keyOf(cut)}`) ?? -1;
  const periods = [...YEAR.month, ...YEAR.quarter, ...YEAR.year];
  for (const cut of CUTS) {
    for (const period of periods) {
      const shown = read(cut, period);
      const bounds = shown.suppressed
        ? { lowest: 0, highest: 4000 }
        : { lowest: Math.max(10, shown.value - 2), highest: shown.value + 2 };
      places.set(`${period} ${keyOf(cut)}`, known.push(bounds) - 1);
      const truth = counts.count(cut, period);
      const name = `${period} ${keyOf(cut)}`;
      if (isTooFew(truth)) hidden.push({ place: known.length - 1, truth, name });
      if (isTooFew(truth)) assert.equal(shown.suppressed, true);
    }
  }
  const sums: Sum[] = [];
  for (const cut of CUTS) {
    for (const period of [...YEAR.quarter, ...YEAR.year]) {
      sums.push({ whole: place(cut, period), parts: partsOf(period).map((part) => place(cut, part)) });
    }
  }
  for (const period of periods) {
    const add = (whole: Cut, parts: Cut[]) =>
      sums.push({ whole: place(whole, period), parts: parts.map((part) => place(part, period)) });
    add(
      ALL,
      KINDS.map((kind) => ({ kind })),
    );
    add(
      ALL,
      OFFICES.map((office) => ({ office })),
    );
    for (const kind of KINDS)
      add(
        { kind },
        OFFICES.map((office) => ({ kind, office })),
      );
    for (const office of OFFICES)
      add(
        { office },
        KINDS.map((kind) => ({ kind, office })),
      );
  }
  return { known, sums, hidden };
}

test('a year of months, quarters, kinds and offices: no count below the threshold is found out', () => {
  fc.assert(
    fc.property(world, (happened) => {
      const { known, sums, hidden } = attack(happened, publishFlow(countsOf(happened)));
      const left = boundsLeft(known, sums);
      for (const { place, truth, name } of hidden) {
        const { lowest = 0, highest = -1 } = left[place] ?? {};
        assert.ok(lowest < highest, `${name}: ${truth} is the only value between ${lowest} and ${highest}`);
      }
    }),
    { numRuns: 100 },
  );
});

test('what was published stays as it was when the next periods are added', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 1, max: 12 }), (happened, months) => {
      const counts = countsOf(happened);
      const cutOff = daysOf(YEAR.month[months - 1] ?? '').last + 1;
      const periods = {
        month: endedPeriods(first, cutOff, 'month'),
        quarter: endedPeriods(first, cutOff, 'quarter'),
        year: endedPeriods(first, cutOff, 'year'),
      };
      for (const publish of [publishFlow, publishStock]) {
        const [then, now] = [publish({ ...counts, periods }), publish(counts)];
        for (const cut of CUTS) {
          for (const period of [...periods.month, ...periods.quarter, ...periods.year]) {
            assert.deepEqual(now(cut, period), then(cut, period));
          }
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('large counts are all there', () => {
  const read = publishFlow(
    countsOf(
      YEAR.month.map(() => [
        [20, 30, 40],
        [50, 60, 70],
        [80, 90, 15],
      ]),
    ),
  );
  assert.deepEqual(read(ALL, '2025-07'), { suppressed: false, value: 455 });
  assert.deepEqual(read({ kind: 'rsd' }, '2025-Q3'), { suppressed: false, value: 540 });
  assert.deepEqual(read({ kind: 'rsd', office: 'Medan' }, '2025'), { suppressed: false, value: 720 });
});

test('of pending before and after, received and completed, none is hidden alone when the others tell it', () => {
  const shown = (value: number) => ({ suppressed: false, value }) as const;
  const counted = fc.oneof(fc.nat({ max: 14 }), fc.nat({ max: 60 }));
  fc.assert(
    fc.property(counted, counted, counted, fc.boolean(), (before, received, completed, isFirst) => {
      const start = isFirst ? 0 : before;
      const after = start + received - completed;
      if (after < 0) return;
      const publish = (count: number, leftOut = false): PublishedCount =>
        isTooFew(count) || leftOut ? { suppressed: true, value: null } : shown(Math.round(count / 5) * 5);
      const was = isFirst ? shown(0) : publish(before);
      const is = publish(after);
      const leaveOut = flowToLeaveOut({ before: was, after: is, received, completed });
      const four = [
        was,
        publish(received, leaveOut === 'received'),
        publish(completed, leaveOut === 'completed'),
        is,
      ];
      const known = four.map(({ value }, index): Known => {
        if (value === null) return { lowest: 0, highest: 200 };
        return isFirst && index === 0
          ? { lowest: 0, highest: 0 }
          : { lowest: Math.max(10, value - 2), highest: value + 2 };
      });
      // Both sides of the balance are the same sum.
      const sums: Sum[] = [
        { whole: 4, parts: [0, 1] },
        { whole: 4, parts: [2, 3] },
      ];
      const left = boundsLeft([...known, { lowest: 0, highest: 400 }], sums);
      [start, received, completed, after].forEach((truth, index) => {
        if (four[index]?.suppressed !== true || !isTooFew(truth)) return;
        const { lowest = 0, highest = 0 } = left[index] ?? {};
        assert.ok(highest - lowest >= 4, `${truth} lies between ${lowest} and ${highest}`);
      });
    }),
    { numRuns: 5000 },
  );
  assert.equal(
    flowToLeaveOut({ before: shown(50), after: shown(50), received: 20, completed: 20 }),
    undefined,
  );
});
