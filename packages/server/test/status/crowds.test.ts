// A case that many have open is open for everybody who knows its code, and no open stream costs others theirs.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressRange } from '../../src/limits/address-range.ts';
import { IDLE_MS } from '../../src/status/sessions.ts';
import {
  MAX_STREAMS_PER_CASE,
  MAX_STREAMS_PER_RANGE,
  MAX_STREAMS_PER_SESSION,
  placesInRange,
} from '../../src/status/stream.ts';
import { createCase, openCase } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const MAX_SESSIONS = 20;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  type Case = Awaited<ReturnType<typeof createCase>>;

  async function openTimes(times: number, created: Case): Promise<string[]> {
    const tokens = [];
    for (let i = 0; i < times; i += 1) {
      tokens.push((await openCase(api(), created)).token);
      api().pass(1);
    }
    return tokens;
  }

  const statusOf = async (token: string) => (await api().call('GET', '/v1/status', { token })).status;
  const stream = (token: string, address = '203.0.113.7') =>
    api().call('GET', '/v1/status/stream', { token, address });

  /** Whether a stream has ended; what it sends meanwhile is passed over. */
  async function isOver({ body }: Response): Promise<boolean> {
    const reader = body?.getReader();
    const nothing = new Promise<'nothing'>((resolve) => setTimeout(resolve, 200, 'nothing'));
    for (;;) {
      const next = await Promise.race([reader?.read(), nothing]);
      if (next === 'nothing') return false;
      if (next?.done !== false) return true;
    }
  }

  describe('the sessions of a case', () => {
    test('are twenty: one more is let in, and the oldest ends', async () => {
      const created = await createCase(api());
      const tokens = await openTimes(MAX_SESSIONS, created);
      const stranger = await openCase(api(), await createCase(api()));
      assert.equal(await statusOf(tokens[0] ?? ''), 200);
      const [newest = ''] = await openTimes(1, created);
      assert.equal(await statusOf(tokens[0] ?? ''), 401);
      for (const token of [...tokens.slice(1), newest, stranger.token])
        assert.equal(await statusOf(token), 200);
    });

    test('that have ended by themselves do not count', async () => {
      const created = await createCase(api());
      await openTimes(MAX_SESSIONS - 1, created);
      api().pass(IDLE_MS);
      const tokens = await openTimes(MAX_SESSIONS, created);
      for (const token of tokens) assert.equal(await statusOf(token), 200);
    });
  });

  describe('the streams of a case', () => {
    test('are so many; one more is let in, in place of one of the session that has most', async () => {
      const created = await createCase(api());
      const [person = '', ...others] = await openTimes(1 + MAX_STREAMS_PER_CASE, created);
      const own = await stream(person);
      const many = [];
      for (let open = 1; open < MAX_STREAMS_PER_CASE; open += 1)
        many.push(await stream(others[Math.floor(open / MAX_STREAMS_PER_SESSION)] ?? ''));
      const more = await stream(others.at(-1) ?? '');
      const all = [own, ...many, more];
      assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([200]));
      assert.deepEqual(await Promise.all([isOver(own), isOver(more)]), [false, false]);
      const over = await Promise.all(many.map(isOver));
      assert.equal(over.filter(Boolean).length, 1);
      for (const { body } of all) await body?.cancel().catch(() => {});
    });
  });

  test('from one range of addresses there are so many, and others are not kept from theirs', async () => {
    const { token } = await openCase(api(), await createCase(api()));
    const crowd = Array.from({ length: MAX_STREAMS_PER_RANGE }, () =>
      placesInRange.enter(addressRange('192.0.2.1')),
    );
    await assertProblem(await stream(token, '192.0.2.200'), 'too-many-requests');
    const elsewhere = await stream(token, '198.51.100.1');
    assert.equal(elsewhere.status, 200);
    crowd[0]?.();
    const admitted = await stream(token, '192.0.2.200');
    assert.equal(admitted.status, 200);
    await assertProblem(await stream(token, '192.0.2.201'), 'too-many-requests');
    await admitted.body?.cancel();
    const again = await stream(token, '192.0.2.201');
    assert.equal(again.status, 200);
    for (const { body } of [elsewhere, again]) await body?.cancel();
    for (const leave of crowd) leave();
  });
});
