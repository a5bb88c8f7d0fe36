// The server is killed and started again while one system writes and one person reads.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode } from '@lintas/sdk';
import { startProxy } from '../support/proxy.ts';
import { QUICK } from '../support/quick.ts';
import { createCase, NEWS, openCase, pageAt, type ReferenceApi, systemAt } from '../support/reference-api.ts';
import { collect } from './working.ts';

const EVENTS = 6;
/** Long enough for a server to come back. */
const PATIENT = { ...QUICK, tries: 1_000, maxBackoff: 200, wholeCall: 120_000 };

export function restarting(api: ReferenceApi): void {
  test('every event that was acknowledged is read, in order and once', async () => {
    await using proxy = await startProxy(api.port);
    const created = await createCase(api);
    const session = await openCase(pageAt(proxy.url, PATIENT), created);
    const { seq } = await session.get();

    const read: number[] = [];
    const reading = (async () => {
      for await (const notice of session.watch({ after: seq })) {
        if (notice.kind === 'update') read.push(notice.update.event.seq);
        if (read.at(-1) === seq + EVENTS) break;
      }
    })();

    const written: number[] = [];
    const system = systemAt(proxy.url, PATIENT);
    for (let count = 0; count < EVENTS; count += 1) {
      written.push((await system.append(created.id, NEWS)).seq);
      if (count === 2) await api.kill().then(() => void api.restart());
    }
    await reading;

    const expected = Array.from({ length: EVENTS }, (_, index) => seq + 1 + index);
    assert.deepEqual(written, expected);
    assert.deepEqual(read, expected);
    const logged = await collect(session.events({ after: seq }));
    assert.deepEqual(
      logged.map((event) => event.seq),
      expected,
    );
    await session.close();
  });

  test('a page that is opened while the server is gone says so, and works when it is back', async () => {
    const created = await createCase(api);
    await using proxy = await startProxy(api.port);
    await api.kill();
    await assert.rejects(openCase(pageAt(proxy.url), created), (error) => hasCode(error, 'network'));
    await api.restart();
    const session = await openCase(pageAt(proxy.url), created);
    assert.equal((await session.get()).status, 'submitted');
    await session.close();
  });
}
