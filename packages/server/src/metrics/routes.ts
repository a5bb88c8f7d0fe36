// Published figures, as anybody reads them. They hold for a day, so caches may keep them for a while.

import { METRIC_DEFINITIONS, METRICS, type ENDPOINTS, type MetricList } from '@lintas/contract';
import type { Dependencies } from '../dependencies.ts';
import { answerEmpty, answerWhole } from '../http/answer.ts';
import type { Call, Handler } from '../http/call.ts';
import { matches } from '../http/route.ts';
import { hex } from '../identifiers.ts';
import { metricTable } from './csv.ts';
import { readMetric } from './read.ts';
import { listMetricSources } from './store.ts';

type Calls = typeof ENDPOINTS;

export function listMetrics(dependencies: Dependencies): Handler<Calls['listMetrics']> {
  const data = METRICS.map((id) => ({
    id,
    ...METRIC_DEFINITIONS[id],
    filters: [...METRIC_DEFINITIONS[id].filters],
  }));
  return {
    for: 'anyone',
    async handle(call) {
      const sources = await dependencies.database.atGate(listMetricSources);
      const authorities = sources.map(({ id, name, as_of: asOf, groups, partners }) => ({
        id,
        name,
        asOf,
        kinds: [...(groups?.kinds ?? [])],
        offices: [...(groups?.offices ?? [])],
        partners,
      }));
      const body: MetricList = { data, authorities };
      return { body, etag: mayBeKept(call, JSON.stringify(body), dependencies) };
    },
  };
}

export function getMetric(dependencies: Dependencies): Handler<Calls['getMetric']> {
  return {
    for: 'anyone',
    async handle(call) {
      const { params, query } = call;
      const body = await dependencies.database.atGate((transaction) =>
        readMetric(transaction, params.metric, query),
      );
      return { body, etag: mayBeKept(call, JSON.stringify(body), dependencies) };
    },
  };
}

export function getMetricTable(dependencies: Dependencies): Handler<Calls['getMetricTable']> {
  return {
    for: 'bytes',
    async answer(call) {
      const { params, query, exchange } = call;
      const table = metricTable(
        await dependencies.database.atGate((transaction) => readMetric(transaction, params.metric, query)),
      );
      const etag = mayBeKept(call, table, dependencies);
      exchange.headers['ETag'] = etag;
      if (matches(call.header('If-None-Match') ?? null, etag)) return answerEmpty(exchange, 304);
      exchange.headers['Content-Type'] = 'text/csv; charset=utf-8';
      exchange.headers['Content-Disposition'] = `attachment; filename="${params.metric}.csv"`;
      return answerWhole(exchange, new TextEncoder().encode(table));
    },
  };
}

/** Lets shared caches keep the answer, and names it. */
function mayBeKept(
  { answerHeaders }: Pick<Call, 'answerHeaders'>,
  text: string,
  { cryptography }: Pick<Dependencies, 'cryptography'>,
): string {
  answerHeaders['Cache-Control'] = 'public, max-age=300, s-maxage=3600, stale-while-revalidate=86400';
  return `"${hex(cryptography.sha256(text)).slice(0, 32)}"`;
}
