// Publishes a table of counts with its totals: suppresses what is too few, then as much more as it takes that nobody
// can work the suppressed counts out again from the rest.

import { cheapestPath, freedomOf, networkOf, roomOf, type Edge, type Network } from './network.ts';
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

/**
 * What is settled of a count before its table is published:
 * `open`, nothing: shown unless it is too few or has to protect another;
 * `shown` and `suppressed`, by an earlier publication that others have read;
 * `unpublished`, it never is shown, and protects without being asked.
 */
export type Settled = 'open' | 'shown' | 'suppressed' | 'unpublished';

/** A count with what is settled of it. */
export interface CountCell {
  readonly count: number;
  readonly settled: Settled;
}

/** Counts and the totals of their rows and columns; every total is the sum of what it stands for. */
export interface CountTable<Cell = CountCell> {
  readonly cells: readonly (readonly Cell[])[];
  readonly rowTotals: readonly Cell[];
  readonly columnTotals: readonly Cell[];
  readonly total: Cell;
}

/** Publishes counts of which nothing is published yet, with the totals of all rows and columns. */
export function protectCounts(
  counts: readonly (readonly number[])[],
  rules: DisclosureRules = DISCLOSURE_RULES,
): CountTable<PublishedCount> {
  const open = (count: number): CountCell => ({ count, settled: 'open' });
  const sum = (row: readonly number[]): number => row.reduce((one, other) => one + other, 0);
  const columns = (counts[0] ?? []).map((_, column) => counts.map((row) => row[column] ?? 0));
  const table: CountTable = {
    cells: counts.map((row) => row.map(open)),
    rowTotals: counts.map((row) => open(sum(row))),
    columnTotals: columns.map((column) => open(sum(column))),
    total: open(sum(counts.map(sum))),
  };
  return protectTable(table, rules);
}

/** Publishes the parts of a whole, for example how often each answer was given. */
export function protectParts(
  counts: readonly number[],
  rules: DisclosureRules = DISCLOSURE_RULES,
): { readonly parts: readonly PublishedCount[]; readonly total: PublishedCount } {
  const total = counts.reduce((one, other) => one + other, 0);
  const unpublished = (count: number): CountCell => ({ count, settled: 'unpublished' });
  const table: CountTable = {
    cells: [counts.map((count) => ({ count, settled: 'open' }))],
    rowTotals: [{ count: total, settled: 'open' }],
    columnTotals: counts.map(unpublished),
    total: unpublished(total),
  };
  const { cells, rowTotals } = protectTable(table, rules);
  return { parts: cells[0] ?? [], total: rowTotals[0] ?? SUPPRESSED };
}

/**
 * Publishes a table. For every suppressed count below the threshold, a reader who knows all that is shown, and that
 * no count is negative, is left with at least as many possible values as rounding leaves.
 */
export function protectTable(
  table: CountTable,
  rules: DisclosureRules = DISCLOSURE_RULES,
): CountTable<PublishedCount> {
  requireRules(rules);
  const edges = cellEdges(table).map(({ cell, from, to }) => edgeOf(cell, from, to, rules));
  const network = networkOf(table.rowTotals.length + table.columnTotals.length + 2, edges);
  const mayHide = (edge: TableEdge): boolean => edge.open && !edge.hidden;
  for (const edge of edges) {
    if (edge.hidden && edge.published && isTooFew(edge.count, rules)) protect(network, edge, mayHide);
  }
  return tableOf(
    table,
    edges.map((edge) => (edge.hidden ? SUPPRESSED : showCount(edge.count))),
  );
}

/** As many values as a rounded count may have, less the true one. */
const ENOUGH = ROUNDED_TO - 1;

interface TableEdge extends Edge {
  /** Whether this publication decides about it. */
  readonly open: boolean;
  readonly published: boolean;
  hidden: boolean;
}

function edgeOf(cell: CountCell, from: number, to: number, rules: DisclosureRules): TableEdge {
  const { count, settled } = cell;
  const open = settled === 'open';
  const hidden = settled === 'suppressed' || settled === 'unpublished' || (open && isTooFew(count, rules));
  const { lowest, highest } = hidden
    ? { lowest: 0, highest: Infinity }
    : countsShownAs(showCount(count).value ?? count, rules);
  const bounds = { lowest: Math.min(count, lowest), highest: Math.max(count, highest) };
  return { from, to, count, open, published: settled !== 'unpublished', hidden, ...bounds };
}

/** Suppresses the least that leaves the count free enough: the counts of the cheapest cycle through it. */
function protect(network: Network<TableEdge>, edge: TableEdge, mayHide: (edge: TableEdge) => boolean): void {
  const cost = (other: TableEdge, way: 1 | -1): number => {
    if (roomOf(other, way) >= ENOUGH) return 0;
    return mayHide(other) && (way === 1 || other.count >= ENOUGH) ? other.count + 1 : Infinity;
  };
  while (freedomOf(network, edge, ENOUGH) < ENOUGH) {
    const path =
      cheapestPath(network, edge.to, edge.from, edge, cost) ??
      cheapestPath(network, edge.from, edge.to, edge, cost);
    const needed = (path ?? []).map(({ via }) => via).filter(mayHide);
    const hiding = needed.length > 0 ? needed : network.flat().filter(mayHide);
    // Nothing is left to suppress: what is known of this count follows from what others have read already.
    if (hiding.length === 0) return;
    for (const other of hiding) Object.assign(other, { hidden: true, lowest: 0, highest: Infinity });
  }
}

interface CellEdge {
  readonly cell: CountCell;
  readonly from: number;
  readonly to: number;
}

/**
 * Where each count stands in the network: rows lead to columns, columns to the row of totals, that one to the column
 * of totals, and this back to the rows.
 */
function cellEdges({ cells, rowTotals, columnTotals, total }: CountTable): CellEdge[] {
  const rowOfTotals = rowTotals.length;
  const column = (index: number): number => rowOfTotals + 1 + index;
  const columnOfTotals = column(columnTotals.length);
  return [
    ...cells.flatMap((row, from) => row.map((cell, index) => ({ cell, from, to: column(index) }))),
    ...rowTotals.map((cell, to) => ({ cell, from: columnOfTotals, to })),
    ...columnTotals.map((cell, index) => ({ cell, from: column(index), to: rowOfTotals })),
    { cell: total, from: rowOfTotals, to: columnOfTotals },
  ];
}

/** The table of what became of each count, in the order of {@link cellEdges}. */
function tableOf(table: CountTable, counts: readonly PublishedCount[]): CountTable<PublishedCount> {
  const rest = counts.values();
  const next = (): PublishedCount => rest.next().value ?? SUPPRESSED;
  return {
    cells: table.cells.map((row) => row.map(next)),
    rowTotals: table.rowTotals.map(next),
    columnTotals: table.columnTotals.map(next),
    total: next(),
  };
}
