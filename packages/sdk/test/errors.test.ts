// Errors can be told apart, by their code and across two copies of the package.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { problem } from '@lintas/contract/core';
import * as sdk from '@lintas/sdk';
import { appendAt, listAt, openAt, OPENED } from './support/calls.ts';
import { answer, answerHtml, type Play, startFaultServer } from './support/fault-server.ts';
import { loadSecondCopy } from './support/second-copy.ts';

const requestId = '019a0000-0000-7000-8000-00000000cafe';

async function failureOf(call: (baseUrl: string) => Promise<unknown>, play: Play): Promise<sdk.LintasError> {
  await using server = await startFaultServer(play);
  const error = await call(server.baseUrl).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(sdk.isLintasError(error), String(error));
  return error;
}

describe('a refusal of the API', () => {
  test('is a ProblemError that tells code, status, request id, and the problem itself', async () => {
    const refused = problem('transition-not-allowed', {
      requestId,
      from: 'received',
      allowed: ['in_review'],
    });
    const error = await failureOf(appendAt, (response) => answer(response, 409, refused));
    assert.ok(error instanceof sdk.ProblemError);
    assert.deepEqual(
      [error.name, error.code, error.status, error.requestId],
      ['ProblemError', 'transition-not-allowed', 409, requestId],
    );
    assert.deepEqual(error.problem?.allowed, ['in_review']);
  });

  test('for a reason that this version does not know keeps its code', async () => {
    const refused = { type: 'urn:lintas:problem:moon-in-the-way', title: '?', status: 409, detail: {} };
    const error = await failureOf(appendAt, (response) => answer(response, 409, { ...refused, detail: 'x' }));
    assert.ok(sdk.hasCode(error, 'moon-in-the-way'));
  });

  test('prefers the header for the wait, and takes the body’s without one', async () => {
    const refused = problem('too-many-requests', { retryAfter: 30 });
    const both = await failureOf(openAt, (response) =>
      answer(response, 429, refused, { 'Retry-After': '7' }),
    );
    const body = await failureOf(openAt, (response) => answer(response, 429, refused));
    assert.deepEqual([both.retryAfter, body.retryAfter], [7, 30]);
  });
});

describe('an answer of somebody else', () => {
  test('such as the login page of a public network is unexpected, not a case', async () => {
    for (const status of [200, 403, 511]) {
      const error = await failureOf(openAt, (response) => answerHtml(response, status));
      assert.ok(error instanceof sdk.UnexpectedAnswerError);
      assert.equal(error.status, status);
    }
  });

  test('such as a redirect to that page is not followed', async () => {
    await using elsewhere = await startFaultServer((response) => answer(response, 201, OPENED));
    const error = await failureOf(openAt, (response) => {
      response.writeHead(307, { Location: `${elsewhere.baseUrl}/v1/status-sessions` }).end();
    });
    assert.ok(sdk.hasCode(error, 'network'));
    assert.equal(elsewhere.received.length, 0);
  });

  test('in JSON of another shape is unexpected too', async () => {
    for (const body of [{ ...OPENED, token: 7 }, [], null, { data: 'x', page: {} }]) {
      const error = await failureOf(openAt, (response) => answer(response, 201, body));
      assert.ok(sdk.hasCode(error, 'unexpected-answer'));
    }
  });

  test('in the form of a problem that is not the API’s is not taken for one', async () => {
    const foreign = { type: 'https://gateway.example/blocked', title: 'Blocked', status: 403 };
    const error = await failureOf(listAt, (response) => answer(response, 403, foreign));
    assert.ok(sdk.hasCode(error, 'unexpected-answer'));
  });

  test('that names its own page as the next does not go round for ever', async () => {
    const error = await failureOf(listAt, (response) =>
      answer(response, 200, { data: [], page: { next: 'again' } }),
    );
    assert.ok(sdk.hasCode(error, 'unexpected-answer'));
  });
});

describe('two copies of the package on one page', () => {
  test('know each other’s errors', async () => {
    const copy = await loadSecondCopy();
    const theirs = new copy.NetworkError();
    assert.notEqual(copy.NetworkError, sdk.NetworkError);
    assert.ok(!(theirs instanceof sdk.LintasError));
    assert.ok(sdk.isLintasError(theirs) && sdk.hasCode(theirs, 'network'));
    assert.ok(copy.isLintasError(new sdk.TimeoutError()) && copy.hasCode(new sdk.TimeoutError(), 'timeout'));
  });

  test('take nothing else for an error of theirs', () => {
    for (const other of [undefined, null, 'network', {}, { code: 'network' }, new Error('network')]) {
      assert.ok(!sdk.isLintasError(other) && !sdk.hasCode(other, 'network'));
    }
  });
});
