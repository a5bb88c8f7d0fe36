// Failed tries slow the next one down. Nothing locks.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LIMITS, WINDOW_S } from '../../src/limits/limits.ts';
import { ORIGIN, type Api } from '../fixtures/api.ts';
import { createCase, opening } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const SECOND = 1000;
const [FREE = 0, FREE_PER_ADDRESS = 0] = LIMITS.map(({ free }) => free);

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let places = 0;
  /** A reference that there is not, and an address, both never used before. */
  const fresh = () => {
    places += 1;
    return { reference: `nowhere ${places}`, address: `10.${places >> 8}.${places & 255}.1` };
  };

  describe('one reference', () => {
    test('is tried five times freely, then after growing delays', async () => {
      const { reference } = fresh();
      const elsewhere = () => attempt(api(), reference, '00000000', fresh().address);
      for (let times = 0; times < FREE; times += 1) assert.equal((await elsewhere()).status, 403);
      for (const delay of [15, 30, 60, 120, 240, 300]) {
        const refused = await elsewhere();
        assert.equal(refused.headers.get('retry-after'), String(delay));
        assert.equal(refused.headers.get('ratelimit-remaining'), '0');
        assert.equal((await assertProblem(refused, 'too-many-requests')).retryAfter, delay);
        api().pass((delay - 1) * SECOND);
        // A refused try lengthens nothing.
        assert.equal((await elsewhere()).headers.get('retry-after'), '1');
        api().pass(SECOND);
        assert.equal((await elsewhere()).status, 403);
      }
    });

    test('is free again after fifteen minutes', async () => {
      const { reference } = fresh();
      const elsewhere = () => attempt(api(), reference, '00000000', fresh().address);
      for (let times = 0; times < FREE; times += 1) await elsewhere();
      api().pass(WINDOW_S * SECOND);
      for (let times = 0; times < FREE; times += 1) assert.equal((await elsewhere()).status, 403);
      assert.equal((await elsewhere()).status, 429);
    });

    test('is cleared by the right PIN, and the address given its place back', async () => {
      const { reference, pin } = await createCase(api());
      const { address } = fresh();
      for (let round = 0; round < 6; round += 1) {
        for (let times = 0; times < FREE - 1; times += 1) {
          assert.equal((await attempt(api(), reference, 'wrong', fresh().address)).status, 403);
        }
        assert.equal((await attempt(api(), reference, pin, address)).status, 201);
      }
      for (let times = 0; times < FREE_PER_ADDRESS + 2; times += 1) {
        assert.equal((await attempt(api(), reference, pin, address)).status, 201);
      }
    });
  });

  test('one range of addresses has twenty tries, whichever references it tries', async () => {
    const range = fresh().address.replace(/\.1$/, '');
    for (let times = 0; times < FREE_PER_ADDRESS; times += 1) {
      assert.equal((await attempt(api(), fresh().reference, '00000000', `${range}.${times}`)).status, 403);
    }
    await assertProblem(
      await attempt(api(), fresh().reference, '00000000', `${range}.99`),
      'too-many-requests',
    );
    assert.equal((await attempt(api(), fresh().reference, '00000000', fresh().address)).status, 403);
  });

  test('of a hundred tries at once exactly the free ones get through', async () => {
    const { reference, pin } = await createCase(api());
    const wrong = pin === '00000000' ? '11111111' : '00000000';
    const tries = Array.from({ length: 100 }, () => attempt(api(), reference, wrong, fresh().address));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 403).length, FREE);
    assert.equal(statuses.filter((status) => status === 429).length, 100 - FREE);
  });

  test('a clock that was set back does not shut anybody out', async () => {
    const { reference } = fresh();
    const elsewhere = () => attempt(api(), reference, '00000000', fresh().address);
    api().pass(86_400 * SECOND);
    for (let times = 0; times < FREE; times += 1) await elsewhere();
    assert.equal((await elsewhere()).status, 429);
    api().pass(-86_400 * SECOND);
    assert.equal((await elsewhere()).status, 403);
  });

  test('tries whose clocks differ a little are counted alike, and none is refused for coming first', async () => {
    const { reference, pin } = await createCase(api());
    const { address } = fresh();
    assert.equal((await attempt(api(), reference, pin, address)).status, 201);
    api().pass(-5);
    assert.equal((await attempt(api(), reference, pin, address)).status, 201);
    for (let times = 0; times < FREE; times += 1) {
      assert.equal((await attempt(api(), reference, 'wrong', fresh().address)).status, 403);
      api().pass(-5);
    }
    assert.equal((await attempt(api(), reference, 'wrong', fresh().address)).status, 429);
  });

  test('counters tell neither reference nor address', async () => {
    await attempt(api(), 'canary reference', '00000000', '192.0.2.77');
    const rows = await api().database.atGate((transaction) =>
      transaction.selectFrom('tries').selectAll().execute(),
    );
    assert.ok(rows.every(({ bucket }) => bucket.length === 32));
    assert.ok(!rows.some(({ bucket }) => /canary|192/.test(Buffer.from(bucket).toString('latin1'))));
  });
});

function attempt(api: Api, reference: string, pin: string, address: string): Promise<Response> {
  return api.call('POST', '/v1/status-sessions', {
    key: api.pageKey,
    origin: ORIGIN,
    body: opening(reference, pin),
    address,
  });
}
