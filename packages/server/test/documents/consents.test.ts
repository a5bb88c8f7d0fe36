// A person can prove what they agreed to: a consent is kept with the hash of the words that they were shown.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ConsentList } from '@lintas/contract';
import * as z from 'zod/mini';
import { handIn, openNewCase, photo } from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { claim, consentFor, consentTo, createReviewer, type Reviewer } from '../fixtures/reviewers.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let partner: Reviewer;
  before(async () => (partner = await createReviewer(api())));

  const list = async (token: string) => {
    const response = await api().call('GET', '/v1/consents', { token });
    return z.parse(ConsentList, await response.json()).data;
  };

  test('a consent keeps the words that were shown by their hash, and the person reads it with language and version', async () => {
    const { token } = await openNewCase(api());
    const body = { ...consentFor(partner.id, api()), language: 'fa-AF', textVersion: 'uploader-7' };
    const response = await api().call('POST', '/v1/consents', { token, body });
    assert.equal(response.status, 201);
    const shown = { language: body.language, textVersion: body.textVersion, textHash: body.textHash };
    const [kept] = await list(token);
    assert.deepEqual(await response.json(), kept);
    assert.deepEqual({ ...kept, ...shown }, kept);
  });

  test('a consent is not given without the hash of the words', async () => {
    const { token } = await openNewCase(api());
    const { textHash: _, ...body } = consentFor(partner.id, api());
    await assertProblem(await api().call('POST', '/v1/consents', { token, body }), 'invalid-request');
    assert.deepEqual(await list(token), []);
  });

  test('a consent from before hashes were kept is still listed, and still holds', async () => {
    const person = await openNewCase(api());
    const { id } = await handIn(api(), person, photo(3000));
    const consentId = await consentTo(api(), person, partner.id);
    await api().database.asOwner((transaction) =>
      transaction.updateTable('consents').set({ text_hash: null }).where('id', '=', consentId).execute(),
    );
    const [old] = await list(person.token);
    assert.deepEqual([old?.id, old?.language, old?.textHash], [consentId, 'id', undefined]);
    assert.equal((await claim(api(), partner, id)).status, 200);
  });
});
