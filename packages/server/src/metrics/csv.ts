// A metric as a table: one line for each figure, all columns always, in this order.

import type { Metric } from '@lintas/contract';
import { csvLine, SUPPRESSED_CELL } from '../csv.ts';

export const METRIC_COLUMNS = [
  'metric',
  'definition_version',
  'as_of',
  'authority',
  'kind',
  'office',
  'partner',
  'statistic',
  'clock',
  'outcome',
  'unit',
  'method',
  'period',
  'from',
  'to',
  'value',
  'n',
] as const;

export function metricTable(metric: Metric): string {
  const lines = metric.series.flatMap((line) =>
    line.points.map((point): Record<(typeof METRIC_COLUMNS)[number], string> => ({
      metric: metric.id,
      definition_version: String(point.definitionVersion),
      as_of: point.asOf,
      authority: metric.authority,
      kind: metric.kind ?? ALL,
      office: metric.office ?? ALL,
      partner: metric.partner ?? ALL,
      statistic: line.statistic,
      clock: line.clock ?? NOT_APPLICABLE,
      outcome: line.outcome ?? ALL,
      unit: line.unit,
      method: line.method,
      period: point.period,
      from: point.from,
      to: point.to,
      value: point.value === null ? SUPPRESSED_CELL : String(point.value),
      n: point.n === null ? SUPPRESSED_CELL : String(point.n),
    })),
  );
  return [METRIC_COLUMNS, ...lines.map((line) => METRIC_COLUMNS.map((column) => line[column]))]
    .map(csvLine)
    .join('');
}

const ALL = 'all';
const NOT_APPLICABLE = 'none';
