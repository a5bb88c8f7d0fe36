// The log of a case under writers at once and clocks that jump.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyCase, foldEvent, StatusEventPage } from '@lintas/contract';
import * as z from 'zod/mini';
import { append, APPLICATION, createCase, RECEIVED, REVIEWED } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const HOUR = 3_600_000;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const write = (id: string, body: unknown) =>
    api().call('POST', `/v1/applications/${id}/events`, { token: api().secretKey, body });

  async function logOf(id: string) {
    const response = await api().call('GET', `/v1/applications/${id}/events`, { token: api().secretKey });
    return z.parse(StatusEventPage, await response.json()).data;
  }

  test('many writers on one case leave no gap and no repeat', async () => {
    const { id } = await createCase(api());
    const writes = Array.from({ length: 25 }, () =>
      write(id, { code: 'checks_updated', change: 'information' }),
    );
    for (const response of await Promise.all(writes)) assert.equal(response.status, 201);
    assert.deepEqual(
      (await logOf(id)).map(({ seq }) => seq),
      Array.from({ length: 26 }, (_, index) => index + 1),
    );
  });

  test('of two writers who take the same step one does, and the other is told where the case stands', async () => {
    const { id } = await createCase(api());
    const answers = await Promise.all([write(id, RECEIVED), write(id, RECEIVED)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      assert.equal((await assertProblem(answer, 'transition-not-allowed')).from, 'received');
    }
    assert.equal((await logOf(id)).length, 2);
  });

  test('the stored case is what its events add up to, with ids for its tasks', async () => {
    const { id } = await createCase(api());
    const title = { en: { text: 'Send a photo', reviewed: 'peer' as const } };
    await append(api(), id, { ...RECEIVED, checks: [{ kind: 'identity', state: 'in_progress' }] });
    await append(api(), id, { ...REVIEWED, tasks: [{ kind: 'upload', title, state: 'open' }] });
    const { rows, state } = await api().database.inTenant('authority', async (transaction) => ({
      rows: await transaction
        .selectFrom('events')
        .select('event')
        .where('application_id', '=', id)
        .orderBy('seq')
        .execute(),
      state: (
        await transaction
          .selectFrom('applications')
          .select('state')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).state,
    }));
    const filedAt = new Date(APPLICATION.filedAt).toISOString();
    assert.deepEqual(
      rows.map(({ event }) => event).reduce(foldEvent, emptyCase('submitted', filedAt)),
      state,
    );
    assert.match(state.tasks[0]?.id ?? '', /^[0-9a-f-]{36}$/);
    await append(api(), id, {
      code: 'tasks_updated',
      change: 'information',
      tasks: [{ id: state.tasks[0]?.id, kind: 'upload', title, state: 'sent' }],
    });
    const read = await api().call('GET', `/v1/applications/${id}`, { token: api().secretKey });
    assert.match(await read.text(), /"tasks":\[\{[^\]]*"state":"sent"/);
  });

  test('a clock that was set back does not stop the log, and dates never go back', async () => {
    const { id } = await createCase(api());
    await append(api(), id, RECEIVED);
    api().pass(-HOUR);
    const event = await append(api(), id, REVIEWED);
    const [, before] = await logOf(id);
    assert.ok(event.at >= (before?.at ?? ''));
    api().pass(HOUR);
  });

  test("a system's clock may run half a minute ahead, and no more", async () => {
    const { id } = await createCase(api());
    const at = (ahead: number) => new Date(api().now() + ahead).toISOString();
    await assertProblem(await write(id, { ...RECEIVED, at: at(31_000) }), 'invalid-request');
    assert.equal((await write(id, { ...RECEIVED, at: at(30_000) })).status, 201);
    // What comes next without a time is not before it.
    assert.equal((await write(id, REVIEWED)).status, 201);
  });

  test('a refused event leaves nothing behind', async () => {
    const { id } = await createCase(api());
    const count = () =>
      api().database.asOwner(async (transaction) => ({
        events: (await transaction.selectFrom('events').selectAll().execute()).length,
        audit: (await transaction.selectFrom('audit').selectAll().execute()).length,
      }));
    const before = await count();
    await assertProblem(await write(id, { ...RECEIVED, to: 'completed' }), 'transition-not-allowed');
    assert.deepEqual(await count(), before);
  });
});
