// Reads one metric as it was asked for, out of the last publication. An office that does not exist gets the answer of
// one of which nothing is published.

import {
  dayOf,
  daysOf,
  DISCLOSURE_RULES,
  isKnown,
  METRIC_DEFINITIONS,
  METRICS,
  periodsFor,
  ROUNDED_TO,
  type Metric,
  type MetricQuery,
  type MetricSeries,
} from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import { Refusal, refuseValues } from '../http/problems.ts';
import { periodsUntil, takes } from './publish.ts';
import { seriesOf } from './series.ts';
import { findSeries, listMetricSources, type MetricSourceRow } from './store.ts';

/** @throws Refusal `not-found`, `invalid-request` or, before the first publication, `unavailable` */
export async function readMetric(transaction: Transaction, id: string, query: MetricQuery): Promise<Metric> {
  if (!isKnown(METRICS, id)) throw new Refusal('not-found');
  const { kind, office, partner } = query;
  const cut = {
    ...(kind !== undefined && { kind }),
    ...(office !== undefined && { office }),
    ...(partner !== undefined && { partner }),
  };
  const lengths = takes(id, cut) ? periodsFor(cut) : undefined;
  if (!lengths)
    throw refuse('', 'filters_not_published', 'This is not published of what these filters leave.');
  const length = query.period ?? lengths[0];
  if (!lengths.includes(length)) {
    throw refuse(
      'period',
      'period_too_short',
      `With these filters it is published by ${lengths.join(' and ')}.`,
    );
  }
  const source = chooseSource(await listMetricSources(transaction), query.authority);
  const asOf = source.as_of;
  if (asOf === null) throw new Refusal('unavailable', { retryAfter: RETRY_S });
  const stored = await findSeries(transaction, source.id, id, cut, length);
  const periods = periodsUntil(source.groups?.first ?? null, dayOf(asOf))[length];
  const series = stored ?? seriesOf(id, cut, length, periods, dayOf(asOf));
  return {
    id,
    definitionVersion: METRIC_DEFINITIONS[id].definitionVersion,
    asOf,
    authority: source.id,
    ...cut,
    period: length,
    threshold: DISCLOSURE_RULES.threshold,
    roundedTo: ROUNDED_TO,
    series: series.map((line) => within(line, query)),
  };
}

const RETRY_S = 10;

/** The authority that was named, or the only one. */
function chooseSource(sources: readonly MetricSourceRow[], authority: string | undefined): MetricSourceRow {
  const [first, ...others] = authority === undefined ? sources : sources.filter(({ id }) => id === authority);
  if (!first) throw new Refusal('not-found');
  if (others.length > 0) throw refuse('authority', 'authority_missing', 'There are several: say of which.');
  return first;
}

/** The points whose periods lie wholly within the months. */
function within(line: MetricSeries, { from, to }: Pick<MetricQuery, 'from' | 'to'>): MetricSeries {
  const first = from === undefined ? -Infinity : daysOf(from).first;
  const last = to === undefined ? Infinity : daysOf(to).last;
  const points = line.points.filter((point) => dayOf(point.from) >= first && dayOf(point.to) <= last);
  return { ...line, points };
}

function refuse(parameter: string, code: string, message: string): Refusal {
  return refuseValues({ pointer: parameter === '' ? '' : `?${parameter}`, code, message });
}
