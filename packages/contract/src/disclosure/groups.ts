// Which groups of people are published with figures that are exact, such as means: with the figure of all, and those of
// all groups but one, everybody has that of the one. So what is left out is left out together with enough others.

import { DISCLOSURE_RULES, isTooFew, requireRules, type DisclosureRules } from './rules.ts';

/**
 * Whether each group is published. Those who are in none that is published are nobody, or enough, behind every figure.
 *
 * @param groups for each group, how many people are behind each figure of it; behind the first one all of them
 * @param everybody the same for all people, those without a group among them
 */
export function groupsToShow(
  groups: readonly (readonly number[])[],
  everybody: readonly number[],
  rules: DisclosureRules = DISCLOSURE_RULES,
): readonly boolean[] {
  requireRules(rules);
  const isFew = (people: number): boolean => people !== 0 && isTooFew(people, rules);
  const shown = groups.map(([all = 0, ...others]) => !isTooFew(all, rules) && !others.some(isFew));
  const isCovered = (): boolean => {
    const [all = 0, ...others] = everybody.map(
      (people, figure) =>
        people - sumOf(groups.map((group, at) => (shown[at] === true ? (group[figure] ?? 0) : 0))),
    );
    if (all === 0 && others.every((people) => people === 0)) return !shown.includes(false);
    return !isTooFew(all, rules) && !others.some(isFew);
  };
  while (shown.includes(true) && !isCovered()) shown[smallestOf(groups, shown)] = false;
  return shown;
}

function smallestOf(groups: readonly (readonly number[])[], shown: readonly boolean[]): number {
  const open = groups.map(([all = 0], at) => ({ all, at })).filter(({ at }) => shown[at] === true);
  return open.reduce((one, other) => (other.all < one.all ? other : one)).at;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
