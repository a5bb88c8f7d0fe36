// The network that browser tests use forwards faithfully and fails only when told to.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, beforeEach, describe, test } from 'node:test';
import { startFaultProxy } from '../src/browser-tests/fault-proxy.ts';

describe('a network that can fail', async () => {
  const api = createServer((request, response) => {
    response.setHeader('Api-Path', request.url ?? '');
    response.setHeader('Caller', request.socket.remoteAddress ?? '');
    if (request.url === '/stream') return void response.write('first');
    request.pipe(response);
  }).listen(0, '127.0.0.1');
  await once(api, 'listening');
  const proxy = await startFaultProxy(new URL(`http://127.0.0.1:${(api.address() as AddressInfo).port}`));
  const url = `http://127.0.0.1:${proxy.port}`;

  beforeEach(async () => {
    proxy.setFault(undefined);
    await proxy.start();
  });
  after(async () => {
    await proxy.stop();
    api.closeAllConnections();
    api.close();
  });

  test('hands on requests and answers as they are', async () => {
    const response = await fetch(`${url}/v1/echo?a=b`, { method: 'POST', body: 'hello' });
    assert.equal(response.headers.get('Api-Path'), '/v1/echo?a=b');
    assert.equal(await response.text(), 'hello');
  });

  test('can come from another address range', { skip: process.platform !== 'linux' }, async () => {
    const findRange = async (): Promise<string | undefined> => {
      const response = await fetch(url, { method: 'POST', body: 'x' });
      return response.headers.get('Caller')?.split('.', 3).join('.');
    };
    const first = await findRange();
    proxy.changeAddress();
    assert.notEqual(await findRange(), first);
  });

  test('cuts an open stream, and the next request works', async () => {
    const { body } = await fetch(`${url}/stream`);
    const reader = body?.getReader();
    assert.equal(new TextDecoder().decode((await reader?.read())?.value), 'first');
    proxy.cut();
    await assert.rejects(async () => reader?.read());
    assert.equal((await fetch(`${url}/again`, { method: 'POST', body: 'x' })).status, 200);
  });

  test('refuses connections while it is stopped and comes back on the same port', async () => {
    await proxy.stop();
    await assert.rejects(fetch(url));
    await proxy.start();
    assert.equal((await fetch(url, { method: 'POST', body: 'x' })).status, 200);
  });

  test('answers as a captive portal would', async () => {
    proxy.setFault({
      kind: 'answer',
      status: 200,
      headers: { 'Content-Type': 'text/html' },
      body: '<h1>Log in</h1>',
    });
    assert.equal(await (await fetch(`${url}/v1/health`)).text(), '<h1>Log in</h1>');
  });

  test('lets preflights through whatever is wrong, or browsers would not see what is answered', async () => {
    proxy.setFault({ kind: 'answer', status: 503 });
    const preflight = await fetch(`${url}/v1/status`, { method: 'OPTIONS' });
    assert.deepEqual([preflight.status, preflight.headers.get('Api-Path')], [200, '/v1/status']);
    proxy.setFault({ kind: 'stall' });
    assert.equal((await fetch(`${url}/v1/status`, { method: 'OPTIONS' })).status, 200);
  });

  test('lets the bytes of a request through slowly, and all of them', async () => {
    proxy.setFault({ kind: 'slow', bytesPerSecond: 1_000_000 });
    const sentAt = performance.now();
    const answer = await fetch(url, { method: 'POST', body: 'x'.repeat(200_000) });
    assert.equal((await answer.text()).length, 200_000);
    assert.ok(performance.now() - sentAt > 100);
  });

  test('holds answers back until the asker gives up', async () => {
    proxy.setFault({ kind: 'stall' });
    await assert.rejects(fetch(url, { signal: AbortSignal.timeout(100) }), { name: 'TimeoutError' });
  });
});
