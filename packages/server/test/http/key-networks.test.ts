// A secret key that was made for some networks is of no use to whoever stole it and calls from elsewhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const networks = ['198.51.100.0/24', '192.0.2.7', '2001:db8:7::/48'];
  const scopes = ['applications:read'] as const;

  test('a key for some networks is taken from these, however the address is written, and from nowhere else', async () => {
    const { text } = await api().issue({ scopes, networks });
    const list = (address: string) => api().call('GET', '/v1/applications', { token: text, address });
    for (const address of ['198.51.100.200', '::ffff:198.51.100.1', '192.0.2.7', '2001:DB8:7:1::9']) {
      assert.equal((await list(address)).status, 200, address);
    }
    for (const address of ['198.51.101.1', '192.0.2.8', '2001:db8:8::1', 'fe80::1%eth0', '', 'unknown']) {
      await assertProblem(await list(address), 'address-not-allowed');
    }
  });

  test('a key without networks is taken from everywhere', async () => {
    const { text } = await api().issue({ scopes });
    const answer = await api().call('GET', '/v1/applications', { token: text, address: '' });
    assert.equal(answer.status, 200);
  });
});
