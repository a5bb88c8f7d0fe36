// A better copy is asked for: the person reads it wherever they look, and whoever was wrong about a paper can think again.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { CaseView, Review, type AppendEvent, type DocumentRequirementInput } from '@lintas/contract';
import * as z from 'zod/mini';
import { writeRequirements } from '../../src/documents/requirements.ts';
import { append, RECEIVED } from '../fixtures/cases.ts';
import { handIn, openNewCase, photo, readDocument, sha256, type Applicant } from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { named, requirement } from '../fixtures/requirements.ts';
import { claim, consentTo, createReviewer, decide, type Reviewer } from '../fixtures/reviewers.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';
import { opening } from './checks/pdfs.ts';
import { sheet } from './checks/pictures.ts';

const IDENTITY = requirement();
/** No picture of these tests is so large. */
const PORTRAIT: DocumentRequirementInput = { ...IDENTITY, id: 'portrait', minPixels: 400 };

const ASKED_FOR_IDENTITY: Partial<AppendEvent> = {
  checks: [{ kind: 'documents', state: 'waiting_on_you' }],
  tasks: [{ kind: 'upload', title: named('Passport'), state: 'open', requirementId: 'identity' }],
};

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let reviewer: Reviewer;
  before(async () => {
    await api().dependencies.database.asOwner((transaction) =>
      writeRequirements(transaction, 'authority', [IDENTITY, PORTRAIT], new Date(api().now())),
    );
    reviewer = await createReviewer(api());
  });

  const authority = (): Pick<Reviewer, 'token'> => ({ token: api().secretKey });
  /** The states of the case's tasks, and of its checks. */
  const readStates = async ({ token }: Applicant): Promise<readonly [string[], string[]]> => {
    const response = await api().call('GET', '/v1/status', { token });
    const { tasks, checks } = z.parse(CaseView, await response.json());
    return [tasks.map(({ state }) => state), checks.map(({ state }) => state)];
  };

  test('that a better copy is wanted is in the person’s documents, tasks, checks and history', async () => {
    const person = await openNewCase(api());
    await append(api(), person.applicationId, { ...RECEIVED, ...ASKED_FOR_IDENTITY });
    assert.deepEqual(await readStates(person), [['open'], ['waiting_on_you']]);
    const document = await handIn(api(), person, photo(3000), { requirementId: 'identity' });
    assert.deepEqual(await readStates(person), [['sent'], ['in_progress']]);
    await consentTo(api(), person, reviewer.id);
    await claim(api(), reviewer, document.id);
    const response = await decide(api(), reviewer, document.id, {
      outcome: 'needs_better_copy',
      reason: 'glare',
    });
    assert.equal(response.status, 200, await response.clone().text());
    assert.equal(z.parse(Review, await response.json()).state, 'needs_better_copy');
    assert.deepEqual(await readStates(person), [['open'], ['waiting_on_you']]);

    const { state, reason, verifications } = await readDocument(api(), person, document.id);
    assert.deepEqual([state, reason], ['needs_better_copy', 'glare']);
    const human = verifications.find(({ method }) => method === 'human_review');
    assert.deepEqual([human?.by, human?.result, human?.reason], ['partner', 'inconclusive', 'glare']);
    const { token } = person;
    const events = await (await api().call('GET', '/v1/status/events', { token })).text();
    assert.match(events, /document_received.*document_better_copy_needed/);

    const { id: replaces } = document;
    await handIn(api(), person, photo(3100), { requirementId: 'identity', replaces });
    assert.deepEqual(await readStates(person), [['sent'], ['in_progress']]);
  });

  test('the check of the documents waits for the person until the last of what was asked for is here', async () => {
    const person = await openNewCase(api());
    const tasks = ['identity', 'portrait'].map((requirementId) => ({
      ...({ kind: 'upload', title: named('Passport'), state: 'open' } as const),
      requirementId,
    }));
    await append(api(), person.applicationId, { ...RECEIVED, ...ASKED_FOR_IDENTITY, tasks });
    await handIn(api(), person, photo(3000), { requirementId: 'identity' });
    assert.deepEqual(await readStates(person), [['sent', 'open'], ['waiting_on_you']]);
    await handIn(api(), person, Buffer.from(await sheet().jpeg({ quality: 10 }).toBuffer()), {
      requirementId: 'portrait',
    });
    assert.deepEqual(await readStates(person), [['sent', 'sent'], ['in_progress']]);
  });

  describe('what a machine sent back', () => {
    test('the authority can look at and accept, and nobody else: there is no copy for others', async () => {
      const person = await openNewCase(api());
      const document = await handIn(api(), person, photo(3000), { requirementId: 'portrait' });
      assert.deepEqual([document.state, document.reason], ['needs_better_copy', 'too_small']);
      await consentTo(api(), person, reviewer.id);
      await assertProblem(await claim(api(), reviewer, document.id), 'not-found');
      assert.equal((await claim(api(), authority(), document.id)).status, 200);
      const path = `/v1/verifications/${document.id}/content`;
      assert.equal((await api().call('GET', path, authority())).status, 200);
      assert.equal((await decide(api(), authority(), document.id, { outcome: 'accepted' })).status, 200);
      assert.equal((await readDocument(api(), person, document.id)).state, 'accepted');
      await assertProblem(await claim(api(), reviewer, document.id), 'not-found');
    });

    test('because it may do harm is for nobody, nor is what did not arrive as it was sent', async () => {
      const person = await openNewCase(api());
      const acts = await handIn(api(), person, Buffer.from(opening('<< /S /JavaScript /JS (1) >>')), {
        mediaType: 'application/pdf',
      });
      assert.equal(acts.reason, 'active_content');
      await assertProblem(await claim(api(), authority(), acts.id), 'not-found');
      const other = await handIn(api(), person, photo(3000), { sha256: sha256(photo(3000)) });
      assert.equal(other.reason, 'corrupt');
      await assertProblem(await claim(api(), authority(), other.id), 'not-found');
    });
  });

  test('whoever sent a paper back, for whatever reason, can think again', async () => {
    const person = await openNewCase(api());
    const document = await handIn(api(), person, photo(3000));
    await consentTo(api(), person, reviewer.id);
    for (const reason of ['too_small', 'harmful'] as const) {
      assert.equal((await claim(api(), reviewer, document.id)).status, 200);
      const again = await decide(api(), reviewer, document.id, { outcome: 'needs_better_copy', reason });
      assert.equal(again.status, 200, await again.clone().text());
      assert.equal((await claim(api(), reviewer, document.id)).status, 200);
      assert.equal((await decide(api(), reviewer, document.id, { outcome: 'accepted' })).status, 200);
    }
  });
});
