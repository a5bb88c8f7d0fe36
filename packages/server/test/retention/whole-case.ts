// A case with everything that a case can have, each part of it to be found again by its words.

import assert from 'node:assert/strict';
import { CreatedApplication, type AppendEvent, type CreateApplication } from '@lintas/contract';
import * as z from 'zod/mini';
import type { Api } from '../fixtures/api.ts';
import { APPLICATION, openCase, RECEIVED } from '../fixtures/cases.ts';
import { announce, handIn, patch, photo } from '../fixtures/documents.ts';
import { claim, consentTo, createReviewer, decide } from '../fixtures/reviewers.ts';
import { blind, publish } from '../fixtures/surveys.ts';

/** The last day of the case, and when it is over in Jakarta. */
export const LAST_DAY = '2026-03-05';
export const END = Date.parse('2026-03-05T17:00:00Z');

export const WORDS = {
  initials: 'CNRY-INI',
  externalId: 'CANARY-EXTERNAL',
  related: 'CANARY-RELATED',
  task: 'CANARY-TASK',
  fileName: 'CANARY-FILE.jpg',
  mrz: 'P<IDNCANARYNAME<<SRI<AMINAH<<<<<<<<<<<<<<<<<\nCANARYNR<7IDN8001014F3501014<<<<<<<<<<<<<<08',
} as const;

const REGISTERED: CreateApplication = {
  ...APPLICATION,
  applicant: { initials: WORDS.initials },
  externalId: WORDS.externalId,
  relatedReferences: [WORDS.related],
  retentionUntil: LAST_DAY,
};

const TASK: AppendEvent = {
  code: 'tasks_updated',
  change: 'information',
  tasks: [{ kind: 'answer', title: { en: { text: WORDS.task, reviewed: 'peer' } }, state: 'open' }],
};

export type WholeCase = Awaited<ReturnType<typeof createWholeCase>>;

export async function createWholeCase(api: Api) {
  const post = async (path: string, token: string, body: unknown, key?: string): Promise<unknown> => {
    const headers = key === undefined ? {} : { 'Idempotency-Key': key };
    const response = await api.call('POST', path, { token, body, headers });
    assert.ok(response.ok, await response.clone().text());
    return response.status === 204 ? undefined : response.json();
  };
  /** Requests of the authority's system that can be sent again. */
  const register = { path: '/v1/applications', body: REGISTERED, key: 'register' };
  const created = z.parse(
    CreatedApplication,
    await post(register.path, api.secretKey, register.body, register.key),
  );
  const { id } = created;
  const append = { path: `/v1/applications/${id}/events`, body: TASK, key: 'append' };
  await post(append.path, api.secretKey, RECEIVED);
  await post(append.path, api.secretKey, append.body, append.key);

  const applicant = { applicationId: id, token: (await openCase(api, created)).token };
  const names = { fileName: WORDS.fileName, mrz: WORDS.mrz };
  const file = photo(3000);
  const accepted = await handIn(api, applicant, file, names);
  const reviewer = await createReviewer(api);
  const consent = await consentTo(api, applicant, reviewer.id);
  const until = new Date(api.now() + 86_400_000).toISOString();
  const assignment = { partner: reviewer.id, until };
  await post(`/v1/verifications/${accepted.id}/assignments`, api.secretKey, assignment);
  assert.equal((await claim(api, reviewer, accepted.id)).status, 200);
  assert.equal((await decide(api, reviewer, accepted.id, { outcome: 'accepted' })).status, 200);
  const half = photo(4000);
  const unfinished = await announce(api, applicant, half, names);
  assert.equal((await patch(api, applicant, unfinished.path, 0, half.subarray(0, 1000))).status, 204);

  const survey = await publish(api, { access: 'token' }, { tenantId: 'partner' });
  await post(`/v1/surveys/${survey}/tokens`, applicant.token, (await blind(api, survey)).body, 'token');
  return {
    created,
    applicant,
    reviewer,
    file,
    half,
    unfinished,
    /** What the authority may send again. */
    sent: { register, append },
    documents: [accepted.id, unfinished.id],
    consent,
  };
}
