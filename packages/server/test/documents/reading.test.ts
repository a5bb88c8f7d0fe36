// What is needed can be read by any page, what was handed in only by who opened the case, and the files themselves only
// by who gave the code once more.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { DocumentList, DocumentRequirementPage, type DocumentRequirementInput } from '@lintas/contract';
import * as z from 'zod/mini';
import { writeRequirements } from '../../src/documents/requirements.ts';
import { STEP_UP_MS } from '../../src/documents/step-up.ts';
import { ORIGIN } from '../fixtures/api.ts';
import { createCase, openCase } from '../fixtures/cases.ts';
import { handIn, openNewCase, photo, type Applicant } from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { requirement } from '../fixtures/requirements.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const IDENTITY = requirement({ maxBytes: 5000, alternatives: ['unhcr_card'] });
const PHOTO: DocumentRequirementInput = { ...IDENTITY, id: 'photo', documentKind: 'photo', alternatives: [] };

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  before(() =>
    api().dependencies.database.asOwner((transaction) =>
      writeRequirements(transaction, 'authority', [PHOTO, IDENTITY], new Date(api().now())),
    ),
  );

  describe('requirements', () => {
    const read = (query: string) =>
      api().call('GET', `/v1/requirements${query}`, { key: api().pageKey, origin: ORIGIN });

    test('come in the order of the authority, only of the kind that is asked for', async () => {
      const response = await read('?kind=stay_limited');
      const { data } = z.parse(DocumentRequirementPage, await response.json());
      assert.deepEqual(
        data.map(({ id, alternatives }) => [id, alternatives]),
        [
          ['photo', []],
          ['identity', ['unhcr_card']],
        ],
      );
      assert.deepEqual((await (await read('?kind=skim')).json()) as unknown, {
        data: [],
        page: { next: null },
      });
      const others = z.parse(
        DocumentRequirementPage,
        await (await read('?kind=stay_limited&authority=other')).json(),
      );
      assert.deepEqual(others.data, []);
    });

    test('are not sent again while nothing has changed', async () => {
      const etag = (await read('?kind=stay_limited')).headers.get('etag') ?? '';
      const again = await api().call('GET', '/v1/requirements?kind=stay_limited', {
        key: api().pageKey,
        origin: ORIGIN,
        headers: { 'If-None-Match': etag },
      });
      assert.equal(again.status, 304);
    });

    test('of a kind that there is not are refused', async () => {
      await assertProblem(await read('?kind=unicorn'), 'invalid-request');
      await assertProblem(await read(''), 'invalid-request');
    });
  });

  test('a case lists its documents with what it needs, and no other case does', async () => {
    const applicant = await openNewCase(api());
    const { id } = await handIn(api(), applicant, photo(3000), { requirementId: 'identity' });
    const list = async ({ token }: Applicant) => {
      const response = await api().call('GET', '/v1/documents', { token });
      assert.equal(response.status, 200, await response.clone().text());
      return z.parse(DocumentList, await response.json());
    };
    const { data, requirements } = await list(applicant);
    assert.deepEqual(
      data.map((document) => [document.id, document.requirementId]),
      [[id, 'identity']],
    );
    assert.deepEqual(
      requirements.map((requirement) => requirement.id),
      ['photo', 'identity'],
    );
    const other = await openNewCase(api());
    assert.deepEqual((await list(other)).data, []);
    await assertProblem(await api().call('GET', `/v1/documents/${id}`, { token: other.token }), 'not-found');
  });

  describe('downloads', () => {
    async function handedIn() {
      const created = await createCase(api());
      const { token } = await openCase(api(), created);
      const file = photo(3000);
      const { id } = await handIn(api(), { applicationId: created.id, token }, file);
      const download = () => api().call('GET', `/v1/documents/${id}/content`, { token });
      const stepUp = (value: string) =>
        api().call('POST', '/v1/status-sessions/current/step-up', {
          token,
          body: { secret: { kind: 'pin', value } },
        });
      return { ...created, token, file, documentId: id, download, stepUp };
    }

    test('ask for the code once more, and only for a while', async () => {
      const { pin, file, download, stepUp } = await handedIn();
      await assertProblem(await download(), 'step-up-required');
      await assertProblem(await stepUp('00000000'), 'lookup-failed');
      await assertProblem(await download(), 'step-up-required');
      assert.equal((await stepUp(pin)).status, 204);
      const response = await download();
      assert.equal(response.status, 200);
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), file);
      assert.equal(response.headers.get('content-disposition'), 'attachment; filename="document"');
      assert.equal(response.headers.get('cache-control'), 'no-store, no-transform');
      api().pass(STEP_UP_MS + 1);
      await assertProblem(await download(), 'step-up-required');
    });

    test('tries with a wrong code count as tries to open the case', async () => {
      const { stepUp, pin } = await handedIn();
      for (let tries = 0; tries < 5; tries += 1)
        await assertProblem(await stepUp('11111111'), 'lookup-failed');
      const { status, headers } = await stepUp(pin);
      assert.deepEqual([status, headers.has('retry-after')], [429, true]);
    });

    test('of an authority need the scope, and are recorded', async () => {
      const { documentId, file, token } = await handedIn();
      const fetchWith = (key: string) =>
        api().call('GET', `/v1/verifications/${documentId}/original`, { token: key });
      const { text: without } = await api().issue({ scopes: ['applications:read'] });
      await assertProblem(await fetchWith(without), 'scope-missing');
      await assertProblem(await fetchWith(api().otherSecretKey), 'not-found');
      const response = await fetchWith(api().secretKey);
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), file);
      const accesses = await (await api().call('GET', '/v1/audit', { token })).text();
      assert.match(accesses, /"class":"authority".*"action":"document.download"/);
    });
  });
});
