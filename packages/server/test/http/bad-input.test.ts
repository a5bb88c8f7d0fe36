// What is sent wrongly is refused with the place and the rule, and never repeated.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { MAX_BODY_BYTES } from '../../src/http/body.ts';
import { ORIGIN } from '../fixtures/api.ts';
import { APPLICATION, createCase, opening, RECEIVED } from '../fixtures/cases.ts';
import { assertProblem, readProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const create = (body: unknown, headers: Record<string, string> = {}) =>
    api().call('POST', '/v1/applications', { token: api().secretKey, body, headers });

  describe('a body', () => {
    test('that is not JSON', async () => {
      for (const text of ['', '{', '{"a":1}x', "{'a':1}", 'NaN'])
        await assertProblem(await create(text), 'malformed-json');
    });

    test('that is not UTF-8', async () => {
      const request = new Request('http://api.test/v1/applications', {
        method: 'POST',
        headers: { Authorization: `Bearer ${api().secretKey}`, 'Content-Type': 'application/json' },
        body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
      });
      await assertProblem(await api().send(request, { address: '' }), 'malformed-json');
    });

    test('of another type', async () => {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/jsonx',
      ]) {
        await assertProblem(await create(APPLICATION, { 'Content-Type': type }), 'unsupported-media-type');
      }
      const typed = await create(APPLICATION, { 'Content-Type': 'application/json; charset=utf-8' });
      assert.equal(typed.status, 201);
    });

    test('that is too large, whether it says so or not', async () => {
      await assertProblem(
        await create(APPLICATION, { 'Content-Length': String(MAX_BODY_BYTES + 1) }),
        'body-too-large',
      );
      await assertProblem(await create({ padding: 'x'.repeat(MAX_BODY_BYTES) }), 'body-too-large');
    });

    test('whose length is not told', async () => {
      await assertProblem(await create(APPLICATION, { 'Transfer-Encoding': 'chunked' }), 'length-required');
    });

    test('with ten levels of nesting', async () => {
      const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
      const deep = await assertProblem(await create(`{"kind":${nested(9)}}`), 'invalid-request');
      assert.deepEqual(
        deep.errors?.map(({ code }) => code),
        ['too_deep'],
      );
      const shallow = await assertProblem(await create(`{"kind":${nested(8)}}`), 'invalid-request');
      assert.ok(!shallow.errors?.some(({ code }) => code === 'too_deep'));
      assert.equal((await create({ ...APPLICATION, office: '[[[[[[[[[[{{{{{{{{{{\\"' })).status, 201);
    });

    test('with fields that there are not, however they are called', async () => {
      for (const field of [
        'isAdmin',
        'tenant',
        'tenantId',
        'id',
        'reference',
        'pin',
        'constructor',
        '__proto__',
      ]) {
        const text = JSON.stringify(APPLICATION).replace('{', `{"${field}":{"admin":true},`);
        const problem = await assertProblem(await create(text), 'invalid-request');
        assert.ok(
          problem.errors?.some(({ code }) => code === 'unknown_field'),
          field,
        );
      }
    });

    test('with values of the wrong type names every place', async () => {
      const body = {
        ...APPLICATION,
        kind: 'unheard_of',
        filedAt: 12,
        applicant: { initials: 'A', dependants: -1 },
      };
      const problem = await assertProblem(await create(body), 'invalid-request');
      assert.deepEqual(problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort(), [
        '/applicant/dependants too_small',
        '/filedAt invalid_type',
        '/kind invalid_value',
      ]);
      // What is there is not said to be missing.
      const wrong = problem.errors?.find(({ pointer }) => pointer === '/filedAt');
      assert.equal(wrong?.message, 'This must be of type string.');
    });

    test('with a time of another zone is told how a time is written, once', async () => {
      const problem = await assertProblem(
        await create({ ...APPLICATION, filedAt: '2026-03-01T09:30:00+07:00' }),
        'invalid-request',
      );
      assert.deepEqual(problem.errors, [
        {
          pointer: '/filedAt',
          code: 'invalid_format',
          message: 'This must be a time in UTC, such as 2026-03-01T09:30:00Z.',
        },
      ]);
      // Only what no schema has a sentence for is told in general words.
      const other = await assertProblem(
        await create({ ...APPLICATION, retentionUntil: 'soon', office: ' ' }),
        'invalid-request',
      );
      assert.deepEqual(other.errors?.map(({ message }) => message).sort(), [
        'Must not be blank.',
        'This must be a day, such as 2026-03-01.',
      ]);
    });

    test('without anything that is required', async () => {
      const problem = await assertProblem(await create({}), 'invalid-request');
      assert.deepEqual(problem.errors?.map(({ pointer }) => pointer).sort(), [
        '/applicant',
        '/filedAt',
        '/kind',
      ]);
      assert.ok(problem.errors?.every(({ message }) => !message.includes('of type')));
    });

    test('with a value that must not be seen is not repeated', async () => {
      const canary = 'KZ7-CANARY-19';
      const bodies = [
        { ...APPLICATION, kind: canary },
        { ...APPLICATION, [canary]: canary },
        { ...APPLICATION, applicant: { initials: canary, nationality: canary } },
        { ...APPLICATION, relatedReferences: [canary.repeat(9)] },
        canary,
      ];
      for (const body of bodies) {
        const text = await (await create(body)).text();
        assert.ok(!text.includes(canary), text);
      }
    });

    test('of any JSON at all never breaks the server', async () => {
      const paths = ['/v1/applications', '/v1/status-sessions'];
      await fc.assert(
        fc.asyncProperty(fc.json({ maxDepth: 6 }), fc.constantFrom(...paths), async (body, path) => {
          const options = { token: api().secretKey, key: api().pageKey, body };
          const response = await api().call(
            'POST',
            path,
            path === '/v1/applications' ? options : { key: api().pageKey, body },
          );
          assert.equal((await readProblem(response)).status, 422);
        }),
        { numRuns: 200 },
      );
    });
  });

  test('hostile references and PINs fail like any other', async () => {
    const hostile = [
      '',
      ' ',
      '\u0000',
      "' or 1=1 --",
      'AAAA-AAAA-AAAA',
      '../../etc/passwd',
      '\ud800',
      '<script>alert(1)</script>',
      '١٢٣٤٥٦٧٨٩٠١٢',
      'x'.repeat(64),
      '%00',
      '{"$ne":null}',
    ];
    for (const [index, text] of hostile.entries()) {
      for (const body of [opening(text, '12345678'), opening('AA00-0000-0000', text)]) {
        const options = { key: api().pageKey, origin: ORIGIN, body, address: `198.51.${index}.1` };
        const response = await api().call('POST', '/v1/status-sessions', options);
        assert.ok([403, 429].includes(response.status), `${response.status} for ${JSON.stringify(text)}`);
      }
    }
  });

  test('paths that name no application', async () => {
    for (const id of ['%00', 'x', '..%2f', "'", '00000000-0000-0000-0000-000000000000']) {
      const response = await api().call('GET', `/v1/applications/${id}`, { token: api().secretKey });
      await assertProblem(response, 'not-found');
    }
  });

  test('query parameters that there are not, or with values that cannot be', async () => {
    for (const query of [
      'x=1',
      'limit=0',
      'limit=101',
      'status=gone',
      'cursor=%00',
      'cursor=abcd',
      'limit=1&limit=2',
    ]) {
      const response = await api().call('GET', `/v1/applications?${query}`, { token: api().secretKey });
      const problem = await assertProblem(response, 'invalid-request');
      assert.ok(
        problem.errors?.every(({ pointer }) => pointer.startsWith('?')),
        JSON.stringify(problem.errors),
      );
    }
  });

  test('an Idempotency-Key that is none', async () => {
    for (const key of ['', 'a b', 'x'.repeat(256)]) {
      await assertProblem(await create(APPLICATION, { 'Idempotency-Key': key }), 'invalid-request');
    }
  });

  test('an event that a case does not take', async () => {
    const { id } = await createCase(api());
    const append = (body: unknown) =>
      api().call('POST', `/v1/applications/${id}/events`, { token: api().secretKey, body });
    const refused = await assertProblem(
      await append({ ...RECEIVED, to: 'decided' }),
      'transition-not-allowed',
    );
    assert.equal(refused.from, 'submitted');
    assert.deepEqual(refused.allowed, ['payment_due', 'received', 'returned', 'withdrawn']);
    const faults: [unknown, string][] = [
      [{ ...RECEIVED, at: '2099-01-01T00:00:00Z' }, '/at'],
      [{ ...RECEIVED, at: '2026-02-01T00:00:00Z' }, '/at'],
      [{ code: 'corrected', change: 'correction', corrects: 'nothing' }, '/corrects'],
      [
        {
          code: 'tasks_updated',
          change: 'information',
          tasks: [
            { id: 'gone', kind: 'pay', title: { en: { text: 'Pay', reviewed: 'peer' } }, state: 'open' },
          ],
        },
        '/tasks/0/id',
      ],
    ];
    for (const [body, pointer] of faults) {
      const problem = await assertProblem(await append(body), 'invalid-request');
      assert.deepEqual(
        problem.errors?.map((error) => error.pointer),
        [pointer],
      );
    }
  });
});
