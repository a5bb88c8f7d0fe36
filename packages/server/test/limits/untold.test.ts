// What others see of the limits is the same, byte for byte, whether there is a case or not, and whether its owner opened
// it meanwhile or not.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WINDOW_S } from '../../src/limits/limits.ts';
import type { Api } from '../fixtures/api.ts';
import { anotherPin, attempt, nextAddress, nextAddresses } from '../fixtures/attempts.ts';
import { createCase } from '../fixtures/cases.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const SECOND = 1000;
const UNKNOWN = 'AA00-0000-0000';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  describe('failing for a case that its owner opens in between looks like failing for none', () => {
    const home = nextAddress();
    const scenarios: readonly (readonly [name: string, attackers: readonly string[]])[] = [
      ['from another network', nextAddresses(1)],
      ["from the owner's own network", [home]],
      ['from so many networks that they take turns', nextAddresses(6)],
    ];
    for (const [name, attackers] of scenarios) {
      test(name, async () => {
        const { reference, pin } = await createCase(api());
        let opened = 0;
        const known = await watch(api(), reference, anotherPin(pin), attackers, async () => {
          if ((await attempt(api(), reference, pin, home)).status === 201) opened += 1;
        });
        const unknown = await watch(api(), UNKNOWN, anotherPin(pin), attackers, async () => {});
        assert.ok(opened > 2, `opened ${opened} times`);
        assert.deepEqual(known, unknown);
        const statuses = new Set(unknown.map((answer) => answer.slice(0, 3)));
        assert.deepEqual([...statuses], ['403', '429']);
      });
    }
  });
});

/** The answers to everything that these attackers try in a while, with what the owner does after each round. */
async function watch(
  api: Api,
  reference: string,
  pin: string,
  attackers: readonly string[],
  doAsOwner: () => Promise<void>,
): Promise<string[]> {
  api.pass(2 * WINDOW_S * SECOND);
  const answers: string[] = [];
  for (let round = 0; round < 16; round += 1) {
    for (const from of attackers)
      answers.push(await describeAnswer(await attempt(api, reference, pin, from)));
    await doAsOwner();
    // Through all delays, and beyond the end of the window.
    api.pass((round % 3 === 0 ? 1 : round * 12) * SECOND);
  }
  return answers;
}

async function describeAnswer(response: Response): Promise<string> {
  const headers = [...response.headers].filter(([name]) => name !== 'request-id');
  const body = (await response.text()).replace(/"requestId":"[^"]+"/, '');
  return `${response.status} ${JSON.stringify(headers)} ${body}`;
}
