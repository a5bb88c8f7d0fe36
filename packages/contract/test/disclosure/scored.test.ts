// A mean beside counts tells nobody who gave a point that is hidden.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { groupsToShow, isTooFew, protectScored } from '@lintas/contract/disclosure';

const POINTS = [1, 2, 3, 4];
const answered = fc
  .array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 12 }), fc.nat({ max: 20 })), {
    minLength: 4,
    maxLength: 4,
  })
  .filter((counts) => sumOf(counts) >= 10 && sumOf(counts) <= 45);

describe('the points of a scale with its mean', () => {
  test('leave as many answers possible as the mean alone, up to as many as rounding leaves', () => {
    fc.assert(
      fc.property(answered, (counts) => {
        const { parts } = protectScored(counts, [POINTS]);
        const shown = parts.map(({ value }) => value);
        const alone = valuesLeft(counts, [null, null, null, null]);
        const beside = valuesLeft(counts, shown);
        counts.forEach((count, point) => {
          if (!isTooFew(count)) return;
          assert.equal(shown[point], null);
          const [left = 0, most = 0] = [beside[point]?.size, alone[point]?.size];
          assert.ok(
            left >= Math.min(5, most),
            `${counts.join(' ')}: point ${point + 1} has ${left} of ${most}`,
          );
        });
      }),
      { numRuns: 400 },
    );
  });

  test('are counted as far as other counts can move', () => {
    const { parts } = protectScored([13, 7, 1, 0], [POINTS]);
    assert.ok(
      (valuesLeft(
        [13, 7, 1, 0],
        parts.map(({ value }) => value),
      )[3]?.size ?? 0) >= 4,
    );
  });

  test('are all told where nobody is near', () => {
    const { parts } = protectScored([30, 89, 178, 75], [POINTS]);
    assert.deepEqual(
      parts.map(({ value }) => value),
      [30, 90, 180, 75],
    );
  });
});

/**
 * What each count may be, by going through every way in which so many people can have answered: a reader knows how many
 * they are and the sum of what they gave, and what is shown.
 */
function valuesLeft(counts: readonly number[], shown: readonly (number | null)[]): Set<number>[] {
  const people = sumOf(counts);
  const given = sumOf(counts.map((count, index) => count * (POINTS[index] ?? 0)));
  const values = POINTS.map(() => new Set<number>());
  const fits = (count: number, at: number): boolean => {
    const value = shown[at] ?? null;
    return value === null || (count >= Math.max(10, value - 2) && count <= value + 2);
  };
  for (let one = 0; one <= people; one += 1) {
    for (let two = 0; one + two <= people; two += 1) {
      // The other two follow from how many they are and what they gave.
      const rest = people - one - two;
      const four = given - one - 2 * two - 3 * rest;
      const all = [one, two, rest - four, four];
      if (four < 0 || four > rest || !all.every(fits)) continue;
      all.forEach((count, at) => values[at]?.add(count));
    }
  }
  return values;
}

describe('groups with exact figures', () => {
  const people = fc.oneof(fc.nat({ max: 14 }), fc.nat({ max: 60 }));
  const group = fc.tuple(people, people).map(([all, some]) => [all, Math.min(all, some)]);

  test('leave nobody alone: who is in no published group is nobody, or enough, behind every figure', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), group, (groups, nameless) => {
        const everybody = [0, 1].map((figure) =>
          sumOf([...groups, nameless].map((each) => each[figure] ?? 0)),
        );
        const inOneBatch = (counts: readonly number[]) => counts.map((count) => [count]);
        const shown = groupsToShow(groups.map(inOneBatch), inOneBatch(everybody));
        if (!shown.includes(true)) return;
        const published = groups.filter((_, at) => shown[at] === true);
        for (const [all = 0, some = 0] of published) assert.ok(all >= 10 && (some === 0 || some >= 10));
        const [all = 0, some = 0] = everybody.map(
          (sum, figure) => sum - sumOf(published.map((each) => each[figure] ?? 0)),
        );
        assert.ok((all === 0 && !shown.includes(false)) || all >= 10, `${all} are left`);
        assert.ok(some === 0 || some >= 10, `${some} are left`);
      }),
      { numRuns: 2000 },
    );
  });

  test('tell nothing of few together with the batches, in which all are published', () => {
    // Two batches less the service leave five people of others, and take three of its own away.
    assert.deepEqual(groupsToShow([[[8, 7, 3]]], [[10, 10, 10]]), [false]);
    assert.deepEqual(groupsToShow([[[18, 0, 0]]], [[18, 12, 10]]), [true]);
    assert.deepEqual(groupsToShow([[[8, 7, 3]], [[60, 50, 60]]], [[70, 60, 70]]), [true, true]);
  });

  test('are all published when all are large, and one small one takes only the smallest with it', () => {
    assert.deepEqual(groupsToShow([[[50]], [[40]], [[30]]], [[120]]), [true, true, true]);
    assert.deepEqual(groupsToShow([[[50]], [[40]], [[3]]], [[93]]), [true, false, false]);
    assert.deepEqual(groupsToShow([[[50]], [[40]]], [[93]]), [true, false], 'three named no group');
    assert.deepEqual(
      groupsToShow([[[50]], [[40]], [[0]]], [[90]]),
      [true, false, false],
      'none looks like few',
    );
  });
});

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
