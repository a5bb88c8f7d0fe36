// Whoever makes others wait does not make them stay outside: the right PIN opens a case at the first try from a
// network that has not failed, whatever goes on elsewhere.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { LIMITS, WINDOW_S, type Dimension } from '../../src/limits/limits.ts';
import { anotherPin, attempt, failOften, nextAddress, nextAddresses } from '../fixtures/attempts.ts';
import { createCase } from '../fixtures/cases.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const wide = (dimension: Dimension) => {
  const limit = LIMITS.find((each) => each.dimension === dimension);
  assert.ok(limit?.spares);
  return { ...limit, spares: limit.spares };
};

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  describe('while somebody fails for one reference whenever they may', () => {
    test('from one network for two hours, its owner gets in from elsewhere at each first try', async () => {
      const { reference, pin } = await createCase(api());
      const [attacker, home] = [nextAddress(), nextAddress()];
      const end = api().now() + 2 * HOUR;
      let failures = 0;
      while (api().now() < end) {
        const { status, headers } = await attempt(api(), reference, anotherPin(pin), attacker);
        if (status === 403) {
          failures += 1;
          continue;
        }
        assert.equal((await attempt(api(), reference, pin, home)).status, 201, `after ${failures}`);
        api().pass(Number(headers.get('retry-after')) * SECOND);
      }
      assert.ok(failures > 60);
    });

    test('from many networks, its owner gets in at each first try, and the others take turns', async () => {
      const { reference, pin } = await createCase(api());
      const home = nextAddress();
      const attackers = nextAddresses(30);
      let failures = 0;
      for (let round = 0; round < 10; round += 1) {
        for (const attacker of attackers) {
          const { status } = await attempt(api(), reference, anotherPin(pin), attacker);
          if (status === 403) failures += 1;
        }
        assert.equal((await attempt(api(), reference, pin, home)).status, 201, `after ${failures}`);
        api().pass(wide('reference').longestDelay * SECOND);
      }
      assert.equal(failures, attackers.length + 9);
    });

    test('its owner waits for seconds after a wrong PIN, not for minutes', async () => {
      const { reference, pin } = await createCase(api());
      for (const attacker of nextAddresses(30)) await attempt(api(), reference, anotherPin(pin), attacker);
      const home = nextAddress();
      assert.equal((await attempt(api(), reference, anotherPin(pin), home)).status, 403);
      const refused = await attempt(api(), reference, pin, home);
      assert.equal(refused.status, 429);
      const wait = Number(refused.headers.get('retry-after'));
      assert.ok(wait <= 5, String(wait));
      api().pass(wait * SECOND);
      assert.equal((await attempt(api(), reference, pin, home)).status, 201);
    });

    test('from one IPv6 network, they have five tries, whichever household they come from', async () => {
      const { reference, pin } = await createCase(api());
      const statuses: number[] = [];
      for (let household = 0; household < 7; household += 1) {
        const address = `2001:db8:9:${(household << 8).toString(16)}::1`;
        statuses.push((await attempt(api(), reference, anotherPin(pin), address)).status);
      }
      assert.deepEqual(statuses, [403, 403, 403, 403, 403, 429, 429]);
    });

    test('from about a thousand networks, also new ones take turns: PINs are not to be guessed', async () => {
      const { reference, pin } = await createCase(api());
      await failOften(api(), wide('reference').spares.until, () => reference, nextAddresses(1000));
      const refused = await attempt(api(), reference, pin);
      assert.equal(refused.status, 429);
      api().pass(Number(refused.headers.get('retry-after')) * SECOND);
      assert.equal((await attempt(api(), reference, pin)).status, 201);
    });
  });

  describe('after so many failures that a whole tenant takes turns', () => {
    const { free, spares } = wide('tenant');
    const attackers = nextAddresses(40);
    const crowded = nextAddress();
    before(async () => {
      api().pass(2 * WINDOW_S * SECOND);
      // Some people mistype everywhere.
      await failOften(api(), spares.tries - 1, () => 'mistyped', [crowded]);
      const failures = Math.ceil(free / attackers.length) * attackers.length;
      await failOften(api(), failures - attackers.length, (index) => `nowhere ${index}`, attackers);
    });

    test('people elsewhere get in at the first try, and whoever failed often waits', async () => {
      const { reference, pin } = await createCase(api());
      const home = nextAddress();
      let failures = 0;
      for (let round = 0; round < 8; round += 1) {
        for (const attacker of attackers.slice(0, 10)) {
          const { status } = await attempt(api(), `later ${round}`, '1', attacker);
          if (status === 403) failures += 1;
        }
        for (const from of [home, crowded]) {
          assert.equal((await attempt(api(), reference, pin, from)).status, 201, `after ${failures}`);
        }
      }
      assert.ok(failures < 50, String(failures));
    });

    test('an IPv6 network is one source, however many households are in it', async () => {
      const household = (index: number) => `2001:db8:1:${(index << 8).toString(16)}::1`;
      for (let index = 0; index < spares.tries; index += 1) {
        assert.equal((await attempt(api(), `there ${index}`, '1', household(index))).status, 403);
      }
      assert.equal((await attempt(api(), 'there', '1', household(99))).status, 429);
      assert.equal((await attempt(api(), 'there', '1', '2001:db8:2::1')).status, 403);
    });
  });
});
