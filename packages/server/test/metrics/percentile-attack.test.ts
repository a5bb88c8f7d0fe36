// Somebody who keeps every percentile that is published, of all months, quarters, years, kinds and offices, and knows of
// every case but one how many days it took. There is always another number of days that the one may have taken.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ALL,
  cutOf,
  dayOf,
  daysOf,
  keyOf,
  type Cut,
  type DayNumber,
  type MetricPoint,
  type Period,
} from '@lintas/contract';
import fc from 'fast-check';
import { decide } from '../../src/metrics/decisions.ts';
import { openSheet, talliesOf, type MeasuredCase, type Tally } from '../../src/metrics/measure.ts';
import { periodsUntil } from '../../src/metrics/publish.ts';
import { seriesOf } from '../../src/metrics/series.ts';
import { bucketsOf, countedOf } from '../../src/metrics/tallied.ts';

const KINDS = ['passport_new', 'rsd'];
const OFFICES = ['Jakarta', 'Medan'];
const FIRST = dayOf('2025-01-01');
const AS_OF = dayOf('2026-01-02');
const PERIODS = periodsUntil(FIRST, AS_OF);
const CUTS: readonly Cut[] = [
  ALL,
  ...KINDS.map((kind) => ({ kind })),
  ...OFFICES.map((office) => ({ office })),
  ...KINDS.flatMap((kind) => OFFICES.map((office) => ({ kind, office }))),
];

interface Case {
  readonly kind: string;
  readonly office: string;
  readonly on: DayNumber;
  readonly days: number;
}

const cases = fc.oneof(fc.constant(3), fc.constant(20), fc.constant(200)).chain((most) =>
  fc.array(
    fc
      .record({
        kind: fc.constantFrom('passport_new', 'passport_new', 'rsd'),
        office: fc.constantFrom('Jakarta', 'Jakarta', 'Jakarta', 'Medan'),
        month: fc.integer({ min: 0, max: 11 }),
        days: fc.nat({ max: most }),
      })
      .map(({ month, ...each }): Case => ({ ...each, on: daysOf(PERIODS.month[month] ?? '').first + 14 })),
    { minLength: 12, maxLength: 160 },
  ),
);

test('a case of which all others are known can have taken another number of days', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const published = publishedOf(all);
      all.forEach((one, at) => {
        const touched = published.filter((figure) => isIn(one, figure));
        let others = 0;
        for (let days = one.days - 2; days <= one.days + 2; days += 1) {
          const changed = all.with(at, { ...one, days });
          if (days < 0 || days === one.days) continue;
          if (touched.every((figure) => valueOf(changed, figure) === figure.value)) others += 1;
        }
        assert.ok(others > 0, `${one.days} days is the only number`);
      });
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

const ENDS = [1, 3, 5, 7, 10, 14, 18, 22, 26, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90, 100, 110, 120].concat(
  Array.from({ length: 12 }, (_each, index) => 140 + 20 * index),
);

interface Figure {
  readonly cut: Cut;
  readonly period: Period;
  readonly percent: number;
  readonly value: number;
}

/** The percentiles of calendar days that are published. */
function publishedOf(all: readonly Case[]): Figure[] {
  const sheet = openSheet();
  for (const each of all) sheet.add(talliesOf(measured(each)));
  const tallies = sheet.sums();
  const counted = countedOf(countRows(tallies));
  const decisions = decide(counted, PERIODS, { kind: KINDS, office: OFFICES, partner: [] });
  return CUTS.flatMap((cut) => {
    const buckets = bucketsOf(
      keyOf(cut),
      tallies.filter((tally) => keyOf(cutOf(tally.cut)) === keyOf(cut)),
    );
    const narrowed = Object.keys(cut).length;
    const lengths = (['month', 'quarter', 'year'] as const).slice(narrowed);
    return lengths.flatMap((length) =>
      seriesOf('processing_time', cut, length, PERIODS[length], AS_OF, { decisions, buckets })
        .filter(({ clock }) => clock === 'calendar')
        .flatMap(({ statistic, points }) => points.flatMap((point) => figureOf(cut, statistic, point))),
    );
  });
}

function figureOf(cut: Cut, statistic: string, { period, value }: MetricPoint): Figure[] {
  return value === null ? [] : [{ cut, period, percent: Number(statistic.slice(1)), value }];
}

function measured({ kind, office, on, days }: Case): MeasuredCase {
  const end = { on, outcome: 'granted', workingDays: days, withinStandard: null } as const;
  return { kind, office, spells: [{ from: on - days, waitingDays: 0, end }], results: [] };
}

function countRows(tallies: readonly Tally[]) {
  const rows = new Map<string, Tally & { readonly answer: number }>();
  for (const tally of tallies) {
    const name = [tally.measure, tally.cut, tally.period].join(' ');
    rows.set(name, { ...tally, answer: 0, count: (rows.get(name)?.count ?? 0) + tally.count });
  }
  return [...rows.values()];
}

function isIn({ kind, office, on }: Case, { cut, period }: Figure): boolean {
  const { first, last } = daysOf(period);
  return on >= first && on <= last && (cut.kind ?? kind) === kind && (cut.office ?? office) === office;
}

/** Nearest rank in brackets, written apart from the code that publishes. */
function valueOf(all: readonly Case[], figure: Figure): number | undefined {
  const days = all.filter((each) => isIn(each, figure)).map((each) => each.days);
  const found = days.sort((one, other) => one - other)[Math.ceil((figure.percent * days.length) / 100) - 1];
  return ENDS.find((end) => end >= (found ?? 0));
}
