// Failed tries slow the next one down. Nothing locks.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LIMITS, WINDOW_S, type Dimension } from '../../src/limits/limits.ts';
import { anotherPin, attempt, nextAddress } from '../fixtures/attempts.ts';
import { createCase } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const SECOND = 1000;
const freeTries = (dimension: Dimension) => LIMITS.find((limit) => limit.dimension === dimension)?.free ?? 0;
const FREE = freeTries('reference-from-network');
const FREE_PER_RANGE = freeTries('range');

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let references = 0;
  /** A reference that there is not and that was never tried. */
  const nextReference = () => `nowhere ${(references += 1)}`;
  /** Fails for one reference from one network. */
  const failing = (reference = nextReference(), address = nextAddress()) => {
    return () => attempt(api(), reference, 'wrong', address);
  };

  describe('one reference from one network', () => {
    test('is tried five times freely, then after growing delays', async () => {
      const fail = failing();
      for (let times = 0; times < FREE; times += 1) assert.equal((await fail()).status, 403);
      for (const delay of [15, 30, 60, 120, 240, 300]) {
        const refused = await fail();
        assert.equal(refused.headers.get('retry-after'), String(delay));
        assert.equal(refused.headers.get('ratelimit-remaining'), '0');
        assert.equal((await assertProblem(refused, 'too-many-requests')).retryAfter, delay);
        api().pass((delay - 1) * SECOND);
        // A refused try lengthens nothing.
        assert.equal((await fail()).headers.get('retry-after'), '1');
        api().pass(SECOND);
        assert.equal((await fail()).status, 403);
      }
    });

    test('is free again after fifteen minutes', async () => {
      const fail = failing();
      for (let times = 0; times < FREE; times += 1) await fail();
      api().pass(WINDOW_S * SECOND);
      for (let times = 0; times < FREE; times += 1) assert.equal((await fail()).status, 403);
      assert.equal((await fail()).status, 429);
    });

    test('gets its place back for the right PIN, and nothing that failed before', async () => {
      const { reference, pin } = await createCase(api());
      const address = nextAddress();
      const fail = failing(reference, address);
      for (let times = 0; times < FREE - 1; times += 1) await fail();
      for (let times = 0; times < FREE_PER_RANGE + 2; times += 1) {
        assert.equal((await attempt(api(), reference, pin, address)).status, 201);
      }
      assert.equal((await fail()).status, 403);
      assert.equal((await fail()).status, 429);
    });
  });

  test('one range of addresses has twenty tries, whichever references it tries', async () => {
    const range = nextAddress().replace(/\.1$/, '');
    for (let times = 0; times < FREE_PER_RANGE; times += 1) {
      assert.equal((await failing(nextReference(), `${range}.${times}`)()).status, 403);
    }
    await assertProblem(await failing(nextReference(), `${range}.99`)(), 'too-many-requests');
    assert.equal((await failing()()).status, 403);
  });

  test('of a hundred tries at once exactly the free ones get through', async () => {
    const { reference, pin } = await createCase(api());
    const address = nextAddress();
    const wrong = anotherPin(pin);
    const tries = Array.from({ length: 100 }, () => attempt(api(), reference, wrong, address));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 403).length, FREE);
    assert.equal(statuses.filter((status) => status === 429).length, 100 - FREE);
  });

  test('a clock that was set back does not shut anybody out', async () => {
    const fail = failing();
    api().pass(86_400 * SECOND);
    for (let times = 0; times < FREE; times += 1) await fail();
    assert.equal((await fail()).status, 429);
    api().pass(-86_400 * SECOND);
    assert.equal((await fail()).status, 403);
  });

  test('tries whose clocks differ a little are counted alike, and none is refused for coming first', async () => {
    const { reference, pin } = await createCase(api());
    const address = nextAddress();
    assert.equal((await attempt(api(), reference, pin, address)).status, 201);
    api().pass(-5);
    assert.equal((await attempt(api(), reference, pin, address)).status, 201);
    const fail = failing(reference, address);
    for (let times = 0; times < FREE; times += 1) {
      assert.equal((await fail()).status, 403);
      api().pass(-5);
    }
    assert.equal((await fail()).status, 429);
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
