// An authority's own applications: registering and listing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApplicationPage, parseReference } from '@lintas/contract';
import * as z from 'zod/mini';
import { append, APPLICATION, createCase, RECEIVED } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  async function list(query: string): Promise<z.infer<typeof ApplicationPage>> {
    const response = await api().call('GET', `/v1/applications?${query}`, { token: api().secretKey });
    assert.equal(response.status, 200);
    return z.parse(ApplicationPage, await response.json());
  }

  test('pages of a list give every application once, newest first, while new ones come in', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      ids.push((await createCase(api(), { office: 'Bandung' })).id);
      api().pass(1);
    }
    const seen: string[] = [];
    let query = 'office=Bandung&limit=3';
    for (let page = await list(query); ; page = await list(query)) {
      seen.push(...page.data.map(({ id }) => id));
      await createCase(api(), { office: 'Bandung' });
      if (page.page.next === null) break;
      query = `office=Bandung&limit=3&cursor=${encodeURIComponent(page.page.next)}`;
    }
    assert.deepEqual(seen, ids.toReversed());
  });

  test('filters narrow the list, together', async () => {
    const one = await createCase(api(), { office: 'Ambon', kind: 'skim', externalId: 'E-1' });
    await createCase(api(), { office: 'Ambon', kind: 'rsd' });
    await append(api(), one.id, RECEIVED);
    for (const query of ['office=Ambon&kind=skim', 'externalId=E-1', 'office=Ambon&status=received']) {
      assert.deepEqual(
        (await list(query)).data.map(({ id }) => id),
        [one.id],
        query,
      );
    }
    assert.deepEqual((await list('office=Ambon&kind=skim&status=submitted')).data, []);
  });

  test('a reference can be checked by hand and tells who issued it', async () => {
    const { reference } = await createCase(api());
    assert.equal(parseReference(reference), reference);
    assert.ok(reference.startsWith('AA'));
  });

  test('an external id is taken once, and stays free for other authorities', async () => {
    await createCase(api(), { externalId: 'N-1' });
    const body = { ...APPLICATION, externalId: 'N-1' };
    await assertProblem(
      await api().call('POST', '/v1/applications', { token: api().secretKey, body }),
      'external-id-taken',
    );
    assert.equal((await list('externalId=N-1')).data.length, 1);
    assert.equal(
      (await api().call('POST', '/v1/applications', { token: api().otherSecretKey, body })).status,
      201,
    );
  });

  test('of many that register the same external id at once one does', async () => {
    const body = { ...APPLICATION, externalId: 'N-2' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        api().call('POST', '/v1/applications', { token: api().secretKey, body }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array<number>(7).fill(409)]);
    assert.equal((await list('externalId=N-2')).data.length, 1);
  });

  test('the PIN is told once and never again', async () => {
    const { id, pin } = await createCase(api(), { externalId: 'N-3' });
    for (const path of [
      `/v1/applications/${id}`,
      '/v1/applications?externalId=N-3',
      `/v1/applications/${id}/events`,
    ]) {
      const text = await (await api().call('GET', path, { token: api().secretKey })).text();
      assert.ok(!text.includes(pin) && !text.includes('pin'), path);
    }
  });

  test('a partner has no applications to register', async () => {
    const { text } = await api().issue({ tenantId: 'partner', scopes: ['applications:write'] });
    await assertProblem(
      await api().call('POST', '/v1/applications', { token: text, body: APPLICATION }),
      'scope-missing',
    );
  });

  test('an application that is to be filed tomorrow is not filed', async () => {
    const body = { ...APPLICATION, filedAt: new Date(api().now() + 86_400_000).toISOString() };
    const problem = await assertProblem(
      await api().call('POST', '/v1/applications', { token: api().secretKey, body }),
      'invalid-request',
    );
    assert.deepEqual(
      problem.errors?.map(({ pointer }) => pointer),
      ['/filedAt'],
    );
  });
});
