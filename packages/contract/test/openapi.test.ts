// The OpenAPI document says the whole contract, and a linter finds nothing wrong with it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createConfig, lint } from '@redocly/openapi-core';
import { globalRegistry } from 'zod/mini';
import { ENDPOINTS, PROBLEMS, problemCode, type Endpoint } from '@lintas/contract';
import { openapiDocument } from '@lintas/contract/openapi';
import { placesIn } from './values.ts';

const file = fileURLToPath(new URL('../openapi.json', import.meta.url));
const document: unknown = openapiDocument();
const calls: Endpoint[] = Object.values(ENDPOINTS);

/** What stands at a place in the document; `undefined` when there is no such place. */
function at(...path: readonly string[]): unknown {
  let found: unknown = document;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = Object.entries(found).find(([name]) => name === step)?.[1];
  }
  return found;
}

const operation = ({ path, method }: Endpoint, ...inside: string[]) =>
  at('paths', path, method.toLowerCase(), ...inside);
const parameters = (call: Endpoint): string[] =>
  placesIn(operation(call, 'parameters')).flatMap(({ path, value }) =>
    path[1] === 'name' ? [String(value)] : [],
  );
const namesIn = (value: unknown): string[] => (typeof value === 'object' && value ? Object.keys(value) : []);

describe('the committed document', () => {
  test('is the one that the contract gives', async () => {
    assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), document);
  });

  test('has no errors and no warnings under the recommended rules of a linter', async () => {
    const problems = await lint({ ref: file, config: await createConfig({ extends: ['recommended'] }) });
    assert.deepEqual(
      problems.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      [],
    );
  });

  test('is the same every time', () => {
    assert.equal(JSON.stringify(openapiDocument()), JSON.stringify(document));
  });

  test('leaves nothing in the registry that all copies of zod on a page share', () => {
    for (const { answer, body } of calls) {
      for (const schema of [answer, body]) assert.ok(!schema || !globalRegistry.has(schema));
    }
  });
});

describe('the document', () => {
  test('has every call under its id, and no other', () => {
    const ids = calls.map((call) => operation(call, 'operationId'));
    assert.deepEqual(
      ids,
      calls.map(({ id }) => id),
    );
    const operations = placesIn(at('paths')).filter(({ path }) => path.at(-1) === 'operationId');
    assert.equal(operations.length, calls.length);
  });

  test('says for every call which credential it takes', () => {
    const taken = (id: keyof typeof ENDPOINTS) => operation(ENDPOINTS[id], 'security');
    assert.deepEqual(taken('getHealth'), []);
    assert.deepEqual(taken('openStatusSession'), [{ publishableKey: [] }]);
    assert.deepEqual(taken('getStatus'), [{ session: [] }]);
    assert.deepEqual(taken('appendEvent'), [{ secretKey: ['applications:write'] }]);
  });

  test('names every problem that a call can answer, as problem+json under its status', () => {
    for (const call of calls) {
      for (const code of call.problems) {
        const content = ['responses', String(PROBLEMS[code][0]), 'content', 'application/problem+json'];
        assert.ok(operation(call, ...content, 'examples', code), `${call.id} ${code}`);
        assert.deepEqual(operation(call, ...content, 'schema'), { $ref: '#/components/schemas/Problem' });
      }
    }
  });

  test('shows each problem as it is answered', () => {
    for (const code of namesIn(at('components', 'examples'))) {
      assert.equal(problemCode({ type: String(at('components', 'examples', code, 'value', 'type')) }), code);
    }
    assert.deepEqual(namesIn(at('components', 'examples')), Object.keys(PROBLEMS));
  });

  test('has a Request-Id on every answer', () => {
    for (const call of calls) {
      const statuses = namesIn(operation(call, 'responses'));
      assert.ok(statuses.length > 1, call.id);
      for (const status of statuses) {
        assert.ok(operation(call, 'responses', status, 'headers', 'Request-Id'), `${call.id} ${status}`);
      }
    }
  });

  test('says when to come back after too many tries', () => {
    const headers = namesIn(operation(ENDPOINTS.openStatusSession, 'responses', '429', 'headers'));
    assert.ok(headers.includes('Retry-After') && headers.includes('RateLimit-Remaining'));
  });

  test('has an Idempotency-Key on every POST, and on nothing else', () => {
    for (const call of calls) {
      assert.equal(parameters(call).includes('Idempotency-Key'), call.method === 'POST', call.id);
    }
  });

  test('has entity tags on the reads that repeat, and asks for them before a change', () => {
    const tagged = calls.filter((call) => parameters(call).includes('If-None-Match'));
    assert.deepEqual(
      tagged.map(({ id }) => id),
      [
        'getStatus',
        'getApplication',
        'listDocuments',
        'listRequirements',
        'getMetric',
        'getMetricTable',
        'listMetrics',
        'getSurvey',
        'getSurveyResults',
        'getSurveyResultsTable',
        'getElementFile',
      ],
    );
    for (const call of tagged) {
      assert.ok(operation(call, 'responses', '200', 'headers', 'ETag'));
      assert.ok(operation(call, 'responses', '304', 'headers', 'ETag'));
    }
    const guarded = calls.filter((call) => parameters(call).includes('If-Match'));
    assert.deepEqual(
      guarded.map(({ id }) => id),
      ['appendEvent'],
    );
  });

  test('has the place of a page on every list', () => {
    assert.deepEqual(parameters(ENDPOINTS.listApplications).slice(0, 2), ['cursor', 'limit']);
    assert.deepEqual(parameters(ENDPOINTS.listStatusEvents), ['after', 'limit']);
  });

  test('describes a message of the stream, and how to go on after a break', () => {
    const message = ['responses', '200', 'content', 'text/event-stream', 'schema', 'properties'];
    assert.deepEqual(operation(ENDPOINTS.streamStatus, ...message, 'data', 'contentSchema'), {
      anyOf: ['StatusUpdate', 'StreamHeartbeat', 'StreamEnd'].map((name) => ({
        $ref: `#/components/schemas/${name}`,
      })),
    });
    assert.ok(parameters(ENDPOINTS.streamStatus).includes('Last-Event-ID'));
  });

  test('closes what is sent and leaves open what is answered', () => {
    assert.equal(at('components', 'schemas', 'AppendEvent', 'additionalProperties'), false);
    assert.equal(at('components', 'schemas', 'CaseView', 'additionalProperties'), undefined);
    const status = JSON.stringify(at('components', 'schemas', 'OpenStatus'));
    assert.match(status, /^\{"anyOf":\[\{"type":"string","enum":\[.*\]\},\{"type":"string"\}\]\}$/);
  });

  test('resolves every reference within itself', () => {
    for (const { path, value } of placesIn(document)) {
      if (path.at(-1) !== '$ref') continue;
      assert.match(String(value), /^#\//);
      assert.ok(at(...String(value).slice(2).split('/')), String(value));
    }
  });
});
