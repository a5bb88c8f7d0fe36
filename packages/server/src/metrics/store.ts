// Publications in the database, and the sums that they are made of.

import type {
  Cut,
  DayNumber,
  I18nText,
  MetricId,
  MetricPartner,
  MetricSeries,
  PeriodLength,
} from '@lintas/contract';
import { keyOf } from '@lintas/contract';
import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';
import type { BucketRow, CountRow } from './tallied.ts';

/** What can be asked for, as of the last publication. */
export interface PublishedGroups {
  readonly kinds: readonly string[];
  readonly offices: readonly string[];
  readonly partners: readonly string[];
  /** First day of the first period. */
  readonly first: DayNumber | null;
}

export interface Publication {
  /** Plain date. */
  readonly asOf: string;
  readonly groups: PublishedGroups;
}

export interface SeriesRow {
  readonly metric: MetricId;
  readonly cut: Cut;
  readonly length: PeriodLength;
  readonly series: readonly MetricSeries[];
}

export async function listAuthorities(transaction: Transaction): Promise<string[]> {
  const rows = await transaction
    .selectFrom('tenants')
    .select('id')
    .where('kind', '=', 'authority')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether much of the log is still to be followed: more than what arrives between two looks at it. */
export async function hasBacklog(transaction: Transaction, tenantId: string): Promise<boolean> {
  const { rows } = await sql<{ marks: number }>`
    select count(*) as marks from (
      select from metrics_queue where tenant_id = ${tenantId} limit ${BACKLOG}
    ) q
  `.execute(transaction);
  return (rows[0]?.marks ?? 0) >= BACKLOG;
}

const BACKLOG = 1_000;

/** How many of each measure, for each cut and stored period. */
export async function readCounts(transaction: Transaction, tenantId: string): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    select measure, cut, period, answer, sum(count)::bigint as count
    from (
      select measure, cut, period, count,
        case when measure in ('within_standard', 'first_time_right') then bucket else 0 end as answer
      from metrics_rollups where tenant_id = ${tenantId}
    ) r group by measure, cut, period, answer
  `.execute(transaction);
  return rows;
}

export async function readBuckets(
  transaction: Transaction,
  tenantId: string,
  cut: string,
): Promise<BucketRow[]> {
  const { rows } = await sql<BucketRow>`
    select measure, period, bucket, count from metrics_rollups where tenant_id = ${tenantId} and cut = ${cut}
  `.execute(transaction);
  return rows;
}

export async function readPublication(
  transaction: Transaction,
  tenantId: string,
): Promise<Publication | undefined> {
  const { rows } = await sql<Publication>`
    select as_of as "asOf", groups from metrics_publications where tenant_id = ${tenantId}
  `.execute(transaction);
  return rows[0];
}

/** Replaces the publication of a tenant. */
export async function writePublication(
  transaction: Transaction,
  tenantId: string,
  { asOf, groups }: Publication,
  series: readonly SeriesRow[],
): Promise<void> {
  await sql`delete from metrics_publications where tenant_id = ${tenantId}`.execute(transaction);
  await sql`
    insert into metrics_publications (tenant_id, as_of, groups)
    values (${tenantId}, ${asOf}, ${JSON.stringify(groups)})
  `.execute(transaction);
  for (let start = 0; start < series.length; start += ROWS_AT_ONCE) {
    const rows = series
      .slice(start, start + ROWS_AT_ONCE)
      .map(({ metric, cut, length, series: lines }) => ({ metric, cut: keyOf(cut), period: length, lines }));
    await sql`
      insert into metrics_series (tenant_id, metric, cut, period, series)
      select ${tenantId}, s.metric, s.cut, s.period, s.lines
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as s (metric text, cut text, period text, lines jsonb)
    `.execute(transaction);
  }
}

const ROWS_AT_ONCE = 200;

/** An authority and its last publication; what anybody may ask, so at the gate. */
export interface MetricSourceRow {
  readonly id: string;
  readonly name: I18nText;
  readonly as_of: string | null;
  readonly groups: PublishedGroups | null;
  /** Those of the groups, with their names. */
  readonly partners: MetricPartner[];
}

export async function listMetricSources(transaction: Transaction): Promise<MetricSourceRow[]> {
  const { rows } = await sql<MetricSourceRow>`select * from list_metric_sources()`.execute(transaction);
  return rows;
}

/** The stored series; `null` when nothing of it is published. */
export async function findSeries(
  transaction: Transaction,
  authority: string,
  metric: MetricId,
  cut: Cut,
  length: PeriodLength,
): Promise<MetricSeries[] | null> {
  const { rows } = await sql<{ series: MetricSeries[] | null }>`
    select series from find_metric_series(${authority}, ${metric}, ${keyOf(cut)}, ${length})
  `.execute(transaction);
  return rows[0]?.series ?? null;
}
