// Elements in a frame: the page and the files that the API offers, to whom, and what they may do.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { prepareElementFiles } from '../../src/frames/files.ts';
import { keyless } from '../../src/node/cryptography.ts';
import { ORIGIN } from '../fixtures/api.ts';
import { createCase, opening } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const SCRIPT = 'begin();';
const CHUNK = 'export const core = true;';
const elements = await prepareElementFiles(
  new Map([
    ['framed.js', SCRIPT],
    ['core-a1B2_c3D.js', CHUNK],
  ]),
  keyless,
);

const pageOf = (key: string): string => `/v1/frame?page=${createHash('sha256').update(key).digest('hex')}`;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase, { elements });
  const without = useApi(openDatabase);

  test('the page of a frame shows on pages of its key alone, and loads and reaches nothing but the API', async () => {
    const answer = await api().call('GET', pageOf(api().pageKey));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.deepEqual(answer.headers.get('content-security-policy')?.split('; '), [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
      `frame-ancestors ${ORIGIN}`,
    ]);
    assert.equal(answer.headers.get('cache-control'), 'no-store, no-transform');
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    const page = await answer.text();
    assert.match(
      page,
      /<script type="module" src="elements\/framed\.js" data-origins="https:\/\/help\.example\.org">/,
    );
    assert.ok(!page.includes(api().pageKey));
  });

  test('there is none for a key that is not there, is no page’s, or was taken back', async () => {
    await assertProblem(await api().call('GET', pageOf('pk_live_nobody')), 'unauthenticated');
    await assertProblem(await api().call('GET', pageOf(api().secretKey)), 'unauthenticated');
    await assertProblem(await api().call('GET', pageOf('pk_demo_partner')), 'unauthenticated');
    for (const query of ['', '?page=', `?page=${api().pageKey}`, `?key=${api().pageKey}`])
      await assertProblem(await api().call('GET', `/v1/frame${query}`), 'invalid-request');
  });

  test('files come compressed, those with a hash are kept, and none but these are there', async () => {
    const gzip = { headers: { 'Accept-Encoding': 'gzip' } };
    const script = await api().call('GET', '/v1/elements/framed.js', gzip);
    assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(script.headers.get('cache-control'), 'no-cache');
    assert.equal(gunzipSync(await script.arrayBuffer()).toString(), SCRIPT);
    const etag = script.headers.get('etag') ?? '';
    const again = { headers: { 'If-None-Match': etag } };
    assert.equal((await api().call('GET', '/v1/elements/framed.js', again)).status, 304);
    const chunk = await api().call('GET', '/v1/elements/core-a1B2_c3D.js');
    assert.equal(chunk.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(await chunk.text(), CHUNK);
    for (const file of ['sri.json', '..%2fpackage.json', '%2e%2e', 'constructor'])
      await assertProblem(await api().call('GET', `/v1/elements/${file}`), 'not-found');
  });

  test('an operator who offers no elements has no frames', async () => {
    await assertProblem(await without().call('GET', pageOf(without().pageKey)), 'not-found');
    await assertProblem(await without().call('GET', '/v1/elements/framed.js'), 'not-found');
  });

  test('a frame opens a case with the key of its page, and nobody else’s page does', async () => {
    const { reference, pin } = await createCase(api());
    const open = (origin: string) =>
      api().call('POST', '/v1/status-sessions', {
        key: api().pageKey,
        origin,
        body: opening(reference, pin),
      });
    const opened = await open('http://api.test');
    assert.equal(opened.status, 201);
    const { token } = (await opened.json()) as { token: string };
    const read = await api().call('GET', '/v1/status', { token, origin: 'http://api.test' });
    assert.equal(read.status, 200);
    for (const origin of ['https://api.test', 'http://api.test:8080', 'http://api.test.evil.example', 'null'])
      await assertProblem(await open(origin), 'origin-not-allowed');
  });
});
