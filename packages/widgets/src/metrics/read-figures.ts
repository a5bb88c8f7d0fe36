// Reads published metrics, as the page asks for them.

import { isKnown } from '@lintas/contract/core';
import {
  CLOCKS,
  METRICS,
  PERIOD_LENGTHS,
  periodsFor,
  type Metric,
  type MetricId,
  type MetricList,
  type MetricQuery,
} from '@lintas/contract/metrics';
import { APPLICATION_KINDS } from '@lintas/contract/status';
import { createMetricsClient, type MetricsClient } from '@lintas/sdk/metrics';
import { takeChoice } from '../case/page-trouble.ts';
import type { Connection } from '../core/context.ts';
import type { Figures, Group, Lines, Wanted } from './figures.ts';

/** What the page says beside these counts as the first of them. */
const VIEWS = ['trend', 'number', 'comparison'] as const;
const COMPARED_BY = ['kind', 'office', 'partner'] as const;

/** @throws RangeError for words that no API knows; it is shown as a mistake of the page */
export async function readFigures(
  asked: Wanted,
  connection: Connection,
  signal: AbortSignal,
): Promise<Figures> {
  const { measure, authority, kind, office, partner, period } = asked;
  const view = takeChoice('view', asked.view, VIEWS);
  const by = takeChoice('by', asked.by, COMPARED_BY);
  const clock = takeChoice('clock', asked.clock, CLOCKS);
  const wanted = { measure, view, by, clock, authority, kind, office, partner, period };
  const client = createMetricsClient({ baseUrl: connection.api, key: connection.key });
  if (!isKnown(METRICS, measure)) throw new RangeError(`There is no measure ${measure}.`);
  const query = queryOf(wanted);
  if (view === 'comparison') return compare(client, measure, query, wanted, signal);
  const metric = await client.get(measure, query, { signal });
  return headOf(metric, wanted, [{ name: '', ...sinceFirst(linesOf(client, metric, query, wanted.clock)) }]);
}

function queryOf({ authority, kind, office, partner, period }: Wanted): MetricQuery {
  return {
    ...(authority !== '' && { authority }),
    ...(office !== '' && { office }),
    ...(partner !== '' && { partner }),
    ...(kind !== '' && { kind: require(APPLICATION_KINDS, kind) }),
    ...(period !== '' && { period: require(PERIOD_LENGTHS, period) }),
  };
}

function require<Known extends string>(values: readonly Known[], value: string): Known {
  if (isKnown(values, value)) return value;
  throw new RangeError(`${value} is not one of ${values.join(', ')}.`);
}

/** One kind, office or partner beside the other, of those that something is published of. */
async function compare(
  client: MetricsClient,
  measure: MetricId,
  base: MetricQuery,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Figures> {
  const groups = groupsOf(await client.list({ signal }), wanted);
  const queries = groups.map(({ name }): MetricQuery => {
    const narrowed = { ...base, ...narrowTo(name, wanted.by) };
    return { ...narrowed, period: narrowed.period ?? periodsFor(narrowed)?.[0] };
  });
  const metrics = await Promise.all(queries.map((query) => client.get(measure, query, { signal })));
  const [first] = metrics;
  if (!first) return { measure, clock: wanted.clock, asOf: '', threshold: 0, groups: [], by: wanted.by };
  const lines = metrics.map((metric, index) => ({
    ...(groups[index] ?? { name: '' }),
    ...linesOf(client, metric, queries[index] ?? {}, wanted.clock),
  }));
  return { ...headOf(first, wanted, lines), by: wanted.by };
}

function narrowTo(name: string, by: string): MetricQuery {
  if (by === 'partner') return { partner: name };
  return by === 'office' ? { office: name } : { kind: require(APPLICATION_KINDS, name) };
}

function groupsOf({ authorities }: MetricList, { authority, by }: Wanted): readonly Group[] {
  const source = authorities.find(({ id }) => authority === '' || id === authority);
  if (by === 'partner') return (source?.partners ?? []).map(({ id, name }) => ({ name: id, title: name }));
  if (by === 'office') return (source?.offices ?? []).map((name) => ({ name }));
  // A kind that only a newer version knows cannot be asked for.
  const kinds = (source?.kinds ?? []).filter((kind) => isKnown(APPLICATION_KINDS, kind));
  return kinds.map((name) => ({ name }));
}

function headOf({ asOf, threshold }: Metric, wanted: Wanted, groups: Figures['groups']): Figures {
  return { measure: wanted.measure, clock: wanted.clock, asOf, threshold, groups };
}

/** All endings together, by one clock. */
function linesOf(client: MetricsClient, metric: Metric, query: MetricQuery, clock: string): Lines {
  const series = metric.series.filter(
    (each) => each.outcome === undefined && (each.clock === undefined || each.clock === clock),
  );
  const table = client.tableUrl(require(METRICS, metric.id), query);
  return { series, points: series[0]?.points ?? [], table };
}

/** Without the time before anything was published. */
function sinceFirst({ series, points, table }: Lines): Lines {
  const published = (_: unknown, index: number): boolean =>
    series.some((each) => each.points[index]?.suppressed === false);
  const first = Math.max(0, points.findIndex(published));
  return {
    series: series.map((each) => ({ ...each, points: each.points.slice(first) })),
    points: points.slice(first),
    table,
  };
}
