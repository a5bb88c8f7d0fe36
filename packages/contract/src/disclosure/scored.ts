// Publishes how often each point of a scale was given, beside scores of it. A mean is exact, so that few are left who
// can have given a hidden point; counts are left out until they add nothing to what the scores say anyway.

import {
  countsShownAs,
  DISCLOSURE_RULES,
  isTooFew,
  requireRules,
  ROUNDED_TO,
  showCount,
  SUPPRESSED,
  type DisclosureRules,
  type PublishedCount,
} from './rules.ts';
import { protectParts } from './table.ts';

/**
 * Publishes the counts of points.
 *
 * @param counts of each point
 * @param scores what is published beside them: for each score, how much each point weighs in it. A reader is taken to
 * know every score exactly, and how many answered.
 */
export function protectScored(
  counts: readonly number[],
  scores: readonly (readonly number[])[],
  rules: DisclosureRules = DISCLOSURE_RULES,
): { readonly parts: readonly PublishedCount[]; readonly total: PublishedCount } {
  requireRules(rules);
  const { parts, total } = protectParts(counts, rules);
  const weights = [counts.map(() => 1), ...scores];
  const few = counts.flatMap((count, point) => (isTooFew(count, rules) ? [point] : []));
  const allHidden = counts.map((count) => roomOf(count, true, rules));
  const wanted = few.map((point) => valuesOf(point, allHidden, weights));
  const hidden = parts.map(({ suppressed }) => suppressed);
  const isKept = (): boolean => {
    const rooms = counts.map((count, point) => roomOf(count, hidden[point] === true, rules));
    return few.every((point, index) => valuesOf(point, rooms, weights) >= (wanted[index] ?? 0));
  };
  while (hidden.includes(false) && !isKept()) hidden[smallestShown(counts, hidden)] = true;
  return {
    parts: counts.map((count, point) => (hidden[point] === true ? SUPPRESSED : showCount(count))),
    total,
  };
}

/** How far a count may be from the true one, for all that its reader knows. */
interface Room {
  readonly down: number;
  readonly up: number;
}

/** Among so many values to either side, those that are possible are enough, and further than this nobody has to look. */
const NEAR = 2 * ROUNDED_TO;
/** How far other counts may have to move to make up for it: on a scale of four points three times as far. */
const FAR = 3 * NEAR;

function roomOf(count: number, hidden: boolean, rules: DisclosureRules): Room {
  if (hidden) return { down: Math.min(FAR, count), up: FAR };
  const { lowest, highest } = countsShownAs(showCount(count).value ?? count, rules);
  return { down: Math.max(0, count - lowest), up: Math.max(0, highest - count) };
}

/** How many values a count may have, the true one among them, while the rest makes up for it; up to enough of them. */
function valuesOf(point: number, rooms: readonly Room[], weights: readonly (readonly number[])[]): number {
  const { down, up } = rooms[point] ?? { down: 0, up: 0 };
  let values = 1;
  for (let by = -Math.min(down, NEAR); by <= Math.min(up, NEAR) && values < ROUNDED_TO; by += 1) {
    const missing = weights.map((weight) => -by * (weight[point] ?? 0));
    if (by !== 0 && canMakeUp(missing, rooms, weights, point, 0, MOST_OTHERS)) values += 1;
  }
  return values;
}

/** A change is made up for by so many other counts at most: as many as there are sums to keep. */
const MOST_OTHERS = 3;

function canMakeUp(
  missing: readonly number[],
  rooms: readonly Room[],
  weights: readonly (readonly number[])[],
  point: number,
  from: number,
  others: number,
): boolean {
  if (missing.every((each) => each === 0)) return true;
  if (others === 0) return false;
  const [people = 0] = missing;
  for (let other = from; other < rooms.length; other += 1) {
    const { down, up } = rooms[other] ?? { down: 0, up: 0 };
    if (other === point) continue;
    // The last one has to bring exactly the people who are missing.
    const [least, most] = others === 1 ? [people, people] : [-down, up];
    for (let by = Math.max(least, -down); by <= Math.min(most, up); by += 1) {
      if (by === 0) continue;
      const left = missing.map((each, index) => each - by * (weights[index]?.[other] ?? 0));
      if (canMakeUp(left, rooms, weights, point, other + 1, others - 1)) return true;
    }
  }
  return false;
}

function smallestShown(counts: readonly number[], hidden: readonly boolean[]): number {
  const shown = counts
    .map((count, point) => ({ count, point }))
    .filter(({ point }) => hidden[point] !== true);
  return shown.reduce((one, other) => (other.count < one.count ? other : one)).point;
}
