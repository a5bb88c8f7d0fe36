// However a person leaves, nothing stays open behind them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode, type StatusSession } from '@lintas/sdk';
import { onStream, passOnly, type Proxy, startProxy } from '../support/proxy.ts';
import { createCase, openCase, pageAt, type ReferenceApi } from '../support/reference-api.ts';

async function open(api: ReferenceApi): Promise<{ proxy: Proxy; session: StatusSession }> {
  const proxy = await startProxy(api.port);
  return { proxy, session: await openCase(pageAt(proxy.url), await createCase(api)) };
}

export function leaving(api: ReferenceApi): void {
  test('closing ends the stream without an error, and the session for good', async () => {
    const { proxy, session } = await open(api);
    await using _ = proxy;
    let closing: Promise<void> | undefined;
    for await (const notice of session.watch()) {
      if (notice.kind === 'checked') closing = session.close();
    }
    await closing;
    await assert.rejects(session.get(), (error) => hasCode(error, 'session-ended'));
    assert.ok(proxy.paths.includes('/v1/status-sessions/current'));
  });

  test('closing ends what is under way', async () => {
    const { proxy, session } = await open(api);
    await using _ = proxy;
    proxy.fault = () => true;
    const reading = session.get();
    await Promise.all([
      assert.rejects(reading, (error) => hasCode(error, 'session-ended')),
      // Its own request stays unanswered here: it is given up after a while, quietly.
      session.close(),
    ]);
  });

  test('closing a second time, or without a network, is quiet', async () => {
    const { proxy, session } = await open(api);
    await proxy[Symbol.asyncDispose]();
    await session.close();
    await session.close();
  });

  test('a break out of the loop closes the connection, at whatever notice', async () => {
    const { proxy, session } = await open(api);
    await using _ = proxy;
    for (const kind of ['connection', 'checked']) {
      for await (const notice of session.watch()) if (notice.kind === kind) break;
      await proxy.idle();
    }
    await session.close();
  });

  for (const [when, fault] of Object.entries({
    'while the stream opens': onStream(9, () => undefined),
    'while the stream is read': onStream(9, passOnly(300, 'silence')),
    'between two tries': onStream(9, ({ outgoing }) => void outgoing.destroy()),
  })) {
    test(`an abort ${when} ends the loop and leaves no connection`, async () => {
      const { proxy, session } = await open(api);
      await using _ = proxy;
      const { seq } = await session.get();
      const controller = new AbortController();
      const begun = new Promise<void>((resolve) => {
        proxy.fault = (passage) => {
          resolve();
          return fault(passage);
        };
      });
      const following = (async () => {
        for await (const notice of session.watch({ after: seq, signal: controller.signal })) void notice;
      })();
      await begun;
      controller.abort();
      await following;
      await proxy.idle();
    });
  }

  test('extending moves the end of the session', async () => {
    const { proxy, session } = await open(api);
    await using _ = proxy;
    const before = session.expiresAt;
    await session.extend();
    assert.ok(session.expiresAt >= before && session.expiresAt <= session.endsAt);
    await session.close();
  });
}
