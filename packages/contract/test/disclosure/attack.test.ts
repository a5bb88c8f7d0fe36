// Nobody is found out from a published table, however its figures are added and subtracted.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  casesForPercentile,
  isTooFew,
  protectCounts,
  protectParts,
  type CountTable,
  type PublishedCount,
} from '@lintas/contract/disclosure';
import { valuesLeft, type Known, type Sum } from './attacker.ts';

const HIGHEST = 100;
/** A count in a hidden place has to leave as many values as a rounded one. */
const ENOUGH = 5;

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 14 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 60 }) },
);
const counts = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('a table with its totals', () => {
  test('hides every count below the threshold, none as well as few', () => {
    fc.assert(
      fc.property(counts, (table) => {
        const published = protectCounts(table);
        table.forEach((row, at) =>
          row.forEach((each, column) => {
            const shown = published.cells[at]?.[column];
            if (isTooFew(each)) assert.deepEqual(shown, { suppressed: true, value: null });
            if (shown?.suppressed === false)
              assert.ok(Math.abs(shown.value - each) <= 2 && shown.value % 5 === 0);
          }),
        );
      }),
    );
  });

  test('leaves every hidden count as uncertain as a rounded one: sums, differences, and all tables that fit', () => {
    fc.assert(
      fc.property(counts, (table) => {
        const published = protectCounts(table);
        const { known, sums, truths } = read(table, published);
        truths.forEach((truth, place) => {
          if (!isTooFew(truth)) return;
          const left = valuesLeft(known, sums, place, ENOUGH);
          assert.ok(left >= ENOUGH, `${truth} can be one of ${left} only: ${JSON.stringify(published)}`);
        });
      }),
      { numRuns: 2000 },
    );
  });
});

test('the parts of a whole: the same, in one line', () => {
  fc.assert(
    fc.property(fc.array(count, { minLength: 1, maxLength: 7 }), (parts) => {
      const published = protectParts(parts);
      const total = parts.reduce((one, other) => one + other, 0);
      const known = [...published.parts, published.total].map(knownOf);
      const sums = [{ whole: parts.length, parts: parts.map((_, index) => index) }];
      [...parts, total].forEach((truth, place) => {
        if (isTooFew(truth)) assert.ok(valuesLeft(known, sums, place, ENOUGH) >= ENOUGH);
      });
    }),
    { numRuns: 2000 },
  );
});

test('none, one and nine are not told, ten are; a threshold below five protects nobody', () => {
  const alone = (count: number, threshold = 10) => protectParts([count], { threshold }).parts[0];
  for (const few of [0, 1, 9]) assert.deepEqual(alone(few), { suppressed: true, value: null });
  assert.deepEqual(alone(10), { suppressed: false, value: 10 });
  assert.deepEqual(alone(5, 5), { suppressed: false, value: 5 });
  for (const threshold of [4, 0, 7.5, Number.NaN]) assert.throws(() => alone(10, threshold), RangeError);
});

test('a percentile needs cases in its tail', () => {
  assert.deepEqual(
    [50, 80, 90, 20, 95].map((percent) => casesForPercentile(percent)),
    [10, 25, 50, 25, 100],
  );
});

test('what is large stays: one group that has nearly all does not take the rest with it', () => {
  const { cells, total } = protectCounts([[100, 0, 3, 0]]);
  assert.deepEqual(total, { suppressed: false, value: 105 });
  assert.deepEqual(cells[0]?.[0], { suppressed: false, value: 100 });
});

/** What a reader knows of a published table: every count and total, and how they add up. */
function read(counts: readonly (readonly number[])[], published: CountTable<PublishedCount>) {
  const known: Known[] = [];
  const truths: number[] = [];
  const place = (shown: PublishedCount | undefined, truth: number): number => {
    truths.push(truth);
    return known.push(knownOf(shown)) - 1;
  };
  const add = (list: readonly number[]): number => list.reduce((one, other) => one + other, 0);
  const cells = counts.map((row, at) =>
    row.map((each, column) => place(published.cells[at]?.[column], each)),
  );
  const rows = counts.map((row, at) => place(published.rowTotals[at], add(row)));
  const columns = (counts[0] ?? []).map((_, column) =>
    place(published.columnTotals[column], add(counts.map((row) => row[column] ?? 0))),
  );
  const total = place(published.total, add(counts.map(add)));
  const sums: Sum[] = [
    ...rows.map((whole, at) => ({ whole, parts: cells[at] ?? [] })),
    ...columns.map((whole, column) => ({ whole, parts: cells.map((row) => row[column] ?? 0) })),
    { whole: total, parts: rows },
    { whole: total, parts: columns },
  ];
  return { known, sums, truths };
}

function knownOf(shown: PublishedCount | undefined): Known {
  if (!shown || shown.suppressed) return { lowest: 0, highest: HIGHEST * 9 };
  return { lowest: Math.max(10, shown.value - 2), highest: shown.value + 2 };
}
