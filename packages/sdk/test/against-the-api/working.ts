// The calls of an authority's system, on a way that loses answers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode } from '@lintas/sdk';
import type { Application, StatusEvent } from '@lintas/contract/status';
import { loseAnswer, type Passage, startProxy, times } from '../support/proxy.ts';
import { createCase, NEWS, openCase, pageAt, type ReferenceApi, systemAt } from '../support/reference-api.ts';

export async function collect<Entry>(entries: AsyncIterable<Entry>): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

const isPost = ({ incoming }: Passage): boolean => incoming.method === 'POST';

export function working(api: ReferenceApi): void {
  test('an application is registered, found, moved and read', async () => {
    const { applications } = api;
    const created = await createCase(api);
    assert.match(created.pin, /^\d{8}$/);
    const event = await applications.append(created.id, {
      code: 'accepted_for_processing',
      change: 'progress',
      to: 'received',
    });
    const read = await applications.get(created.id);
    assert.deepEqual([read.status, read.seq], ['received', event.seq]);
    const [first, ...rest] = await collect(applications.events(created.id));
    assert.equal(first?.code, 'application_submitted');
    assert.deepEqual(rest, [event]);
    assert.deepEqual(await collect(applications.events(created.id, { after: event.seq })), []);
  });

  test('a case gets another PIN, which opens it in place of the one before', async () => {
    const created = await createCase(api);
    const pin = await api.applications.replacePin(created.id);
    const page = pageAt(`http://127.0.0.1:${api.port}`);
    await assert.rejects(openCase(page, created), (error) => hasCode(error, 'lookup-failed'));
    await (await openCase(page, { ...created, pin })).close();
  });

  test('a list is gone through over all its pages, newest first, none twice', async () => {
    // Forty come with the demonstration; a page has fifty.
    for (let count = 0; count < 12; count += 1) await createCase(api);
    const all = await collect(api.applications.list());
    assert.ok(all.length > 50);
    const ids = all.map(({ id }: Application) => id);
    assert.equal(new Set(ids).size, ids.length);
    const [found] = await collect(api.applications.list({ status: 'submitted', office: 'nowhere' }));
    assert.equal(found, undefined);
  });

  test('a lost answer is asked for again, and the effect is one', async () => {
    await using proxy = await startProxy(api.port);
    proxy.fault = times(2, isPost, loseAnswer);
    const created = await systemAt(proxy.url).create({
      kind: 'other',
      filedAt: '2026-03-01T02:00:00Z',
      applicant: { initials: 'L.A.' },
      externalId: 'lost-answer',
    });
    assert.equal(proxy.paths.length, 3);
    const found = await collect(api.applications.list({ externalId: 'lost-answer' }));
    assert.deepEqual(
      found.map(({ id }) => id),
      [created.id],
    );

    proxy.fault = times(2, isPost, loseAnswer);
    const event = await systemAt(proxy.url).append(created.id, NEWS);
    const events = await collect(api.applications.events(created.id));
    assert.deepEqual(
      events.filter(({ code }: StatusEvent) => code === NEWS.code),
      [event],
    );

    proxy.fault = times(1, isPost, loseAnswer);
    const session = await openCase(pageAt(proxy.url), created);
    assert.equal((await session.get()).seq, event.seq);
    await session.close();
  });

  test('whoever lost every answer gets the first one with the same key, and the PIN in it', async () => {
    await using proxy = await startProxy(api.port);
    const lost = { kind: 'other', filedAt: '2026-03-01T02:00:00Z', applicant: { initials: 'L.A.' } } as const;
    const byKey = { idempotencyKey: 'counter-4:2026-00417' };
    proxy.fault = times(4, isPost, loseAnswer);
    const isLost = (error: unknown): boolean => hasCode(error, 'network');
    await assert.rejects(systemAt(proxy.url).create(lost, byKey), isLost);
    // Another process, later.
    const created = await api.applications.create(lost, byKey);
    assert.deepEqual(await api.applications.create(lost, byKey), created);
    await (await openCase(pageAt(proxy.url), created)).close();

    const appending = { idempotencyKey: 'counter-4:2026-00417:news' };
    proxy.fault = times(4, isPost, loseAnswer);
    await assert.rejects(systemAt(proxy.url).append(created.id, NEWS, appending), isLost);
    const event = await api.applications.append(created.id, NEWS, appending);
    assert.equal(event.seq, created.seq + 1);
    await assert.rejects(api.applications.create(lost, { idempotencyKey: 'Möller' }), TypeError);
  });

  test('an event that rests on an old state is refused', async () => {
    const created = await createCase(api);
    const ifMatch = created.seq;
    await api.applications.append(created.id, NEWS, { ifMatch });
    await assert.rejects(api.applications.append(created.id, NEWS, { ifMatch }), (error) =>
      hasCode(error, 'precondition-failed'),
    );
  });

  test('a forbidden step is refused with those that are allowed', async () => {
    const created = await createCase(api);
    const step = api.applications.append(created.id, {
      code: 'finished',
      change: 'progress',
      to: 'completed',
    });
    await assert.rejects(step, (error) => {
      assert.ok(hasCode(error, 'transition-not-allowed'));
      assert.equal(error.problem?.from, 'submitted');
      return error.problem.allowed?.includes('received') ?? false;
    });
  });
}
