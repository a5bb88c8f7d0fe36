// A questionnaire that is answered with a token: one answer for each case, and nobody can say which.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { openNewCase, type Applicant } from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { answer, blind, newReceipt, publish, takeHome } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const ANSWERS = { time: 3 };

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let id = '';
  const ask = ({ token }: Pick<Applicant, 'token'>, body: object, of = id) =>
    api().call('POST', `/v1/surveys/${of}/tokens`, { token, body });

  before(async () => {
    id = await publish(api(), { access: 'token' });
  });

  describe('a token', () => {
    test('is given once to a case, the same to the same request, and good for one answer', async () => {
      const person = await openNewCase(api());
      const request = await blind(api(), id);
      const token = await request.finish(await ask(person, request.body));
      assert.deepEqual(await request.finish(await ask(person, request.body)), token);
      await assertProblem(await ask(person, (await blind(api(), id)).body), 'token-issued');
      const receipt = newReceipt();
      assert.equal((await answer(api(), id, ANSWERS, { token, receipt })).status, 201);
      assert.equal((await answer(api(), id, ANSWERS, { token, receipt })).status, 201, 'sent again');
      await assertProblem(await answer(api(), id, ANSWERS, { token }), 'token-spent');
    });

    test('used at two devices at once makes one answer', async () => {
      const person = await openNewCase(api());
      const request = await blind(api(), id);
      const token = await request.finish(await ask(person, request.body));
      const sent = await Promise.all([1, 2, 3].map(() => answer(api(), id, ANSWERS, { token })));
      assert.deepEqual(sent.map(({ status }) => status).toSorted(), [201, 409, 409]);
    });

    test('that is missing, forged, or of another questionnaire opens nothing', async () => {
      await assertProblem(await answer(api(), id, ANSWERS), 'token-required');
      const other = await publish(api(), { access: 'token' });
      const person = await openNewCase(api());
      const request = await blind(api(), other);
      const token = await request.finish(await ask(person, request.body, other));
      await assertProblem(await answer(api(), id, ANSWERS, { token }), 'token-invalid');
      const forged = { ...token, message: `${token.message.slice(0, -2)}AA` };
      await assertProblem(await answer(api(), other, ANSWERS, { token: forged }), 'token-invalid');
      assert.equal((await answer(api(), other, ANSWERS, { token })).status, 201);
    });

    test('is not given after the questionnaire closed, nor for one that is open to anybody', async () => {
      const person = await openNewCase(api());
      const open = await publish(api());
      const { body } = await blind(api(), id);
      await assertProblem(await ask(person, body, open), 'not-found');
      const closing = await publish(api(), {
        access: 'token',
        closesAt: new Date(api().now() + 1000).toISOString(),
      });
      const late = await blind(api(), closing);
      api().pass(1000);
      await assertProblem(await ask(person, late.body, closing), 'survey-closed');
    });

    test('cannot be asked for with something that is no blinded message', async () => {
      const person = await openNewCase(api());
      const { body } = await blind(api(), id);
      const tooLarge = '_'.repeat(341) + 'w';
      assert.equal((await ask(person, { ...body, blinded: tooLarge })).status, 422);
      assert.equal((await ask(person, { ...body, blinded: 'AAAA' })).status, 422);
      // The case did not lose its token by it.
      assert.equal((await ask(person, body)).status, 201);
    });
  });

  test('what is stored of a token and of its answer has nothing in common that the server saw when it signed', async () => {
    const person = await openNewCase(api());
    const request = await blind(api(), id);
    const token = await request.finish(await ask(person, request.body));
    await answer(api(), id, ANSWERS, { token });
    const { grants, rest } = await api().database.inTenant('authority', async (transaction) => ({
      grants: await transaction.selectFrom('survey_grants').selectAll().execute(),
      rest: [
        ...(await transaction.selectFrom('survey_tokens').selectAll().execute()),
        ...(await transaction.selectFrom('survey_responses').selectAll().execute()),
      ],
    }));
    const values = (row: object) =>
      Object.values(row).flatMap((value) => (value instanceof Uint8Array ? [value.join()] : []));
    const granted = new Set(grants.flatMap(values));
    assert.ok(granted.size > 0 && rest.length > 0);
    for (const value of rest.flatMap(values)) assert.ok(!granted.has(value));
    const text = await (await takeHome(api(), `${id}/responses.ndjson`)).text();
    assert.ok(!text.includes(token.message) && !text.includes(token.signature));
  });
});
