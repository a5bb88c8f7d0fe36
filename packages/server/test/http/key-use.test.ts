// An operator sees when each key was last used, and so which of them nobody needs any more.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { listKeys } from '../../src/keys/issue.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const HOUR = 3_600_000;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  async function lastUse(id: string): Promise<number | undefined> {
    const keys = await api().dependencies.database.asOwner(listKeys);
    return keys.find((key) => key.id === id)?.last_used_at?.getTime();
  }

  test('a key tells when it was last used, to the hour, and not when it was refused', async () => {
    const { id, text } = await api().issue({ scopes: ['applications:read'], networks: ['192.0.2.0/24'] });
    const use = (address: string) => api().call('GET', '/v1/applications', { token: text, address });
    assert.equal((await use('198.51.100.1')).status, 403);
    assert.equal(await lastUse(id), undefined);
    const first = api().now();
    await use('192.0.2.1');
    assert.equal(await lastUse(id), first);
    api().pass(HOUR / 2);
    await use('192.0.2.1');
    assert.equal(await lastUse(id), first, 'written again within the hour');
    api().pass(HOUR);
    await use('192.0.2.1');
    assert.equal(await lastUse(id), api().now());
  });

  test('a call is answered also where that cannot be written down', async () => {
    const { text } = await api().issue({ scopes: ['applications:read'] });
    const { database } = api().dependencies;
    await database.asOwner((transaction) =>
      sql`revoke execute on function note_key_use from lintas_gate`.execute(transaction),
    );
    assert.equal((await api().call('GET', '/v1/applications', { token: text })).status, 200);
  });
});
