// Whenever an authority's system reads a case, that is written down once an hour, and the person reads who it was.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AccessPage } from '@lintas/contract';
import * as z from 'zod/mini';
import { verifyAudit } from '../../src/db/audit-check.ts';
import { isRecorded, recordRead } from '../../src/db/audit-reads.ts';
import { createCase, openCase } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';
import { explainQuery } from '../support/plans.ts';

const HOUR = 3_600_000;

const READS: Readonly<Record<string, string>> = {
  'a case': '',
  'its events': '/events',
  'its documents': '/documents',
};

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  async function read(path: string, token = api().secretKey): Promise<void> {
    const response = await api().call('GET', `/v1/applications${path}`, { token });
    assert.equal(response.status, 200, await response.text());
  }

  /** Who is written down as having read a case, the first one first. */
  async function readersOf(applicationId: string): Promise<string[]> {
    const entries = await api().database.asOwner((transaction) =>
      transaction
        .selectFrom('audit')
        .select('actor')
        .where('application_id', '=', applicationId)
        .where('action', '=', 'application.read')
        .orderBy('position')
        .execute(),
    );
    return entries.map(({ actor }) => actor);
  }

  for (const [what, path] of Object.entries(READS)) {
    test(`reading ${what} is written down, and once more only after an hour`, async () => {
      const { id } = await createCase(api());
      await read(`/${id}${path}`);
      assert.equal((await readersOf(id)).length, 1);
      api().pass(HOUR - 1);
      for (const again of Object.values(READS)) await read(`/${id}${again}`);
      assert.equal((await readersOf(id)).length, 1);
      api().pass(1);
      await read(`/${id}${path}`);
      assert.equal((await readersOf(id)).length, 2);
    });
  }

  test('each key and each case is written down for itself', async () => {
    const [one, two] = [await createCase(api()), await createCase(api())];
    const clerk = await api().issue({ scopes: ['applications:read'] });
    await read(`/${one.id}`);
    await read(`/${one.id}`, clerk.text);
    await read(`/${two.id}`, clerk.text);
    assert.equal(new Set(await readersOf(one.id)).size, 2);
    assert.deepEqual(await readersOf(two.id), [`key:${clerk.id}`]);
  });

  test('looking through the list is written down once an hour for a key', async () => {
    await createCase(api());
    const clerk = await api().issue({ scopes: ['applications:read'] });
    const count = async () => {
      const entries = await api().database.asOwner((transaction) =>
        transaction
          .selectFrom('audit')
          .select(['tenant_id', 'application_id'])
          .where('action', '=', 'application.list')
          .where('actor', '=', `key:${clerk.id}`)
          .execute(),
      );
      assert.ok(entries.every((entry) => entry.tenant_id === 'authority' && entry.application_id === null));
      return entries.length;
    };
    for (const query of ['', '?limit=1', '?status=submitted']) await read(query, clerk.text);
    assert.equal(await count(), 1);
    api().pass(HOUR);
    await read('', clerk.text);
    assert.equal(await count(), 2);
  });

  test('who was not let read it has not read it', async () => {
    const { id } = await createCase(api());
    const noScope = await api().issue({ scopes: [] });
    const call = (path: string, token: string) =>
      api().call('GET', `/v1/applications/${id}${path}`, { token });
    for (const path of Object.values(READS)) {
      await assertProblem(await call(path, api().otherSecretKey), 'not-found');
      await assertProblem(await call(path, noScope.text), 'scope-missing');
    }
    await assertProblem(await call('/events?after=x', api().secretKey), 'invalid-request');
    assert.deepEqual(await readersOf(id), []);
  });

  test('of many reads at once each case has one, and the chain stays whole', async () => {
    const cases = await Promise.all(Array.from({ length: 4 }, () => createCase(api())));
    const paths = cases.flatMap(({ id }) => Object.values(READS).map((path) => `/${id}${path}`));
    await Promise.all([...paths, ...paths, '', ''].map((path) => read(path)));
    for (const { id } of cases) assert.equal((await readersOf(id)).length, 1);
    const finding = await api().database.inTenant('authority', (transaction) =>
      verifyAudit(transaction, 'authority'),
    );
    assert.equal(finding.intact, true);
  });

  test('the person reads when their case was opened and read, and by whom', async () => {
    const created = await createCase(api());
    const openedAt = new Date(api().now()).toISOString();
    await openCase(api(), created);
    api().pass(60_000);
    await read(`/${created.id}`);
    const readAt = new Date(api().now()).toISOString();
    const { token } = await openCase(api(), created);
    const page = z.parse(AccessPage, await (await api().call('GET', '/v1/audit', { token })).json());
    assert.deepEqual(
      page.data.map(({ at, action, by }) => [at, action, by.class, by.name?.['en']?.text]),
      [
        [readAt, 'session.open', 'partner', 'Partner'],
        [readAt, 'application.read', 'authority', 'Office'],
        [openedAt, 'session.open', 'partner', 'Partner'],
      ],
    );
  });

  describe('whether a read was written down', () => {
    test('is asked of one index, however long the log is', async () => {
      const { id } = await createCase(api());
      const { id: keyId } = await api().issue({ scopes: ['applications:read'] });
      const at = new Date(api().now());
      await api().database.inTenant('authority', async (transaction) => {
        for (const applicationId of [id, undefined]) {
          const one = { tenantId: 'authority', keyId, applicationId, at };
          await recordRead(transaction, one);
          const plan = await explainQuery(transaction, (watched) => isRecorded(watched, one));
          assert.match(plan, /audit_of_reads/);
          assert.doesNotMatch(plan, /Filter:|Sort|Seq Scan/, plan);
        }
      });
    });
  });
});
