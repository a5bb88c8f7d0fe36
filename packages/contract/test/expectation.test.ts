// What a person is told of when a decision comes: a range that rests on something, or honestly nothing.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ESTIMATE_BASES, expectationOf, type Estimate } from '@lintas/contract';

const today = '2026-03-01';
const range = { earliest: '2026-04-01', latest: '2026-06-01' };
const estimate: Estimate = { basis: 'service_standard', ...range, asOf: '2026-02-01', overdue: false };

describe('a person is told', () => {
  test('the range of a sound estimate, on its last day too', () => {
    assert.deepEqual(expectationOf(estimate, today), { kind: 'range', ...range });
    assert.deepEqual(expectationOf(estimate, range.latest), { kind: 'range', ...range });
  });

  test('nothing when there is no estimate, no range or no basis', () => {
    const { earliest, latest, ...open } = estimate;
    const nothing = [
      null,
      open,
      { ...open, earliest },
      { ...open, latest },
      { ...estimate, basis: 'unknown' },
    ];
    for (const each of nothing) assert.deepEqual(expectationOf(each, today), { kind: 'unknown' });
  });

  test('nothing that rests on fewer than 30 cases, whatever the basis', () => {
    for (const basis of ['percentile', 'queue', 'service_standard']) {
      assert.deepEqual(expectationOf({ ...estimate, basis, sample: 29 }, today), { kind: 'unknown' });
      assert.deepEqual(expectationOf({ ...estimate, basis, sample: 30 }, today), { kind: 'range', ...range });
    }
    assert.deepEqual(expectationOf({ ...estimate, basis: 'percentile' }, today), { kind: 'unknown' });
  });

  test('nothing that spans more than 24 months', () => {
    const spanning = (earliest: string, latest: string) =>
      expectationOf({ ...estimate, earliest, latest }, today).kind;
    assert.equal(spanning('2026-04-15', '2028-04-15'), 'range');
    assert.equal(spanning('2026-04-15', '2028-04-16'), 'unknown');
    assert.equal(spanning('2026-03-31', '2028-03-31'), 'range');
    assert.equal(spanning('2026-03-31', '2028-04-01'), 'unknown');
  });

  test('nothing when the range is the wrong way round', () => {
    const turned = { ...estimate, earliest: range.latest, latest: range.earliest };
    assert.deepEqual(expectationOf(turned, today), { kind: 'unknown' });
  });

  test('that it takes longer than was said, once the range has passed', () => {
    assert.deepEqual(expectationOf(estimate, '2026-06-02'), { kind: 'overdue' });
  });

  test('nothing of taking longer when the range that passed was never shown', () => {
    assert.deepEqual(expectationOf({ ...estimate, sample: 5 }, '2026-06-02'), { kind: 'unknown' });
    assert.deepEqual(expectationOf({ ...estimate, basis: 'unknown' }, '2026-06-02'), { kind: 'unknown' });
  });

  test('that it takes longer when the authority says so, with the new range if it lies ahead', () => {
    const overdue = { ...estimate, overdue: true };
    assert.deepEqual(expectationOf(overdue, today), { kind: 'overdue', ...range });
    assert.deepEqual(expectationOf(overdue, '2026-06-02'), { kind: 'overdue' });
    assert.deepEqual(expectationOf({ ...overdue, sample: 3 }, today), { kind: 'overdue' });
    assert.deepEqual(expectationOf({ basis: 'unknown', asOf: today, overdue: true }, today), {
      kind: 'overdue',
    });
  });

  test('the range also when a newer server names a basis that this version does not know', () => {
    assert.deepEqual(expectationOf({ ...estimate, basis: 'court_order' }, today), {
      kind: 'range',
      ...range,
    });
  });

  test('never a range that ends before today or runs backwards, whatever the estimate', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const any = fc.record(
      {
        basis: fc.constantFrom(...ESTIMATE_BASES, 'later'),
        asOf: day,
        overdue: fc.boolean(),
        earliest: day,
        latest: day,
        sample: fc.nat({ max: 60 }),
      },
      { requiredKeys: ['basis', 'asOf', 'overdue'] },
    );
    fc.assert(
      fc.property(any, day, (each, now) => {
        const expected = expectationOf(each, now);
        if (expected.kind === 'unknown' || expected.latest === undefined) return;
        assert.ok(expected.latest >= now && (expected.earliest ?? '') <= expected.latest);
      }),
    );
  });
});
