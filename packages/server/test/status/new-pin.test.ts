// Whoever lost their PIN, or fears that somebody else has it, gets another one from the office; the old one and whatever
// was opened with it are of no use from then on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CreatedApplication, ReplacedPin } from '@lintas/contract';
import { createApp } from '../../src/app.ts';
import { ORIGIN, request, type CallOptions } from '../fixtures/api.ts';
import { createCase, openCase, opening } from '../fixtures/cases.ts';
import { follow } from '../fixtures/follow.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi, useSocket } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const socket = useSocket(api);

  const replace = (id: string, options: CallOptions = {}): Promise<Response> =>
    api().call('POST', `/v1/applications/${id}/pin`, { token: api().secretKey, ...options });
  async function newPin(id: string, options?: CallOptions): Promise<string> {
    const response = await replace(id, options);
    assert.equal(response.status, 200, await response.clone().text());
    return ((await response.json()) as ReplacedPin).pin;
  }
  const tryPin = ({ reference }: CreatedApplication, pin: string): Promise<Response> =>
    api().call('POST', '/v1/status-sessions', {
      key: api().pageKey,
      origin: ORIGIN,
      body: opening(reference, pin),
    });

  test('a case gets another PIN, which opens it; the old one opens nothing', async () => {
    const created = await createCase(api());
    const pin = await newPin(created.id);
    assert.match(pin, /^\d{8}$/);
    assert.notEqual(pin, created.pin);
    await assertProblem(await tryPin(created, created.pin), 'lookup-failed');
    await openCase(api(), { ...created, pin });
  });

  test('whoever had opened the case with the old one is out of it, also of what it follows', async () => {
    const [created, other] = [await createCase(api()), await createCase(api())];
    const { token } = await openCase(api(), created);
    const others = await openCase(api(), other);
    const stream = await follow(socket().url, token);
    await stream.next('heartbeat');
    await newPin(created.id);
    await stream.ended();
    await assertProblem(await api().call('GET', '/v1/status', { token }), 'unauthenticated');
    assert.equal((await api().call('GET', '/v1/status', { token: others.token })).status, 200);
  });

  test('whoever was just opening it with the old one does not get in', async () => {
    const created = await createCase(api());
    const { dependencies } = api();
    const { cryptography } = dependencies;
    const slow = createApp({
      ...dependencies,
      cryptography: {
        ...cryptography,
        async verifyPin(...given) {
          const matches = await cryptography.verifyPin(...given);
          await newPin(created.id);
          return matches;
        },
      },
    });
    const body = opening(created.reference, created.pin);
    const opens = request('POST', '/v1/status-sessions', { key: api().pageKey, origin: ORIGIN, body });
    await assertProblem(await slow(opens, { address: '203.0.113.7' }), 'lookup-failed');
  });

  test('the person reads that it was replaced, and by whom', async () => {
    const created = await createCase(api());
    const pin = await newPin(created.id);
    const { token } = await openCase(api(), { ...created, pin });
    const accesses = (await (await api().call('GET', '/v1/audit', { token })).json()) as {
      readonly data: readonly { readonly action: string; readonly by: { readonly class: string } }[];
    };
    const [, replaced] = accesses.data;
    assert.deepEqual([replaced?.action, replaced?.by.class], ['application.pin', 'authority']);
  });

  test('a request that is sent again gets the same answer, and one PIN', async () => {
    const created = await createCase(api());
    const again = { headers: { 'Idempotency-Key': 'lost-letter-1' } };
    const pin = await newPin(created.id, again);
    assert.equal(await newPin(created.id, again), pin);
    await openCase(api(), { ...created, pin });
  });

  test('another authority, and whoever may only read, change nothing', async () => {
    const created = await createCase(api());
    await assertProblem(await replace(created.id, { token: api().otherSecretKey }), 'not-found');
    const { text } = await api().issue({ scopes: ['applications:read'] });
    await assertProblem(await replace(created.id, { token: text }), 'scope-missing');
    await openCase(api(), created);
  });
});
