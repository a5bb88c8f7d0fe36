// Which pages may read answers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ORIGIN } from '../fixtures/api.ts';
import { createCase, openCase, opening } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const SECOND = 1000;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const preflight = (origin: string) =>
    api().call('OPTIONS', '/v1/status-sessions', {
      origin,
      headers: { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'lintas-key' },
    });

  test('a preflight from an allowed origin is told what it may send', async () => {
    const { status, headers } = await preflight(ORIGIN);
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), ORIGIN);
    assert.equal(headers.get('access-control-allow-credentials'), null);
    const allowed = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(', ');
    for (const name of [
      'authorization',
      'lintas-key',
      'content-type',
      'idempotency-key',
      'last-event-id',
      'if-none-match',
    ]) {
      assert.ok(allowed.includes(name), name);
    }
    assert.match(headers.get('vary') ?? '', /Origin/);
  });

  test('a page may send what uploads need', async () => {
    const { status, headers } = await api().call('OPTIONS', '/v1/uploads/some-upload', {
      origin: ORIGIN,
      headers: { 'Access-Control-Request-Method': 'PATCH' },
    });
    assert.equal(status, 204);
    assert.match(headers.get('access-control-allow-methods') ?? '', /HEAD.*PATCH.*DELETE/);
    const allowed = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(', ');
    for (const name of [
      'tus-resumable',
      'upload-offset',
      'upload-length',
      'upload-metadata',
      'upload-checksum',
    ]) {
      assert.ok(allowed.includes(name), name);
    }
  });

  test('a preflight from anywhere else is told nothing', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `${ORIGIN}.evil.example`,
      ORIGIN.toUpperCase(),
      `${ORIGIN}/`,
    ]) {
      const response = await preflight(origin);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      await assertProblem(response, 'origin-not-allowed');
    }
  });

  test('the origin of a new key is known within a second, that of a revoked one forgotten', async () => {
    const origin = 'https://new.example.org';
    assert.equal((await preflight(origin)).status, 403);
    const { id } = await api().issue({ tenantId: 'partner', kind: 'publishable', origins: [origin] });
    api().pass(SECOND);
    assert.equal((await preflight(origin)).status, 204);
    await api().revoke(id);
    api().pass(SECOND);
    assert.equal((await preflight(origin)).status, 403);
  });

  test('a page may read answers to its own key, and why it is refused', async () => {
    const { reference, pin } = await createCase(api());
    const open = (key: string, body: unknown) =>
      api().call('POST', '/v1/status-sessions', { key, origin: ORIGIN, body });
    for (const response of [
      await open(api().pageKey, opening(reference, pin)),
      await open('pk_live_gone', {}),
    ]) {
      assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN);
      assert.match(response.headers.get('access-control-expose-headers') ?? '', /Request-Id.*Retry-After/);
    }
  });

  test("a page may not read answers to another partner's key, although its own origin is known", async () => {
    const origin = 'https://second.example.org';
    const other = await api().issue({ tenantId: 'partner', kind: 'publishable', origins: [origin] });
    api().pass(SECOND);
    const response = await api().call('POST', '/v1/status-sessions', {
      key: other.text,
      origin: ORIGIN,
      body: {},
    });
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    await assertProblem(response, 'origin-not-allowed');
  });

  test('a session stays with the origins of the key that it was opened with', async () => {
    const { token } = await openCase(api(), await createCase(api()));
    const read = await api().call('GET', '/v1/status', { token, origin: ORIGIN });
    assert.equal(read.headers.get('access-control-allow-origin'), ORIGIN);
    const elsewhere = await api().call('GET', '/v1/status', { token, origin: 'https://second.example.org' });
    assert.equal(elsewhere.headers.get('access-control-allow-origin'), null);
    await assertProblem(elsewhere, 'origin-not-allowed');
  });

  test('a flood of preflights costs one query a second', async () => {
    let queries = 0;
    const { database } = api();
    const counting = {
      ...database,
      atGate: ((work) => ((queries += 1), database.atGate(work))) as typeof database.atGate,
    };
    const { rememberOrigins } = await import('../../src/keys/origins.ts');
    let now = 0;
    const knows = rememberOrigins(counting, () => now);
    await Promise.all(Array.from({ length: 200 }, () => knows(ORIGIN)));
    assert.equal(queries, 1);
    now = SECOND;
    assert.equal(await knows(ORIGIN), true);
    assert.equal(queries, 2);
  });
});
