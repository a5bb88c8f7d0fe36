// Questionnaires through the SDK, against the reference API: read, answered once, with a token where one is needed, taken
// back, and seen.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SKM_ELEMENTS, type Answers } from '@lintas/contract/surveys';
import { hasCode, newReceipt } from '@lintas/sdk';
import { openResponseQueue } from '@lintas/sdk/surveys/queue';
import { requestToken } from '@lintas/sdk/surveys/token';
import { pageAt, startReferenceApi, type ReferenceApi } from './support/reference-api.ts';

const SKM = '0199a000-0000-7000-8000-000000000001';
const POST_CASE = '0199a000-0000-7000-8000-000000000002';
const SKM_ANSWERS: Answers = Object.fromEntries(SKM_ELEMENTS.map((element) => [element, 3]));

describe('questionnaires', () => {
  let api: ReferenceApi;
  before(async () => {
    api = await startReferenceApi();
  });
  after(() => api[Symbol.asyncDispose]());
  const page = () => pageAt(`http://127.0.0.1:${api.port}`);
  const response = (answers: Answers) => ({
    version: 1,
    language: 'id',
    receipt: newReceipt(),
    answers: { ...answers },
  });

  test('are read, answered as often as it takes, and taken back by their receipt', async () => {
    const { surveys } = page();
    const survey = await surveys.get(SKM);
    assert.equal(survey.pages[0]?.questions[0]?.id, 'requirements');
    const given = response(SKM_ANSWERS);
    await surveys.respond(SKM, given);
    await surveys.respond(SKM, given);
    await assert.rejects(surveys.respond(SKM, response({ ...SKM_ANSWERS, time: 5 })), (error) =>
      hasCode(error, 'invalid-request'),
    );
    await surveys.erase(SKM, given.receipt);
    await surveys.erase(SKM, given.receipt);
  });

  test('have results that name the grade and the regulation', async () => {
    const { instruments } = await page().surveys.results(SKM, { version: 1 });
    assert.match(instruments[0]?.grade ?? '', /^[A-D]$/);
    assert.match(instruments[0]?.regulation ?? '', /14 Tahun 2017/);
  });

  test('that ask for a token are answered once by each opened case', async () => {
    const { status, surveys } = page();
    const survey = await surveys.get(POST_CASE);
    const opened = await api.applications.create({
      kind: 'other',
      filedAt: '2026-03-01T00:00:00Z',
      applicant: { initials: 'A. B.' },
    });
    const session = await status.open(opened);
    const token = await requestToken(session, survey);
    await assert.rejects(requestToken(session, survey), (error) => hasCode(error, 'token-issued'));
    const answers = { clarity: 4, helped: 'no' };
    await assert.rejects(surveys.respond(POST_CASE, response(answers)), (error) =>
      hasCode(error, 'token-required'),
    );
    await surveys.respond(POST_CASE, { ...response(answers), token });
    await assert.rejects(surveys.respond(POST_CASE, { ...response(answers), token }), (error) =>
      hasCode(error, 'token-spent'),
    );
    await session.close();
    await assert.rejects(requestToken(session, survey), (error) => hasCode(error, 'session-ended'));
  });

  test('that ask for none give no token, and say so before anything is sent', async () => {
    const { status, surveys } = page();
    const survey = await surveys.get(SKM);
    const opened = await api.applications.create({
      kind: 'other',
      filedAt: '2026-03-01T00:00:00Z',
      applicant: { initials: 'A. B.' },
    });
    const session = await status.open(opened);
    await assert.rejects(requestToken(session, survey), (error) => hasCode(error, 'not-found'));
    const marked = { ...survey, tokenKey: 'no-key' };
    await assert.rejects(requestToken(session, marked), (error) => hasCode(error, 'unexpected-answer'));
    await session.close();
  });

  test('where nothing can be kept are sent all the same, or it is said why not', async () => {
    const queue = openResponseQueue(page().surveys);
    assert.equal(await queue.add(SKM, response(SKM_ANSWERS)), 'sent');
    await assert.rejects(queue.add(SKM, response({ time: 5 })), (error) => hasCode(error, 'invalid-request'));
    const unreachable = openResponseQueue(pageAt('http://127.0.0.1:9').surveys);
    await assert.rejects(unreachable.add(SKM, response(SKM_ANSWERS)), (error) => hasCode(error, 'network'));
    queue.close();
    unreachable.close();
  });
});
