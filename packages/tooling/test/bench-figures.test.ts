// The arithmetic behind the figures, and how they are shown.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compareSamples } from '../src/bench/kolmogorov-smirnov.ts';
import { median, percentile } from '../src/bench/percentiles.ts';
import { renderFindings, withRatios, type Table } from '../src/bench/report.ts';

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);

describe('percentiles', () => {
  test('are measurements themselves, at the nearest rank', () => {
    assert.equal(percentile(numbers(1, 101), 0.99), 99);
    assert.equal(percentile(numbers(1, 51), 0.99), 50);
    assert.equal(median([30, 10, 20]), 20);
    assert.equal(median([7]), 7);
  });

  test('do not depend on the order of the measurements', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const found = percentile(values, share);
          assert.equal(found, percentile(values.toReversed(), share));
          assert.ok(values.filter((value) => value <= found).length >= share * values.length);
        },
      ),
    );
  });

  test('of nothing are no number', () => {
    assert.ok(Number.isNaN(median([])));
  });
});

describe('telling two sources apart', () => {
  test('samples that are alike cannot be told apart', () => {
    assert.equal(compareSamples(numbers(0, 200), numbers(0, 200)), 1);
  });

  test('samples that never meet can', () => {
    assert.ok(compareSamples(numbers(0, 200), numbers(1000, 1200)) < 1e-9);
  });

  test('a gap of 27 in 200 comes about by chance once in twenty times', () => {
    // λ = (10 + 0.12 + 0.011) · 0.135 = 1.3677, and 2 · exp(-2 λ²) = 0.0474.
    assert.ok(Math.abs(compareSamples(numbers(0, 200), numbers(27, 227)) - 0.0474) < 0.0002);
  });
});

describe('a report', () => {
  const table: Table = {
    title: 'Waiting',
    subject: 'ours',
    alternative: 'theirs',
    figures: [
      { what: 'p50', unit: 'ms', value: 30.04, beside: 15.02 },
      { what: 'difference', unit: '%', value: 0.5 },
    ],
  };

  test('has each figure beside the alternative, with the ratio', () => {
    assert.equal(
      renderFindings({ tables: [table], plans: [{ what: 'list', text: 'Limit\n  ->  Index Scan' }] }),
      [
        'Waiting',
        '                  ours    theirs   ratio',
        '  p50          30.0 ms   15.0 ms    2.00',
        '  difference    0.50 %',
        '',
        'Plan: list',
        '',
        '  Limit',
        '    ->  Index Scan',
      ].join('\n'),
    );
  });

  test('has the ratios for machines, too', () => {
    const read: unknown = JSON.parse(JSON.stringify(withRatios({ tables: [table] })));
    assert.deepEqual(read, {
      tables: [{ ...table, figures: [{ ...table.figures[0], ratio: 2 }, table.figures[1]] }],
      plans: [],
    });
  });
});
