// Published figures: how long cases take, how many there are, and how documents fare. For any page.

import { getMetric, getMetricTable, listMetrics } from '@lintas/contract/metrics';
import type { Metric, MetricId, MetricList, MetricQuery } from '@lintas/contract/metrics';
import { connect, type ClientOptions } from './options.ts';
import type { Abortable } from './status.ts';
import { call, prepare } from './transport.ts';

/** Figures, the same for whoever asks. */
export interface MetricsClient {
  /** Reads what is measured, what it means, and of which authorities, kinds and offices something is published. */
  list(options?: Abortable): Promise<MetricList>;
  /**
   * Reads a metric, of all cases or of those that the query leaves. What is not published is `null` and
   * `suppressed`, which is not 0.
   *
   * @throws ProblemError `invalid-request` for a period that is too short for what is asked for
   */
  get(id: MetricId, query?: MetricQuery, options?: Abortable): Promise<Metric>;
  /** Address of the same as CSV, for a link that a person follows. Nothing is sent. */
  tableUrl(id: MetricId, query?: MetricQuery): string;
}

/** A client that knows only figures, for pages that need no other. */
export function createMetricsClient(options: ClientOptions): MetricsClient {
  const connection = connect(options);
  return {
    list: ({ signal } = {}) => call(connection, listMetrics, {}, { signals: [signal] }),
    get: (metric, query = {}, { signal } = {}) =>
      call(connection, getMetric, { params: { metric }, query }, { signals: [signal] }),
    tableUrl: (metric, query = {}) =>
      prepare(connection, getMetricTable, { params: { metric }, query }, {}).url,
  };
}
