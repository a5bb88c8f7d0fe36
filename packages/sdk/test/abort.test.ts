// A caller can give up at any point. The reason comes back untouched; no socket and no timer stays behind.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sleep } from '../src/abort.ts';
import { listAt, openAt } from './support/calls.ts';
import { answerHtml, startFaultServer } from './support/fault-server.ts';

describe('giving up', () => {
  test('before the call sends nothing', async () => {
    await using server = await startFaultServer(() => undefined);
    await assert.rejects(openAt(server.baseUrl, {}, AbortSignal.abort()), { name: 'AbortError' });
    assert.equal(server.received.length, 0);
  });

  test('while the answer is awaited closes the connection', async () => {
    const reason = new Error('left the page');
    const controller = new AbortController();
    await using server = await startFaultServer(() => controller.abort(reason));
    await assert.rejects(openAt(server.baseUrl, {}, controller.signal), (error) => error === reason);
    await server.idle();
  });

  test('while the answer comes in closes the connection', async () => {
    const controller = new AbortController();
    await using server = await startFaultServer((response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '500' });
      response.write('{"data":[', () => setImmediate(() => controller.abort()));
    });
    await assert.rejects(listAt(server.baseUrl, { signal: controller.signal }), { name: 'AbortError' });
    await server.idle();
  });

  test('between two tries makes no further one', async () => {
    const controller = new AbortController();
    await using server = await startFaultServer((response) => {
      answerHtml(response, 503, { 'Retry-After': '5' });
      response.once('close', () => setImmediate(() => controller.abort()));
    });
    await assert.rejects(listAt(server.baseUrl, { signal: controller.signal }), { name: 'AbortError' });
    assert.equal(server.received.length, 1);
  });

  test('leaves no listener at a signal that lives on', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = AbortSignal.prototype;
    Object.assign(signal, {
      addEventListener: (...given: Parameters<AbortSignal['addEventListener']>) => {
        listeners += 1;
        addEventListener.apply(signal, given);
      },
      removeEventListener: (...given: Parameters<AbortSignal['removeEventListener']>) => {
        listeners -= 1;
        removeEventListener.apply(signal, given);
      },
    });
    await using server = await startFaultServer((response) => answerHtml(response, 404));
    await assert.rejects(openAt(server.baseUrl, {}, signal));
    assert.equal(listeners, 0);
  });
});

describe('sleep', () => {
  test('ends with the reason of its signal, also of one that aborted before', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const asleep = sleep(60_000, [undefined, controller.signal]);
    controller.abort(reason);
    await assert.rejects(asleep, (error) => error === reason);
    await assert.rejects(sleep(60_000, [undefined, controller.signal]), (error) => error === reason);
  });

  test('is cut short by the event that it listens for, when there is a page to hear it', async () => {
    const page = new EventTarget();
    const addEventListener = page.addEventListener.bind(page);
    const removeEventListener = page.removeEventListener.bind(page);
    Object.assign(globalThis, { addEventListener, removeEventListener });
    try {
      const asleep = sleep(60_000, [], 'online');
      page.dispatchEvent(new Event('online'));
      await asleep;
    } finally {
      Reflect.deleteProperty(globalThis, 'addEventListener');
      Reflect.deleteProperty(globalThis, 'removeEventListener');
    }
  });

  test('of more than a timer can hold does not end at once', async () => {
    const controller = new AbortController();
    const asleep = sleep(Number.MAX_SAFE_INTEGER, [controller.signal]);
    setTimeout(() => controller.abort(), 50);
    await assert.rejects(asleep, { name: 'AbortError' });
  });
});
