// The same request sent again: idempotency keys and entity tags.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CreatedApplication, Document, StatusSession } from '@lintas/contract';
import * as z from 'zod/mini';
import { append, APPLICATION, createCase, openCase, opening, RECEIVED, REVIEWED } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const create = (key: string, body: unknown, token = api().secretKey) =>
    api().call('POST', '/v1/applications', { token, body, headers: { 'Idempotency-Key': key } });
  const countApplications = () =>
    api().database.asOwner(async (transaction) => {
      const { count } = await transaction
        .selectFrom('applications')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    });

  describe('an idempotency key', () => {
    test('answers what it answered first, PIN and all, to the same request', async () => {
      const first = z.parse(CreatedApplication, await (await create('key-1', APPLICATION)).json());
      const again = await create('key-1', APPLICATION);
      assert.equal(again.status, 201);
      assert.deepEqual(z.parse(CreatedApplication, await again.json()), first);
    });

    test('is refused for another body, and another caller’s is another one', async () => {
      await create('key-2', APPLICATION);
      await assertProblem(
        await create('key-2', { ...APPLICATION, office: 'Medan' }),
        'idempotency-key-reused',
      );
      const second = await api().issue({ scopes: ['applications:write'] });
      assert.equal((await create('key-2', APPLICATION, second.text)).status, 201);
      // Another tenant's keys are its own.
      assert.equal((await create('key-2', APPLICATION, api().otherSecretKey)).status, 201);
    });

    test('is one person’s in every session of their case, and nobody else’s', async () => {
      const body = { kind: 'passport', mediaType: 'image/jpeg', bytes: 1000 };
      const announce = ({ token }: Pick<StatusSession, 'token'>) =>
        api().call('POST', '/v1/documents', { token, body, headers: { 'Idempotency-Key': 'key-6' } });
      const created = await createCase(api());
      const first = await announce(await openCase(api(), created));
      assert.equal(first.status, 201);
      const document = z.parse(Document, await first.json());
      const again = await announce(await openCase(api(), created));
      assert.equal(again.status, 201, await again.clone().text());
      assert.deepEqual(z.parse(Document, await again.json()), document);
      const stranger = await openCase(api(), await createCase(api()));
      assert.notEqual(z.parse(Document, await (await announce(stranger)).json()).id, document.id);
    });

    test('of an authority cannot be used up by a page or a person', async () => {
      const { reference, pin } = await createCase(api());
      const headers = { 'Idempotency-Key': 'register-2026-00417' };
      const body = opening(reference, pin);
      const session = await api().call('POST', '/v1/status-sessions', { key: api().pageKey, body, headers });
      assert.equal(session.status, 201);
      const { token } = z.parse(StatusSession, await session.json());
      const paper = { kind: 'passport', mediaType: 'image/jpeg', bytes: 1000 };
      assert.equal((await api().call('POST', '/v1/documents', { token, body: paper, headers })).status, 201);
      const registered = await create('register-2026-00417', APPLICATION);
      assert.equal(registered.status, 201, await registered.clone().text());
    });

    test('is free again after a refusal', async () => {
      await assertProblem(await create('key-3', {}), 'invalid-request');
      assert.equal((await create('key-3', APPLICATION)).status, 201);
    });

    test('of 20 equal requests at once has one effect', async () => {
      const before = await countApplications();
      const answers = await Promise.all(Array.from({ length: 20 }, () => create('key-4', APPLICATION)));
      assert.equal(await countApplications(), before + 1);
      const ids = new Set<string>();
      for (const answer of answers) {
        if (answer.status === 201) ids.add(z.parse(CreatedApplication, await answer.json()).id);
        else assert.equal((await assertProblem(answer, 'idempotency-in-progress')).retryAfter, 1);
      }
      assert.equal(ids.size, 1);
    });

    test('opens one session, however often the page asks', async () => {
      const { reference, pin } = await createCase(api());
      const open = () =>
        api().call('POST', '/v1/status-sessions', {
          key: api().pageKey,
          body: opening(reference, pin),
          headers: { 'Idempotency-Key': 'key-5' },
        });
      const first = z.parse(StatusSession, await (await open()).json());
      const answers = await Promise.all(Array.from({ length: 4 }, open));
      for (const answer of answers) {
        if (answer.status === 201) assert.deepEqual(z.parse(StatusSession, await answer.json()), first);
        else await assertProblem(answer, 'idempotency-in-progress');
      }
    });
  });

  describe('an entity tag', () => {
    test('spares the person the case that has not changed, and only that', async () => {
      const created = await createCase(api());
      const { token } = await openCase(api(), created);
      const first = await api().call('GET', '/v1/status', { token });
      const tag = first.headers.get('etag') ?? '';
      const again = await api().call('GET', '/v1/status', {
        token,
        headers: { 'If-None-Match': `"x", ${tag}` },
      });
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
      await append(api(), created.id, RECEIVED);
      const changed = await api().call('GET', '/v1/status', { token, headers: { 'If-None-Match': tag } });
      assert.equal(changed.status, 200);
    });

    test('keeps a writer from acting on a case that has moved on', async () => {
      const { id } = await createCase(api());
      const read = await api().call('GET', `/v1/applications/${id}`, { token: api().secretKey });
      const tag = read.headers.get('etag') ?? '';
      const write = (body: unknown) =>
        api().call('POST', `/v1/applications/${id}/events`, {
          token: api().secretKey,
          body,
          headers: { 'If-Match': tag },
        });
      assert.equal((await write(RECEIVED)).status, 201);
      await assertProblem(await write(REVIEWED), 'precondition-failed');
    });
  });
});
