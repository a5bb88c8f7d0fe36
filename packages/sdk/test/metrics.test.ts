// Figures as a page reads them, from the real API.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { hasCode } from '@lintas/sdk';
import { createMetricsClient } from '@lintas/sdk/metrics';
import { startReferenceApi } from './support/reference-api.ts';

const api = await startReferenceApi();
after(() => api[Symbol.asyncDispose]());
const baseUrl = `http://127.0.0.1:${api.port}`;
const metrics = createMetricsClient({ baseUrl, key: 'pk_demo_partner' });

test('the list leads to every metric, and the demonstration has something to show', async () => {
  const { data, authorities } = await metrics.list();
  assert.ok(authorities[0]?.offices.includes('Jakarta'));
  for (const { id } of data) assert.equal((await metrics.get(id as 'received')).id, id);
  const { series } = await metrics.get('processing_time', { office: 'Jakarta' });
  assert.ok(series[0]?.points.some(({ value, suppressed }) => !suppressed && value !== null && value > 0));
});

test('a question that is not answered says why', async () => {
  const error = await metrics
    .get('received', { office: 'Jakarta', period: 'month' })
    .catch((each: unknown) => each);
  assert.ok(hasCode(error, 'invalid-request'));
});

test('the table is one link away', async () => {
  const url = metrics.tableUrl('received', { office: 'Jakarta & around', period: 'year' });
  assert.equal(url, `${baseUrl}/v1/metrics/received/series.csv?office=Jakarta+%26+around&period=year`);
  const response = await fetch(url);
  assert.match(await response.text(), /^metric,definition_version,/);
});
