// What somebody who adds and subtracts can find out. A table with its totals is a network in which each count flows
// from its row to its column, and totals lead back; what is known of a count bounds its flow. How far a count can
// move while all that is known stays true is then a matter of augmenting paths, and exact: the bounds are those that
// linear programming finds (the matrix is totally unimodular).

/** One count of a table, with what a reader knows of it. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  /** The true count. */
  readonly count: number;
  lowest: number;
  highest: number;
}

/** Edges by the nodes that they touch. */
export type Network<Kind extends Edge = Edge> = readonly (readonly Kind[])[];

export function networkOf<Kind extends Edge>(nodes: number, edges: readonly Kind[]): Network<Kind> {
  const touching: Kind[][] = Array.from({ length: nodes }, () => []);
  for (const edge of edges) {
    touching[edge.from]?.push(edge);
    touching[edge.to]?.push(edge);
  }
  return touching;
}

/**
 * How many values a reader cannot tell apart from the true one, above and below together; stops counting at
 * `enough`.
 */
export function freedomOf(network: Network, edge: Edge, enough: number): number {
  const above = push(network, edge, 1, Math.min(enough, edge.highest - edge.count));
  const below = push(network, edge, -1, Math.min(enough - above, edge.count - edge.lowest));
  return above + below;
}

/** How far the count can go up (1) or down (-1) when others make up for it, at most `wanted`. */
function push(network: Network, edge: Edge, direction: 1 | -1, wanted: number): number {
  const moved = new Map<Edge, number>();
  const [start, end] = direction === 1 ? [edge.to, edge.from] : [edge.from, edge.to];
  let pushed = 0;
  while (pushed < wanted) {
    const path = findPath(network, start, end, edge, (each, way) => roomOf(each, way, moved.get(each) ?? 0));
    if (!path) return pushed;
    const amount = Math.min(
      wanted - pushed,
      ...path.map(({ via, way }) => roomOf(via, way, moved.get(via) ?? 0)),
    );
    for (const { via, way } of path) moved.set(via, (moved.get(via) ?? 0) + way * amount);
    pushed += amount;
  }
  return pushed;
}

/** How far a count may still move in a direction by itself. */
export function roomOf(edge: Edge, way: 1 | -1, moved = 0): number {
  const now = edge.count + moved;
  return way === 1 ? edge.highest - now : now - edge.lowest;
}

export interface Passage<Kind extends Edge = Edge> {
  readonly via: Kind;
  /** Along the edge (the count goes up) or against it. */
  readonly way: 1 | -1;
}

/** The shortest path along counts that have room, without `except`. */
function findPath(
  network: Network,
  start: number,
  end: number,
  except: Edge,
  room: (edge: Edge, way: 1 | -1) => number,
): Passage[] | undefined {
  const arrival = new Map<number, Arrival<Edge>>();
  const reached = [start];
  for (const node of reached) {
    for (const via of network[node] ?? []) {
      const way = via.from === node ? 1 : -1;
      const next = way === 1 ? via.to : via.from;
      if (via === except || next === start || arrival.has(next) || room(via, way) <= 0) continue;
      arrival.set(next, { before: node, passage: { via, way } });
      if (next === end) return trace(arrival, end);
      reached.push(next);
    }
  }
  return undefined;
}

/** The path with the lowest sum of costs, without `except`; `undefined` when every one is infinite. */
export function cheapestPath<Kind extends Edge>(
  network: Network<Kind>,
  start: number,
  end: number,
  except: Kind,
  cost: (edge: Kind, way: 1 | -1) => number,
): Passage<Kind>[] | undefined {
  const distance = network.map(() => Infinity);
  const arrival = new Map<number, Arrival<Kind>>();
  const done = new Set<number>();
  distance[start] = 0;
  for (;;) {
    let node: number | undefined;
    distance.forEach((far, each) => {
      if (!done.has(each) && far < (node === undefined ? Infinity : (distance[node] ?? Infinity)))
        node = each;
    });
    if (node === undefined) return undefined;
    if (node === end) return trace(arrival, end);
    done.add(node);
    for (const via of network[node] ?? []) {
      if (via === except) continue;
      const way = via.from === node ? 1 : -1;
      const next = way === 1 ? via.to : via.from;
      const far = (distance[node] ?? Infinity) + cost(via, way);
      if (far >= (distance[next] ?? Infinity)) continue;
      distance[next] = far;
      arrival.set(next, { before: node, passage: { via, way } });
    }
  }
}

/** How a node was reached. */
interface Arrival<Kind extends Edge> {
  readonly before: number;
  readonly passage: Passage<Kind>;
}

function trace<Kind extends Edge>(arrival: ReadonlyMap<number, Arrival<Kind>>, end: number): Passage<Kind>[] {
  const path: Passage<Kind>[] = [];
  for (let step = arrival.get(end); step; step = arrival.get(step.before)) path.push(step.passage);
  return path;
}
