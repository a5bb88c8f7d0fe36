// Sums of batches and sums of groups together tell nothing of fewer people than is said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fewestBehind } from '@lintas/contract/disclosure';

const BATCHES = 4;
const anyGroup = fc.array(fc.oneof(fc.constant(0), fc.nat(12)), { minLength: BATCHES, maxLength: BATCHES });

test('three quarters and one service leave the answers of eight people', () => {
  assert.equal(
    fewestBehind([
      [8, 7, 3],
      [2, 3, 7],
    ]),
    8,
  );
  assert.equal(
    fewestBehind([
      [50, 60],
      [30, 20],
      [12, 15],
    ]),
    27,
  );
});

test('groups without a batch in common, or only one, leave nothing', () => {
  assert.equal(
    fewestBehind([
      [12, 0],
      [0, 15],
    ]),
    Infinity,
  );
  assert.equal(fewestBehind([[12, 9]]), Infinity);
  assert.equal(
    fewestBehind([
      [12, 9],
      [0, 0],
    ]),
    Infinity,
  );
  assert.equal(fewestBehind([]), Infinity);
});

test('no way of adding and subtracting leaves fewer', () => {
  fc.assert(
    fc.property(fc.array(anyGroup, { minLength: 1, maxLength: 6 }), (groups) => {
      assert.equal(fewestBehind(groups), fewestOfAllWays(groups));
    }),
    { numRuns: 10_000 },
  );
});

/** Tries every side of groups, and takes what is left of each batch. */
function fewestOfAllWays(groups: readonly (readonly number[])[]): number {
  const sumOf = (side: readonly (readonly number[])[], batch: number) =>
    side.reduce((sum, group) => sum + (group[batch] ?? 0), 0);
  let fewest = Infinity;
  for (let chosen = 1; chosen < 2 ** groups.length - 1; chosen += 1) {
    const [one, other] = [1, 0].map((bit) => groups.filter((_, at) => ((chosen >> at) & 1) === bit));
    const left = Array.from({ length: BATCHES }, (_, batch) =>
      Math.min(sumOf(one ?? [], batch), sumOf(other ?? [], batch)),
    ).reduce((sum, people) => sum + people, 0);
    // Where nothing is left, it is a sum of what is published.
    if (left > 0) fewest = Math.min(fewest, left);
  }
  return fewest;
}
