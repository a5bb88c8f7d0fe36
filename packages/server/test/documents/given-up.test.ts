// An upload that stood still for too long is given up, and its person is told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expireUploads } from '../../src/documents/expire.ts';
import {
  announce,
  type Applicant,
  listDocuments,
  openNewCase,
  photo,
  type ReturningApplicant,
} from '../fixtures/documents.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const HOUR = 3_600_000;

onEachDatabase((open) => {
  const api = useApi(open);
  const reopen = async ({ applicationId, reopen }: ReturningApplicant): Promise<Applicant> => ({
    applicationId,
    token: await reopen(),
  });

  test('what was given up is told to its person for a while, until something newer comes in its place', async () => {
    const applicant = await openNewCase(api());
    const { id } = await announce(api(), applicant, photo(5000));
    const listed = async (who: Applicant): Promise<readonly string[]> =>
      (await listDocuments(api(), who)).map((document) => `${document.state} ${document.id}`);
    api().pass(25 * HOUR);
    await expireUploads(api().dependencies);
    const later = await reopen(applicant);
    assert.deepEqual(await listed(later), [`expired ${id}`]);

    const elsewhere = await announce(api(), later, photo(4000), { kind: 'school' });
    assert.deepEqual(await listed(later), [`expired ${id}`, `queued ${elsewhere.id}`]);
    api().pass(1000);
    const newer = await announce(api(), later, photo(4000));
    assert.deepEqual(await listed(later), [`queued ${elsewhere.id}`, `queued ${newer.id}`]);
    api().pass(25 * HOUR);
    await expireUploads(api().dependencies);
    const latest = await reopen(applicant);
    assert.deepEqual(await listed(latest), [`expired ${elsewhere.id}`, `expired ${newer.id}`]);
    api().pass(31 * 24 * HOUR);
    assert.deepEqual(await listed(await reopen(applicant)), []);
  });
});
