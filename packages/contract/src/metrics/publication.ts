// Decides which counts are published: of all, by one dimension, and of kinds at offices, for the fixed periods. Every
// decision rests only on what ended no later than its own period, so that time changes none of them; each table that
// adds up is protected by itself, with what was decided before (see disclosure/table.ts).

import {
  DISCLOSURE_RULES,
  isTooFew,
  protectTable,
  showCount,
  SUPPRESSED,
  type CountCell,
  type CountTable,
  type DisclosureRules,
  type PublishedCount,
} from '../disclosure/index.ts';
import { ALL, keyOf, type Cut, type Dimension } from './cuts.ts';
import { partsOf, type Period } from './periods.ts';
import type { PeriodLength } from './vocabulary.ts';

/** Counts that are to be published. */
export interface Counts {
  /** Periods that have ended, whole years first to last. */
  readonly periods: Readonly<Record<PeriodLength, readonly Period[]>>;
  /** The groups of each dimension that the counts are told apart by; together they are all. */
  readonly groups: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  count(cut: Cut, period: Period): number;
  /** Whether it is left out to protect a count of another table. */
  leaveOut?(cut: Cut, period: Period): boolean;
}

/** What became of a count. Whatever was not decided about is suppressed. */
export type PublishedCounts = (cut: Cut, period: Period) => PublishedCount;

/** Publishes counts of what happened during periods: those of a year are the sum of those of its parts. */
export function publishFlow(counts: Counts, rules: DisclosureRules = DISCLOSURE_RULES): PublishedCounts {
  const book = openBook(counts, rules);
  const { months, quarters, years } = periodsOf(counts);
  for (const month of months) book.decideAlone(ALL, month);
  for (const quarter of quarters) book.decideWhole(ALL, quarter, [partsOf(quarter)]);
  for (const year of years) book.decideWhole(ALL, year, partsOf(year).map(partsOf), partsOf(year));
  for (const [dimension, groups] of dimensionsOf(counts)) {
    for (const quarter of quarters) book.decideParts(dimension, groups, quarter);
    for (const year of years) book.decideSums(dimension, groups, year);
  }
  for (const year of years) book.decideCrossing(year);
  return book.read;
}

/** Publishes counts of what stood at the ends of periods: the end of a year is that of its last part. */
export function publishStock(counts: Counts, rules: DisclosureRules = DISCLOSURE_RULES): PublishedCounts {
  const book = openBook(counts, rules);
  const { months, quarters, years } = periodsOf(counts);
  const last = (period: Period): Period => partsOf(period).at(-1) ?? period;
  for (const month of months) book.decideAlone(ALL, month);
  for (const period of [...quarters, ...years]) book.write(ALL, period, book.read(ALL, last(period)));
  for (const [dimension, groups] of dimensionsOf(counts)) {
    for (const quarter of quarters) book.decideParts(dimension, groups, quarter);
    for (const year of years) {
      for (const group of groups) {
        const cut = { [dimension]: group };
        book.write(cut, year, book.read(cut, last(year)));
      }
    }
  }
  for (const year of years) book.decideCrossing(year);
  return book.read;
}

function periodsOf({ periods }: Counts) {
  return { months: periods.month, quarters: periods.quarter, years: periods.year };
}

function dimensionsOf({ groups }: Counts): [Dimension, readonly string[]][] {
  const { kind, office, partner, outcome } = groups;
  const all: [Dimension, readonly string[] | undefined][] = [
    ['kind', kind],
    ['office', office],
    ['partner', partner],
    ['outcome', outcome],
  ];
  return all.flatMap(([dimension, each]) => (each ? [[dimension, each]] : []));
}

