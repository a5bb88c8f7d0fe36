// Partners and authorities review documents: only with a live reason to see them, one at a time, and the person hears of
// it at once and can read who looked.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { AccessPage, ConsentList } from '@lintas/contract';
import * as z from 'zod/mini';
import { handIn, openNewCase, photo, type Applicant } from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import {
  claim,
  consentFor,
  consentTo,
  createReviewer,
  decide,
  queueOf,
  type Reviewer,
} from '../fixtures/reviewers.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const MINUTE = 60_000;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let reviewer: Reviewer;
  let applicant: Applicant;
  let id = '';

  const authority = (): Pick<Reviewer, 'token'> => ({ token: api().secretKey });
  const content = ({ token }: Pick<Reviewer, 'token'>, of = id) =>
    api().call('GET', `/v1/verifications/${of}/content`, { token });

  before(async () => {
    reviewer = await createReviewer(api());
    applicant = await openNewCase(api());
    ({ id } = await handIn(api(), applicant, photo(4000), { fileName: 'my secret name.jpg' }));
  });

  describe('who may see a document', () => {
    test('a partner that nobody asked finds nothing, whatever it tries', async () => {
      const curious = await createReviewer(api());
      assert.deepEqual(await queueOf(api(), curious), []);
      await assertProblem(await claim(api(), curious, id), 'not-found');
      await assertProblem(await content(curious), 'not-found');
      await assertProblem(await decide(api(), curious, id, { outcome: 'accepted' }), 'not-found');
    });

    test('another authority finds nothing', async () => {
      const other = { token: api().otherSecretKey };
      assert.ok(!(await queueOf(api(), other)).includes(id));
      await assertProblem(await claim(api(), other, id), 'not-found');
    });

    test('a consent opens all documents of the case, and ends at once when it is withdrawn', async () => {
      const asked = await createReviewer(api());
      const consent = await consentTo(api(), applicant, asked.id);
      assert.deepEqual(await queueOf(api(), asked), [id]);
      assert.equal((await claim(api(), asked, id)).status, 200);
      const { token } = applicant;
      assert.equal((await api().call('DELETE', `/v1/consents/${consent}`, { token })).status, 204);
      assert.deepEqual(await queueOf(api(), asked), []);
      await assertProblem(await content(asked), 'not-found');
      assert.deepEqual(await queueOf(api(), authority(), '?show=open'), [id], 'free for others');
    });

    test('a consent ends by itself', async () => {
      const asked = await createReviewer(api());
      const person = await openNewCase(api());
      const document = await handIn(api(), person, photo(3000));
      await consentTo(api(), person, asked.id);
      api().pass(86_400_001);
      assert.deepEqual(await queueOf(api(), asked), []);
      await assertProblem(await claim(api(), asked, document.id), 'not-found');
      applicant = await openNewCase(api());
      ({ id } = await handIn(api(), applicant, photo(4000), { fileName: 'my secret name.jpg' }));
    });

    test('an authority can have a partner review one document, until a time', async () => {
      const asked = await createReviewer(api());
      const until = new Date(api().now() + 10 * MINUTE).toISOString();
      const assign = (partner: string) =>
        api().call('POST', `/v1/verifications/${id}/assignments`, {
          token: api().secretKey,
          body: { partner, until },
        });
      assert.equal((await assign(asked.id)).status, 204);
      assert.deepEqual(await queueOf(api(), asked), [id]);
      const without = await createReviewer(api(), []);
      await assertProblem(await assign(without.id), 'invalid-request');
      api().pass(11 * MINUTE);
      assert.deepEqual(await queueOf(api(), asked), []);
    });

    test('a partner without the role finds nothing even with a consent', async () => {
      const without = await createReviewer(api(), []);
      const { token } = applicant;
      const body = consentFor(without.id, api());
      await assertProblem(await api().call('POST', '/v1/consents', { token, body }), 'invalid-request');
      assert.deepEqual(await queueOf(api(), without), []);
    });
  });

  describe('work on a document', () => {
    before(() => consentTo(api(), applicant, reviewer.id));

    test('says nothing of whose it is', async () => {
      const text = await (await api().call('GET', '/v1/verifications', { token: reviewer.token })).text();
      assert.doesNotMatch(text, /secret name|A\.B\.|reference|applicationId/);
    });

    test('is for one at a time, ends by itself, and can be given back', async () => {
      assert.equal((await claim(api(), reviewer, id)).status, 200);
      await assertProblem(await claim(api(), authority(), id), 'review-claimed');
      assert.ok(!(await queueOf(api(), authority())).includes(id));
      assert.deepEqual(await queueOf(api(), reviewer, '?show=mine'), [id]);
      assert.deepEqual(await queueOf(api(), reviewer, '?show=open'), []);

      const { token } = reviewer;
      assert.equal((await api().call('POST', `/v1/verifications/${id}/release`, { token })).status, 200);
      await assertProblem(await content(reviewer), 'review-not-claimed');
      assert.equal((await claim(api(), authority(), id)).status, 200);
      api().pass(31 * MINUTE);
      assert.equal((await claim(api(), reviewer, id)).status, 200, 'the claim of somebody who went home');
    });

    test('of two that claim at once, one has it', async () => {
      const { token } = reviewer;
      await api().call('POST', `/v1/verifications/${id}/release`, { token });
      const statuses = await Promise.all([claim(api(), reviewer, id), claim(api(), authority(), id)]);
      assert.deepEqual(statuses.map(({ status }) => status).sort(), [200, 409]);
      for (const winner of [reviewer, authority()]) {
        await api().call('POST', `/v1/verifications/${id}/release`, { token: winner.token });
      }
    });

    test('opens the file only when claimed, as an attachment that nothing runs', async () => {
      await assertProblem(await content(reviewer), 'review-not-claimed');
      await claim(api(), reviewer, id);
      const response = await content(reviewer);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-disposition'), 'attachment; filename="document"');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.match(response.headers.get('content-security-policy') ?? '', /sandbox/);
      assert.ok((await response.arrayBuffer()).byteLength > 0);
    });

    test('needs a reason for everything but acceptance', async () => {
      await claim(api(), reviewer, id);
      await assertProblem(await decide(api(), reviewer, id, { outcome: 'rejected' }), 'invalid-request');
      const reasoned = { outcome: 'accepted', reason: 'blurred' } as const;
      await assertProblem(await decide(api(), reviewer, id, reasoned), 'invalid-request');
    });
  });

  describe('what was done', () => {
    test('is there for the person to read, with the name of who did it, and nowhere else', async () => {
      const person = await openNewCase(api());
      const { id: documentId } = await handIn(api(), person, photo(3000));
      await consentTo(api(), person, reviewer.id);
      await claim(api(), reviewer, documentId);
      await content(reviewer, documentId);
      await decide(api(), reviewer, documentId, { outcome: 'accepted' });
      const { token } = person;
      const page = z.parse(AccessPage, await (await api().call('GET', '/v1/audit', { token })).json());
      const done = page.data.map(({ action, by }) => `${by.class} ${action}`);
      assert.deepEqual(done.slice(0, 4), [
        'partner document.review',
        'partner document.open',
        'partner document.claim',
        'applicant consent.give',
      ]);
      assert.match(page.data[0]?.by.name?.['en']?.text ?? '', /^Helpers/);
      assert.ok(
        page.data.every((access) => access.documentId === undefined || access.documentId === documentId),
      );
    });

    test('comes in pages', async () => {
      const person = await openNewCase(api());
      const { token } = person;
      await handIn(api(), person, photo(3000));
      for (let count = 0; count < 3; count += 1) await consentTo(api(), person, reviewer.id);
      const read = async (query: string) =>
        z.parse(AccessPage, await (await api().call('GET', `/v1/audit${query}`, { token })).json());
      const all = (await read('')).data;
      const first = await read('?limit=2');
      const rest = await read(`?limit=100&cursor=${first.page.next ?? ''}`);
      assert.deepEqual([...first.data, ...rest.data], all);
      const strange = await api().call('GET', '/v1/audit?cursor=zz', { token });
      const { errors } = await assertProblem(strange, 'invalid-request');
      assert.deepEqual(
        errors?.map(({ code }) => code),
        ['invalid_cursor'],
      );
    });
  });

  test('the consents of a case say who could be asked', async () => {
    const person = await openNewCase(api());
    const { token } = person;
    await consentTo(api(), person, reviewer.id);
    const response = await api().call('GET', '/v1/consents', { token });
    const { data, partners } = z.parse(ConsentList, await response.json());
    assert.ok(partners.some((partner) => partner.id === reviewer.id));
    assert.ok(
      data.some(({ partner, withdrawnAt }) => partner.id === reviewer.id && withdrawnAt === undefined),
    );
  });
});
