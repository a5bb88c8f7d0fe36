// A long answer ends when nobody takes it, and closes what it reads from.

import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { answerBytes, PATIENCE_MS } from '../../src/http/answer.ts';
import { beginExchange } from '../../src/http/exchange.ts';
import { createCryptography } from '../../src/node/cryptography.ts';

interface Answer {
  readonly body: ReadableStream<Uint8Array>;
  /** What has happened to it. */
  readonly seen: string[];
  readonly over: AbortController;
}

/** An answer of five pieces. */
function answer({ onSocket }: { readonly onSocket: boolean }): Answer {
  const seen: string[] = [];
  const over = new AbortController();
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      for (let piece = 1; piece <= 5; piece += 1) yield await Promise.resolve(new Uint8Array([piece]));
    } finally {
      seen.push('closed');
    }
  }
  const client = { address: '', ...(onSocket && { cut: () => void seen.push('cut') }) };
  const exchange = beginExchange(
    new Request('http://api.test/'),
    client,
    () => 0,
    createCryptography(new Uint8Array(32)),
  );
  const { body } = answerBytes(exchange, 200, pieces(), over.signal);
  assert.ok(body);
  return { body, seen, over };
}

/** Lets everything happen that waits for no time. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

function stopTime({ mock }: TestContext): (milliseconds: number) => Promise<void> {
  mock.timers.enable({ apis: ['setTimeout'] });
  return async (milliseconds) => {
    await settle();
    mock.timers.tick(milliseconds);
    await settle();
  };
}

for (const onSocket of [true, false]) {
  const where = onSocket ? 'on a socket' : 'in process';
  const end = onSocket ? ['cut', 'closed'] : ['closed'];

  test(`${where}, a piece waits for half a minute and not longer`, async (context) => {
    const pass = stopTime(context);
    const { body, seen } = answer({ onSocket });
    const reader = body.getReader();
    await pass(PATIENCE_MS - 1);
    assert.deepEqual((await reader.read()).value, new Uint8Array([1]));
    // The next one has a time of its own.
    await pass(PATIENCE_MS - 1);
    assert.deepEqual(seen, []);
    await pass(1);
    assert.deepEqual(seen, end);
    if (!onSocket) await assert.rejects(reader.closed, /cut/);
  });

  test(`${where}, it is cut when whoever reads it may have no more`, async () => {
    const { body, seen, over } = answer({ onSocket });
    await body.getReader().read();
    over.abort();
    await settle();
    assert.deepEqual(seen, end);
  });

  test(`${where}, whoever takes all of it at once is told its end`, async (context) => {
    const pass = stopTime(context);
    const { body, seen, over } = answer({ onSocket });
    assert.deepEqual(await new Response(body).bytes(), new Uint8Array([1, 2, 3, 4, 5]));
    over.abort();
    await pass(PATIENCE_MS);
    assert.deepEqual(seen, ['closed']);
  });
}

test('whoever goes has what they read closed', async () => {
  const { body, seen } = answer({ onSocket: true });
  await settle();
  await body.cancel();
  assert.deepEqual(seen, ['closed']);
});