/** What was decided so far, and the kinds of tables by which more is decided. */
function openBook(counts: Counts, rules: DisclosureRules) {
  const decisions = new Map<string, PublishedCount>();
  const key = (cut: Cut, period: Period): string => `${period} ${keyOf(cut)}`;
  const read: PublishedCounts = (cut, period) => decisions.get(key(cut, period)) ?? SUPPRESSED;
  const write = (cut: Cut, period: Period, decision: PublishedCount | undefined): void =>
    void decisions.set(key(cut, period), decision ?? SUPPRESSED);

  /** Not decided yet. A group without a name is never asked for, so it protects the others. */
  const open = (cut: Cut, period: Period, possible = true): CountCell => ({
    count: counts.count(cut, period),
    settled: hasNamelessGroup(cut)
      ? 'unpublished'
      : possible && counts.leaveOut?.(cut, period) !== true
        ? 'open'
        : 'suppressed',
  });
  const decided = (cut: Cut, period: Period): CountCell => ({
    count: counts.count(cut, period),
    settled: hasNamelessGroup(cut) ? 'unpublished' : read(cut, period).suppressed ? 'suppressed' : 'shown',
  });
  const unpublished = (count = 0): CountCell => ({ count, settled: 'unpublished' });
  const isShown = (cut: Cut, period: Period): boolean => !read(cut, period).suppressed;

  return {
    read,
    write,
    decideAlone(cut: Cut, period: Period): void {
      const { count, settled } = open(cut, period);
      write(cut, period, settled === 'open' && !isTooFew(count, rules) ? showCount(count) : SUPPRESSED);
    },
    /** A whole whose parts were decided before, in rows whose sums may have been decided as well. */
    decideWhole(cut: Cut, whole: Period, rows: readonly Period[][], sums: readonly Period[] = [whole]): void {
      const columns = rows[0]?.map((_, index) =>
        sumOf(rows.map((row) => counts.count(cut, row[index] ?? whole))),
      );
      const alone = sums.length === 1;
      const table: CountTable = {
        cells: rows.map((row) => row.map((part) => decided(cut, part))),
        rowTotals: alone ? [open(cut, whole)] : sums.map((sum) => decided(cut, sum)),
        columnTotals: (columns ?? []).map(unpublished),
        total: alone ? unpublished(counts.count(cut, whole)) : open(cut, whole),
      };
      const { rowTotals, total } = protectTable(table, rules);
      write(cut, whole, alone ? rowTotals[0] : total);
    },
    /** The groups of a dimension in one period, when the whole is decided. */
    decideParts(dimension: Dimension, groups: readonly string[], period: Period): void {
      const cuts = groups.map((group): Cut => ({ [dimension]: group }));
      const table: CountTable = {
        cells: [cuts.map((cut) => open(cut, period, isShown(ALL, period)))],
        rowTotals: [decided(ALL, period)],
        columnTotals: cuts.map((cut) => unpublished(counts.count(cut, period))),
        total: unpublished(counts.count(ALL, period)),
      };
      const [parts] = protectTable(table, rules).cells;
      cuts.forEach((cut, index) => write(cut, period, parts?.[index]));
    },
    /** The sums over a year of groups whose quarters are decided. */
    decideSums(dimension: Dimension, groups: readonly string[], year: Period): void {
      const cuts = groups.map((group): Cut => ({ [dimension]: group }));
      const table: CountTable = {
        cells: cuts.map((cut) => partsOf(year).map((part) => decided(cut, part))),
        rowTotals: cuts.map((cut) => open(cut, year, isShown(ALL, year))),
        columnTotals: partsOf(year).map((part) => decided(ALL, part)),
        total: decided(ALL, year),
      };
      const { rowTotals } = protectTable(table, rules);
      cuts.forEach((cut, index) => write(cut, year, rowTotals[index]));
    },
    /** Kinds at offices, when the sums of both are decided. */
    decideCrossing(year: Period): void {
      const { kind: kinds, office: offices } = counts.groups;
      if (!kinds || !offices) return;
      const possible = (kind: string, office: string): boolean =>
        isShown({ kind }, year) && isShown({ office }, year);
      const table: CountTable = {
        cells: kinds.map((kind) =>
          offices.map((office) => open({ kind, office }, year, possible(kind, office))),
        ),
        rowTotals: kinds.map((kind) => decided({ kind }, year)),
        columnTotals: offices.map((office) => decided({ office }, year)),
        total: decided(ALL, year),
      };
      const { cells } = protectTable(table, rules);
      kinds.forEach((kind, row) =>
        offices.forEach((office, column) => write({ kind, office }, year, cells[row]?.[column])),
      );
    },
  };
}

function hasNamelessGroup(cut: Cut): boolean {
  return Object.values(cut).includes('');
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
