// From an authority's system to a person's page, once through.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CaseView, StatusEventPage, StatusUpdate } from '@lintas/contract';
import * as z from 'zod/mini';
import { ORIGIN, startApi } from '../fixtures/api.ts';
import { append, createCase, openCase, RECEIVED } from '../fixtures/cases.ts';
import { readFrames } from '../fixtures/frames.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  test('a person sees the change that an authority wrote, by reading and by following', async () => {
    const api = await startApi(await openDatabase());
    const created = await createCase(api, { office: 'Medan' });
    const { token } = await openCase(api, created);

    const stream = await api.call('GET', '/v1/status/stream', { token, origin: ORIGIN });
    assert.equal(stream.status, 200);
    const frames = readFrames(stream);
    assert.equal((await frames.next()).value?.event, 'heartbeat');

    await append(api, created.id, RECEIVED);
    const frame = (await frames.next()).value;
    assert.equal(frame?.event, 'status');
    assert.equal(frame?.id, '2');
    const update = z.parse(StatusUpdate, JSON.parse(frame?.data ?? ''));
    assert.equal(update.case.status, 'received');
    await frames.return();

    const read = await api.call('GET', '/v1/status', { token, origin: ORIGIN });
    const view = z.parse(CaseView, await read.json());
    assert.equal(view.status, 'received');
    assert.equal(view.office, 'Medan');
    const events = await api.call('GET', '/v1/status/events?after=1', { token, origin: ORIGIN });
    assert.deepEqual(
      z.parse(StatusEventPage, await events.json()).data.map(({ seq, to }) => [seq, to]),
      [[2, 'received']],
    );

    assert.equal((await api.call('DELETE', '/v1/status-sessions/current', { token })).status, 204);
    assert.equal((await api.call('GET', '/v1/status', { token })).status, 401);
    await api.close();
  });
});
