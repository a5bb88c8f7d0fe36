// What every answer carries, whatever it is, and what none tells.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENDPOINTS, type Endpoint } from '@lintas/contract';
import type { Cryptography } from '@lintas/server';
import { sizeClass } from '../../src/http/padding.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { ORIGIN } from '../fixtures/api.ts';
import { APPLICATION, createCase, openCase, opening } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store, no-transform',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-site',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

const SECRET_PLACE = 'never-to-be-seen';
const working = createCryptography(new Uint8Array(32));
/** Breaks where an application is registered. */
const broken: Cryptography = {
  ...working,
  hashPin: () => Promise.reject(new Error(`Cannot write to ${SECRET_PLACE}`)),
};

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const failing = useApi(openDatabase, { cryptography: broken });

  test('what came without encryption is refused, whatever it asks for, and nothing is redirected', async () => {
    const { token } = await openCase(api(), await createCase(api()));
    for (const [method, path] of [
      ['GET', '/v1/status'],
      ['POST', '/v1/status-sessions'],
      ['GET', '/v1/health'],
    ] as const) {
      const request = new Request(`http://api.test${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}` },
      });
      await assertProblem(await api().send(request, { address: '', secure: false }), 'https-required');
    }
  });

  test('every answer has the security headers and an id of its own', async () => {
    const { token } = await openCase(api(), await createCase(api()));
    const secret = { token: api().secretKey };
    const answers: [number, Response][] = [
      [200, await api().call('GET', '/v1/health')],
      [200, await api().call('HEAD', '/v1/health')],
      [200, await api().call('GET', '/v1/openapi.json')],
      [200, await api().call('GET', '/.well-known/jwks.json')],
      [200, await api().call('GET', '/v1/status', { token })],
      [304, await api().call('GET', '/v1/status', { token, headers: { 'If-None-Match': '*' } })],
      [200, await api().call('GET', '/v1/status/stream', { token })],
      [204, await api().call('DELETE', '/v1/status-sessions/current', { token })],
      [
        204,
        await api().call('OPTIONS', '/v1/status', {
          origin: ORIGIN,
          headers: { 'Access-Control-Request-Method': 'GET' },
        }),
      ],
      [401, await api().call('GET', '/v1/status')],
      [403, await api().call('POST', '/v1/status-sessions', { key: api().pageKey, body: opening('x', 'y') })],
      [404, await api().call('GET', '/nowhere')],
      [405, await api().call('PUT', '/v1/status')],
      [
        413,
        await api().call('POST', '/v1/applications', {
          ...secret,
          body: 'x',
          headers: { 'Content-Length': '9999999' },
        }),
      ],
      [
        415,
        await api().call('POST', '/v1/applications', {
          ...secret,
          body: 'x',
          headers: { 'Content-Type': 'text/plain' },
        }),
      ],
      [422, await api().call('POST', '/v1/applications', { ...secret, body: {} })],
      [
        500,
        await failing().call('POST', '/v1/applications', { token: failing().secretKey, body: APPLICATION }),
      ],
    ];
    for (const [status, { status: actual, headers, body }] of answers) {
      assert.equal(actual, status);
      for (const [name, value] of Object.entries(ALWAYS))
        assert.equal(headers.get(name), value, `${name} of ${status}`);
      assert.match(headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
      await body?.cancel();
    }
    assert.equal(new Set(answers.map(([, { headers }]) => headers.get('request-id'))).size, answers.length);
  });

  test('a method that a path does not take is answered with those that it takes', async () => {
    const allowed = async (method: string, path: string) => {
      const response = await api().call(method, path);
      await assertProblem(response, 'method-not-allowed');
      return response.headers.get('allow');
    };
    assert.equal(await allowed('PUT', '/v1/status'), 'GET, HEAD');
    assert.equal(await allowed('DELETE', '/v1/applications'), 'GET, HEAD, POST');
    assert.equal(await allowed('GET', '/v1/status-sessions/current'), 'DELETE');
    assert.equal(await allowed('OPTIONS', '/v1/status-sessions'), 'POST');
    assert.equal(await allowed('HEAD', '/v1/status-sessions'), 'POST');
    assert.equal(await allowed('HEAD', '/v1/status/stream'), 'GET');
    assert.equal(await allowed('PUT', '/v1/status/stream'), 'GET');
    assert.equal(
      await allowed('GET', '/v1/uploads/019cac7d-0380-72c7-80bf-dd6551a34716'),
      'DELETE, HEAD, PATCH',
    );
  });

  test('a fault of ours tells nothing of itself to the caller, and not its message to the log', async () => {
    const response = await failing().call('POST', '/v1/applications', {
      token: failing().secretKey,
      body: APPLICATION,
    });
    const text = await response.clone().text();
    await assertProblem(response, 'internal');
    assert.ok(!/at |Error|node_modules|\.ts/.test(text), text);
    const logged = failing().log.find(({ level }) => level === 'error');
    assert.equal(logged?.error, 'Error');
    assert.ok((logged?.frames?.length ?? 0) > 0);
    assert.ok(!JSON.stringify(failing().log).includes(SECRET_PLACE));
  });

  test('what a person reads comes in a few lengths only', async () => {
    const { token } = await openCase(api(), await createCase(api()));
    const paths = Object.values<Endpoint>(ENDPOINTS).filter(
      ({ auth, method, stream, bytes }) => auth === 'session' && method === 'GET' && !stream && !bytes,
    );
    for (const { path } of paths) {
      const { length } = await (await api().call('GET', path, { token })).bytes();
      assert.equal(length, sizeClass(length), path);
    }
  });
});
