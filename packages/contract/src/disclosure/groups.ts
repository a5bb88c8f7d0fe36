// Which groups of people are published with figures that are exact, such as means: with the figure of all, and those of
// all groups but one, everybody has that of the one. So what is left out is left out together with enough others. And the
// figures of all are published batch by batch: with those of the groups, they must not tell of few either.

import { fewestBehind } from './overlap.ts';
import { DISCLOSURE_RULES, isTooFew, requireRules, type DisclosureRules } from './rules.ts';

/** How many people are behind each figure, in each batch of it; behind the first figure all of them. */
export type People = readonly (readonly number[])[];

/**
 * Whether each group is published. Those who are in none that is published are nobody, or enough, behind every figure; and
 * so are those of whom the groups and the batches together tell.
 *
 * @param everybody those without a group among them
 */
export function groupsToShow(
  groups: readonly People[],
  everybody: People,
  rules: DisclosureRules = DISCLOSURE_RULES,
): readonly boolean[] {
  requireRules(rules);
  const isFew = (people: number): boolean => people !== 0 && isTooFew(people, rules);
  const shown = groups.map((group) => {
    const [all = 0, ...others] = group.map(sumOf);
    return !isTooFew(all, rules) && !others.some(isFew);
  });
  const open = (): readonly People[] => groups.filter((_, at) => shown[at] === true);
  const isCovered = (rest: People): boolean => {
    const [all = 0, ...others] = rest.map(sumOf);
    if (all === 0 && others.every((people) => people === 0)) return !shown.includes(false);
    return !isTooFew(all, rules) && !others.some(isFew);
  };
  const isMixed = (rest: People): boolean =>
    rest.every((batches, figure) => {
      const behind = [...open().map((group) => group[figure] ?? []), batches];
      return !isTooFew(fewestBehind(behind), rules);
    });
  const isSafe = (): boolean => {
    const rest = withoutGroups(everybody, open());
    return isCovered(rest) && isMixed(rest);
  };
  while (shown.includes(true) && !isSafe()) shown[smallestOf(groups, shown)] = false;
  return shown;
}

function withoutGroups(everybody: People, groups: readonly People[]): People {
  return everybody.map((batches, figure) =>
    batches.map((people, batch) => people - sumOf(groups.map((group) => group[figure]?.[batch] ?? 0))),
  );
}

function smallestOf(groups: readonly People[], shown: readonly boolean[]): number {
  const open = groups
    .map(([all = []], at) => ({ all: sumOf(all), at }))
    .filter(({ at }) => shown[at] === true);
  return open.reduce((one, other) => (other.all < one.all ? other : one)).at;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
