// Opening a case: what a wrong try looks like, and how long a right one lasts.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SessionTimes } from '@lintas/contract';
import type { Cryptography } from '@lintas/server';
import * as z from 'zod/mini';
import { createCryptography } from '../../src/node/cryptography.ts';
import { ORIGIN, type Api } from '../fixtures/api.ts';
import { createCase, openCase, opening } from '../fixtures/cases.ts';
import { countQueries } from '../fixtures/queries.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const MINUTE = 60_000;

let verifications = 0;
const working = createCryptography(new Uint8Array(32));
const counting: Cryptography = {
  ...working,
  verifyPin(pin, hash) {
    verifications += 1;
    return working.verifyPin(pin, hash);
  },
};

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase, { cryptography: counting });
  const attempt = (reference: string, pin: string, address: string) =>
    api().call('POST', '/v1/status-sessions', {
      key: api().pageKey,
      origin: ORIGIN,
      body: opening(reference, pin),
      address,
    });

  describe('an unknown reference, a wrong PIN and nonsense', () => {
    test('get the same bytes but the request id, for the same work', async () => {
      const { reference, pin } = await createCase(api());
      const wrong = pin === '00000000' ? '11111111' : '00000000';
      const tries: [string, string][] = [
        [reference, wrong],
        ['AAZZ-ZZZZ-ZZZZ', pin],
        ['AA00-0000-0000', '12345678'],
        [(await createCase(api())).reference, 'not a pin'],
        ['nonsense', ''],
      ];
      // That the key is used is written down once an hour, whatever it is used for.
      await api().call('GET', '/v1/requirements?kind=other', { key: api().pageKey, origin: ORIGIN });
      const seen = new Set<string>();
      for (const [index, [typed, secret]] of tries.entries()) {
        verifications = 0;
        const address = `198.51.${index}.9`;
        const { result, queries } = await countQueries(() => attempt(typed, secret, address));
        const headers = Object.fromEntries([...result.headers].filter(([name]) => name !== 'request-id'));
        const body = (await result.text()).replace(/"requestId":"[^"]+"/, '');
        seen.add(JSON.stringify({ status: result.status, headers, body, verifications, queries }));
      }
      assert.equal(seen.size, 1, [...seen].join('\n'));
      assert.match([...seen].join(), /"status":403.*lookup-failed.*"verifications":1/);
    });
  });

  test('a reference and PIN open the case however they are typed', async () => {
    const { reference, pin } = await createCase(api());
    const arabic = (digits: string) =>
      digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    for (const [index, [typed, secret]] of [
      [reference.toLowerCase().replaceAll('-', ' '), ` ${pin.slice(0, 4)}-${pin.slice(4)} `],
      [arabic(reference), arabic(pin)],
    ].entries()) {
      assert.equal((await attempt(typed ?? '', secret ?? '', `198.51.100.${index}`)).status, 201);
    }
  });

  test('a PIN is eight digits, and neither it nor a token is stored', async () => {
    const created = await createCase(api());
    assert.match(created.pin, /^\d{8}$/);
    const { token } = await openCase(api(), created);
    assert.match(token, /^cs_[A-Za-z0-9_-]{43}$/);
    const stored = await api().database.asOwner(async (transaction) => [
      await transaction.selectFrom('applications').selectAll().execute(),
      await transaction.selectFrom('sessions').selectAll().execute(),
    ]);
    const text = JSON.stringify(stored);
    assert.ok(!text.includes(created.pin) && !text.includes(token));
    assert.match(text, /\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  describe('a session', () => {
    test('ends after fifteen minutes, and reading does not prolong it', async () => {
      const { token } = await openCase(api(), await createCase(api()));
      api().pass(14 * MINUTE);
      assert.equal((await read(api(), token)).status, 200);
      api().pass(MINUTE);
      await assertProblem(await read(api(), token), 'unauthenticated');
    });

    test('can be extended at least ten times, but not beyond three hours', async () => {
      const { token, endsAt } = await openCase(api(), await createCase(api()));
      for (let times = 0; times < 12; times += 1) {
        api().pass(14 * MINUTE);
        const response = await api().call('POST', '/v1/status-sessions/current/extend', { token });
        assert.equal(response.status, 200);
        const { expiresAt } = z.parse(SessionTimes, await response.json());
        const expected = Math.min(api().now() + 15 * MINUTE, Date.parse(endsAt));
        assert.equal(Date.parse(expiresAt), expected);
      }
      api().pass(12 * MINUTE);
      await assertProblem(await read(api(), token), 'unauthenticated');
    });

    test('ends with the key that it was opened with', async () => {
      const page = await api().issue({ tenantId: 'partner', kind: 'publishable', origins: [ORIGIN] });
      const { reference, pin } = await createCase(api());
      const response = await api().call('POST', '/v1/status-sessions', {
        key: page.text,
        body: opening(reference, pin),
      });
      const { token } = (await response.json()) as { token: string };
      assert.equal((await read(api(), token)).status, 200);
      await api().revoke(page.id);
      await assertProblem(await read(api(), token), 'unauthenticated');
    });

    test('that was left cannot be extended', async () => {
      const { token } = await openCase(api(), await createCase(api()));
      assert.equal((await api().call('DELETE', '/v1/status-sessions/current', { token })).status, 204);
      await assertProblem(
        await api().call('POST', '/v1/status-sessions/current/extend', { token }),
        'unauthenticated',
      );
    });
  });
});

function read(api: Api, token: string): Promise<Response> {
  return api.call('GET', '/v1/status', { token });
}
