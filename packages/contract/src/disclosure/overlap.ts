// What somebody can work out who has the sum over every batch of answers and the sum over every group of the people who
// gave them. Whatever they add and subtract, each batch leaves them at least the smaller of two sides: its people of some
// groups, or those of all others.

/** How many people of a group are in each batch; all groups have the same batches. */
type Group = readonly number[];

/**
 * How few people can be behind a sum that is worked out, other than those that are published; `Infinity` when no other
 * can be.
 *
 * @param groups of the people of all batches: everybody is in one of them
 */
export function fewestBehind(groups: readonly Group[]): number {
  return Math.min(Infinity, ...clustersOf(groups).map(smallestCut));
}

/** Groups that share a batch, directly or by way of others. Between two clusters there is nothing to work out. */
function clustersOf(groups: readonly Group[]): Group[][] {
  return groups.reduce<Group[][]>((clusters, group) => {
    const isNear = (cluster: readonly Group[]): boolean => cluster.some((other) => shareBatch(group, other));
    const near = clusters.filter(isNear);
    return [...clusters.filter((cluster) => !near.includes(cluster)), [group, ...near.flat()]];
  }, []);
}

function shareBatch(one: Group, other: Group): boolean {
  return one.some((people, batch) => people > 0 && (other[batch] ?? 0) > 0);
}

/**
 * The smallest of all ways to part a cluster in two. What a way leaves is symmetric and submodular, so not every way has
 * to be tried (Queyranne, "Minimizing symmetric submodular functions", 1998).
 */
function smallestCut(cluster: readonly Group[]): number {
  const all = cluster.reduce(together, []);
  const left = (side: Group): number =>
    all.reduce((sum, people, batch) => sum + Math.min(side[batch] ?? 0, people - (side[batch] ?? 0)), 0);
  let smallest = Infinity;
  let sides = [...cluster];
  while (sides.length > 1) {
    const ordered = inOrder(sides, left);
    const [last = [], beforeLast = [], ...others] = [...ordered].reverse();
    smallest = Math.min(smallest, left(last));
    sides = [...others, together(beforeLast, last)];
  }
  return smallest;
}

/** Of the last one in this order it is known: no way that parts it from the one before leaves less than it alone. */
function inOrder(sides: readonly Group[], left: (side: Group) => number): Group[] {
  const waiting = [...sides];
  const ordered = waiting.splice(0, 1);
  let before: Group = ordered[0] ?? [];
  while (waiting.length > 0) {
    const costs = waiting.map((side) => left(together(before, side)) - left(side));
    const [next = []] = waiting.splice(costs.indexOf(Math.min(...costs)), 1);
    ordered.push(next);
    before = together(before, next);
  }
  return ordered;
}

function together(one: Group, other: Group): Group {
  const [longer, shorter] = one.length < other.length ? [other, one] : [one, other];
  return longer.map((people, batch) => people + (shorter[batch] ?? 0));
}
