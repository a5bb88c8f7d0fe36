// An answer is taken once, when the form could have produced it, and apart from whoever gave it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Problem } from '@lintas/contract';
import { removeExpired } from '../../src/db/retention.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { answer, newReceipt, publish, readSurvey, takeHome } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const DAY = 24 * 60 * 60_000;
const GOOD = { time: 3, fee: 2, helped: 'yes', channels: ['online'] } as const;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const good = () => ({ ...GOOD, channels: [...GOOD.channels] });
  const stored = async (id: string, query = '') =>
    (await (await takeHome(api(), `${id}/responses.ndjson${query}`)).text())
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  const errorsOf = async (response: Response) =>
    (Problem.parse(await response.json()).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

  describe('a questionnaire', () => {
    test('is read by any page, with an entity tag, and tells who asks', async () => {
      const id = await publish(api());
      const first = await api().call('GET', `/v1/surveys/${id}`, { key: api().pageKey });
      assert.equal(first.status, 200);
      const etag = first.headers.get('etag') ?? '';
      const again = await api().call('GET', `/v1/surveys/${id}`, {
        key: api().pageKey,
        headers: { 'If-None-Match': etag },
      });
      assert.equal(again.status, 304);
      const { owner, minCell } = await readSurvey(api(), id);
      assert.deepEqual([owner.id, owner.name['en']?.text, minCell], ['authority', 'Office', 10]);
    });

    test('never changes: another text is another version, and answers to the old one are still taken', async () => {
      const id = await publish(api());
      const title = { en: { text: 'Changed', reviewed: 'peer' as const } };
      assert.equal(await publish(api(), { title }, { id }), id);
      const [old, latest] = [await readSurvey(api(), id, 1), await readSurvey(api(), id)];
      assert.deepEqual([old.version, old.title['en']?.text], [1, 'Survey']);
      assert.deepEqual([latest.version, latest.title['en']?.text], [2, 'Changed']);
      assert.equal((await answer(api(), id, good(), { version: 1 })).status, 201);
      assert.equal((await answer(api(), id, good(), { version: 2 })).status, 201);
      await assertProblem(await answer(api(), id, good(), { version: 3 }), 'not-found');
      assert.deepEqual((await stored(id, '?version=1')).length, 1);
    });
  });

  describe('an answer', () => {
    test('counts once however often it is sent, also side by side, and at two tabs at once', async () => {
      const id = await publish(api());
      const receipt = newReceipt();
      const sent = await Promise.all(Array.from({ length: 5 }, () => answer(api(), id, good(), { receipt })));
      assert.deepEqual(
        sent.map(({ status }) => status),
        [201, 201, 201, 201, 201],
      );
      assert.equal((await stored(id)).length, 1);
      // Days later, when no idempotency key is remembered any more.
      api().pass(3 * DAY);
      await removeExpired(api().database, new Date(api().now()));
      assert.deepEqual(await (await answer(api(), id, { time: 1 }, { receipt })).json(), { received: true });
      assert.deepEqual((await stored(id)).length, 1);
      const counted = await api().database.inTenant('authority', (transaction) =>
        transaction.selectFrom('survey_counts').select('n').where('survey_id', '=', id).execute(),
      );
      assert.deepEqual(new Set(counted.map(({ n }) => n)), new Set([1]));
    });

    test('keeps the day and no time, and what was written in own words stands apart', async () => {
      const id = await publish(api());
      await answer(api(), id, { time: 1, helped: 'no', why: 'Nobody was there.\nTwice.' });
      const day = new Date(api().now()).toISOString().slice(0, 10);
      assert.deepEqual(await stored(id), [
        { version: 1, day, language: 'en', answers: { time: 1, helped: 'no' } },
      ]);
      assert.deepEqual(await stored(id, '?part=texts'), [
        { version: 1, day, language: 'en', question: 'why', text: 'Nobody was there.\nTwice.' },
      ]);
      const rows = await api().database.inTenant('authority', async (transaction) => [
        await transaction.selectFrom('survey_responses').selectAll().where('survey_id', '=', id).execute(),
        await transaction.selectFrom('survey_texts').selectAll().where('survey_id', '=', id).execute(),
      ]);
      const [[response], [text]] = [rows[0] ?? [], rows[1] ?? []];
      assert.notDeepEqual(response?.receipt, text?.receipt, 'nothing puts the two together');
    });

    test('that the form could not have produced is refused, with the places that are wrong', async () => {
      const id = await publish(api());
      const wrong: [Parameters<typeof answer>[2], string[]][] = [
        [{ time: 5 }, ['/answers/time out_of_range']],
        [{}, ['/answers/time required']],
        [{ time: 3, helped: 'yes', why: 'hidden' }, ['/answers/why hidden_question']],
        [{ time: 3, colour: 'red' }, ['/answers unknown_question']],
        [{ time: null }, ['/answers/time not_declinable']],
        [{ time: 3, helped: 'no', why: 'a\u202etxt.exe' }, ['/answers/why characters']],
        [{ time: 3, helped: 'no', why: 'x'.repeat(1001) }, ['/answers/why too_long']],
      ];
      for (const [answers, errors] of wrong) {
        const response = await answer(api(), id, answers);
        assert.equal(response.status, 422);
        assert.deepEqual(await errorsOf(response), errors);
      }
      assert.equal(
        (await answer(api(), id, { time: 3, helped: 'no', why: 'x'.repeat(1_000_000) })).status,
        413,
      );
      assert.equal((await answer(api(), id, { time: 3, helped: 'no', why: 'x'.repeat(6000) })).status, 422);
      assert.deepEqual(await errorsOf(await answer(api(), id, good(), { language: 'fr' })), [
        '/language unknown_language',
      ]);
      assert.deepEqual(await stored(id), []);
    });

    test('of a program that fills in what nobody sees is thanked for and thrown away', async () => {
      const id = await publish(api());
      const response = await answer(api(), id, good(), { website: 'https://buy.example' });
      assert.deepEqual(await response.json(), { received: true });
      assert.deepEqual(await stored(id), []);
    });

    test('after the last day is still taken for a week, because some phones were offline', async () => {
      const closesAt = new Date(api().now() + DAY).toISOString();
      const id = await publish(api(), { closesAt });
      api().pass(7 * DAY);
      assert.equal((await answer(api(), id, good())).status, 201);
      api().pass(DAY + 1);
      await assertProblem(await answer(api(), id, good()), 'survey-closed');
    });

    test('beyond what one place may send waits, and another place does not', async () => {
      const id = await publish(api());
      const from = (address: string) => answer(api(), id, good(), { address });
      for (let i = 0; i < 60; i += 1) assert.equal((await from('192.0.2.9')).status, 201);
      const { retryAfter } = await assertProblem(await from('192.0.2.9'), 'too-many-requests');
      assert.ok(retryAfter !== undefined && retryAfter <= 60);
      assert.equal((await from('198.51.100.7')).status, 201);
    });

    test('is not looked for any number of times from one place, and from another place it is', async () => {
      const id = await publish(api());
      const receipt = newReceipt();
      await answer(api(), id, good(), { receipt });
      const erase = (which: string, address: string) =>
        api().call('POST', `/v1/surveys/${id}/erasures`, {
          ...{ key: api().pageKey, body: { receipt: which }, address },
        });
      for (let i = 0; i < 60; i += 1) assert.equal((await erase(newReceipt(), '192.0.2.77')).status, 204);
      await assertProblem(await erase(receipt, '192.0.2.77'), 'too-many-requests');
      assert.equal((await stored(id)).length, 1);
      // Answers have a limit of their own, and so has every other place.
      assert.equal((await answer(api(), id, good(), { address: '192.0.2.77' })).status, 201);
      assert.equal((await erase(receipt, '198.51.100.77')).status, 204);
      assert.equal((await stored(id)).length, 1);
    });

    test('can be taken back by its receipt and by nothing else, as if it had never been', async () => {
      const id = await publish(api());
      const receipt = newReceipt();
      await answer(api(), id, { time: 4, helped: 'no', why: 'Private.' }, { receipt });
      await answer(api(), id, { time: 1 });
      const erase = (which: string) =>
        api().call('POST', `/v1/surveys/${id}/erasures`, { key: api().pageKey, body: { receipt: which } });
      assert.equal((await erase(newReceipt())).status, 204);
      assert.equal((await stored(id)).length, 2);
      assert.equal((await erase(receipt)).status, 204);
      assert.equal((await erase(receipt)).status, 204);
      assert.deepEqual((await stored(id)).length, 1);
      assert.deepEqual(await stored(id, '?part=texts'), []);
      const left = await api().database.inTenant('authority', (transaction) =>
        transaction
          .selectFrom('survey_counts')
          .select(['question', 'value', 'n'])
          .where('survey_id', '=', id)
          .where('n', '>', 0)
          .execute(),
      );
      assert.deepEqual(left.map(({ question, value, n }) => `${question}=${value}:${n}`).toSorted(), [
        '=:1',
        '@skm=*:1',
        'time=1:1',
      ]);
    });

    test('is erased when its time is over, while what was counted stays', async () => {
      const id = await publish(api(), { retentionDays: 30 });
      await answer(api(), id, { time: 4, helped: 'no', why: 'Old.' });
      api().pass(20 * DAY);
      await answer(api(), id, { time: 3 });
      api().pass(11 * DAY);
      await removeExpired(api().database, new Date(api().now()));
      assert.equal((await stored(id)).length, 1);
      assert.deepEqual(await stored(id, '?part=texts'), []);
      const [all] = await api().database.inTenant('authority', (transaction) =>
        transaction
          .selectFrom('survey_counts')
          .select((e) => e.fn.sum<string>('n').as('n'))
          .where('survey_id', '=', id)
          .where('question', '=', '')
          .execute(),
      );
      assert.equal(Number(all?.n), 2);
    });
  });

  describe('the owner', () => {
    test('erases all answers at once, and nobody else can', async () => {
      const id = await publish(api());
      await answer(api(), id, good());
      const erase = (token: string) => api().call('DELETE', `/v1/surveys/${id}/responses`, { token });
      await assertProblem(await erase(api().otherSecretKey), 'not-found');
      assert.equal((await stored(id)).length, 1);
      assert.equal((await erase(api().secretKey)).status, 204);
      assert.deepEqual(await stored(id), []);
    });
  });
});
