// The calls for published figures. Public: they need no key, and any cache may keep the answers for a while.

import { endpoint } from '../core/index.ts';
import { MetricQuery } from './inputs.ts';
import { Metric, MetricList } from './schemas.ts';

export const listMetrics = endpoint({
  id: 'listMetrics',
  summary: 'List what is measured, what it means, and of whom it is published',
  method: 'GET',
  path: '/v1/metrics',
  auth: 'none',
  answer: MetricList,
  etag: true,
});

export const getMetric = endpoint({
  id: 'getMetric',
  summary: 'Read a published metric',
  method: 'GET',
  path: '/v1/metrics/{metric}',
  auth: 'none',
  query: MetricQuery,
  answer: Metric,
  etag: true,
  problems: ['invalid-request'],
});

export const getMetricTable = endpoint({
  id: 'getMetricTable',
  summary: 'Read a published metric as a table for spreadsheets',
  method: 'GET',
  path: '/v1/metrics/{metric}/series.csv',
  auth: 'none',
  query: MetricQuery,
  bytes: { answer: 'text/csv' },
  etag: true,
  problems: ['invalid-request'],
});
