// Publishes the figures of each authority once a day: computes them from the rollups, protects them, and stores them as
// they are answered. Whoever asks on that day gets the same, from every process.

import {
  cutOf,
  daysOf,
  endedPeriods,
  INDONESIAN_CALENDAR,
  keyOf,
  METRIC_DEFINITIONS,
  METRICS,
  officeDayOf,
  dateOf,
  periodOf,
  periodsFor,
  type Counts,
  type Cut,
  type DayNumber,
  type MetricId,
  type MetricSeries,
  type PeriodLength,
} from '@lintas/contract';
import type { Database, Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { decide, type Decisions, type Groups } from './decisions.ts';
import { lockRollups } from './lock.ts';
import { isPublished, seriesOf } from './series.ts';
import {
  hasBacklog,
  listAuthorities,
  readBuckets,
  readCounts,
  readPublication,
  writePublication,
  type SeriesRow,
} from './store.ts';
import { bucketsOf, countedOf, type CountRow } from './tallied.ts';

/**
 * Publishes for every authority whose last publication is not of today, unless another process still follows its log.
 * Resolves to how many that were.
 */
export async function publishMetrics({
  database,
  clock,
}: Pick<Dependencies, 'database' | 'clock'>): Promise<number> {
  const asOf = officeDayOf(clock(), INDONESIAN_CALENDAR);
  const authorities = await database.asOwner(listAuthorities);
  let published = 0;
  for (const authority of authorities) {
    if (await publishFor(database, authority, asOf)) published += 1;
  }
  return published;
}

function publishFor(database: Database, authority: string, asOf: DayNumber): Promise<boolean> {
  return database.asOwner(async (transaction) => {
    if (await isPublishedOn(transaction, authority, asOf)) return false;
    await lockRollups(transaction);
    if (await isPublishedOn(transaction, authority, asOf)) return false;
    if (await hasBacklog(transaction, authority)) return false;
    const rows = await readCounts(transaction, authority);
    const groups = groupsOf(rows);
    const first = firstDayOf(rows);
    const periods = periodsUntil(first, asOf);
    const decisions = decide(countedOf(rows), periods, groups);
    const series: SeriesRow[] = [];
    for (const cut of cutsOf(groups, decisions, periods)) {
      const buckets = bucketsOf(keyOf(cut), await readBuckets(transaction, authority, keyOf(cut)));
      series.push(...seriesOfCut(cut, periods, asOf, { decisions, buckets }));
    }
    const shown = shownGroups(series);
    await writePublication(
      transaction,
      authority,
      { asOf: dateOf(asOf), groups: { ...shown, first } },
      series,
    );
    return true;
  });
}

async function isPublishedOn(transaction: Transaction, authority: string, asOf: DayNumber): Promise<boolean> {
  return (await readPublication(transaction, authority))?.asOf === dateOf(asOf);
}

/** All periods from the year of the first case on; none without cases. */
export function periodsUntil(first: DayNumber | null, asOf: DayNumber): Counts['periods'] {
  const ended = (length: PeriodLength) => (first === null ? [] : endedPeriods(first, asOf, length));
  return { month: ended('month'), quarter: ended('quarter'), year: ended('year') };
}

function firstDayOf(rows: readonly CountRow[]): DayNumber | null {
  const days = rows.map(({ period }) => daysOf(period).first);
  return days.length === 0 ? null : daysOf(periodOf(Math.min(...days), 'year')).first;
}

function groupsOf(rows: readonly CountRow[]): Groups {
  const cuts = [...new Set(rows.map(({ cut }) => cut))].map(cutOf);
  const named = (dimension: keyof Groups): string[] =>
    [...new Set(cuts.flatMap((cut) => cut[dimension] ?? []))].sort();
  return { kind: named('kind'), office: named('office'), partner: named('partner') };
}

/** The cuts of which something may be published. */
function cutsOf(groups: Groups, decisions: Decisions, periods: Counts['periods']): Cut[] {
  const named = (names: readonly string[]) => names.filter((name) => name !== '');
  const cuts: Cut[] = [
    ...named(groups.kind).map((kind) => ({ kind })),
    ...named(groups.office).map((office) => ({ office })),
    ...named(groups.partner).map((partner) => ({ partner })),
    ...named(groups.kind).flatMap((kind) => named(groups.office).map((office) => ({ kind, office }))),
  ];
  const all = Object.values(periods).flat();
  const hasFigure = (cut: Cut): boolean =>
    Object.values<Decisions[keyof Decisions]>({ ...decisions }).some((decided) =>
      all.some((period) => !decided(cut, period).suppressed),
    );
  return [{}, ...cuts.filter(hasFigure)];
}

function seriesOfCut(
  cut: Cut,
  periods: Counts['periods'],
  asOf: DayNumber,
  source: Parameters<typeof seriesOf>[5],
): SeriesRow[] {
  const lengths = periodsFor(cut) ?? [];
  const metrics = METRICS.filter((metric) => takes(metric, cut));
  return metrics.flatMap((metric) =>
    lengths.flatMap((length) => {
      const series: MetricSeries[] = seriesOf(metric, cut, length, periods[length], asOf, source);
      return isPublished(series) || Object.keys(cut).length === 0 ? [{ metric, cut, length, series }] : [];
    }),
  );
}

/** Whether a metric can be narrowed like this. */
export function takes(metric: MetricId, cut: Cut): boolean {
  const filters: readonly string[] = METRIC_DEFINITIONS[metric].filters;
  const crossed = cut.kind !== undefined && cut.office !== undefined;
  return (
    Object.keys(cut).every((dimension) => filters.includes(dimension)) &&
    !(crossed && filters.includes('partner'))
  );
}

function shownGroups(series: readonly SeriesRow[]): {
  kinds: string[];
  offices: string[];
  partners: string[];
} {
  const shown = (dimension: keyof Groups): string[] =>
    [...new Set(series.flatMap(({ cut }) => cut[dimension] ?? []))].sort();
  return { kinds: shown('kind'), offices: shown('office'), partners: shown('partner') };
}
