// The table of calls holds together.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  COMMON_PROBLEMS,
  ENDPOINTS,
  endpoint,
  Health,
  POST_PROBLEMS,
  PROBLEMS,
  SCOPES,
  type Endpoint,
} from '@lintas/contract';

const calls: Endpoint[] = Object.values(ENDPOINTS);

test('every call is listed under its own id', () => {
  for (const [name, { id }] of Object.entries(ENDPOINTS)) assert.equal(id, name);
});

test('no two calls answer the same method on the same path', () => {
  const addresses = calls.map(({ method, path }) => `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`);
  assert.equal(new Set(addresses).size, addresses.length);
});

test('every path is under /v1 or well known, and only ids and names of metrics and files stand in it', () => {
  for (const { path } of calls) {
    assert.match(path, /^(\/v1(\/[a-z.-]+|\/\{(id|metric|file)\})+|\/\.well-known\/[a-z.]+)$/);
    assert.doesNotMatch(path, /\{[^}]*(reference|pin|token|secret|key)[^}]*\}/i);
  }
});

test('no query takes a reference, PIN, token or key', () => {
  for (const { query, id } of calls) {
    for (const name of ['reference', 'pin', 'secret', 'token', 'session', 'key', 'access_token']) {
      assert.ok(!query?.safeParse({ [name]: '1' }).success, `${id} ${name}`);
    }
  }
});

test('a POST can answer what any POST can, and only a POST has a body; one that carries bytes says its own', () => {
  for (const { id, method, body, bytes, problems } of calls) {
    if (bytes) assert.equal(body, undefined, id);
    else if (method === 'POST')
      assert.deepEqual(
        POST_PROBLEMS.filter((code) => !problems.includes(code)),
        [],
        id,
      );
    else assert.equal(body, undefined, id);
  }
});

test('a call with parameters can answer that they are not acceptable', () => {
  for (const { id, query, problems } of calls) {
    if (query) assert.ok(problems.includes('invalid-request'), id);
  }
});

test('no problem is listed twice, and each exists', () => {
  for (const { id, problems } of calls) {
    const all = [...COMMON_PROBLEMS, ...problems];
    assert.equal(new Set(all).size, all.length, id);
    assert.ok(
      all.every((code) => Object.hasOwn(PROBLEMS, code)),
      id,
    );
  }
});

test('an answer comes with 200 or 201, and nothing with 204', () => {
  for (const { id, status, answer, bytes } of calls) {
    if (!bytes) assert.equal(status === 204, answer === undefined, id);
    else assert.equal(answer, undefined, id);
  }
});

test('what an open page may call without a person is little', () => {
  const open = calls.filter(({ auth }) => auth === 'none' || auth === 'publishable');
  assert.deepEqual(open.map(({ id }) => id).toSorted(), [
    'checkAuthenticity',
    'describeUploads',
    'eraseResponse',
    'getElementFile',
    'getFrame',
    'getHealth',
    'getJwks',
    'getMetric',
    'getMetricTable',
    'getOpenapi',
    'getSurvey',
    'getSurveyResults',
    'getSurveyResultsTable',
    'listMetrics',
    'listRequirements',
    'openStatusSession',
    'submitResponse',
  ]);
});

test('every scope is needed by some call, and calls that write need one that says so', () => {
  // To look at a document is part of reviewing it, and to take answers home of having asked. Both are recorded.
  const reading = ['listReviews', 'openReviewed', 'exportResponsesTable', 'exportResponses', 'getCodebook'];
  for (const scope of SCOPES)
    assert.ok(
      calls.some(({ auth }) => auth === scope),
      scope,
    );
  for (const { id, method, auth } of calls) {
    if (auth.endsWith(':read')) assert.equal(method, 'GET', id);
    if (auth.endsWith(':write') && !reading.includes(id)) assert.notEqual(method, 'GET', id);
  }
});

test('a declaration needs to say only what is particular', () => {
  const bare = endpoint({ id: 'a', summary: 'b', method: 'GET', path: '/v1/a', auth: 'none' });
  assert.deepEqual([bare.status, bare.stream, bare.etag, bare.problems], [204, false, false, []]);
  const answering = endpoint({
    id: 'a',
    summary: 'b',
    method: 'GET',
    path: '/v1/a',
    auth: 'none',
    answer: Health,
  });
  assert.equal(answering.status, 200);
});
