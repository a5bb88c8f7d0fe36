// What somebody answered is found where it belongs and nowhere else: in no log, no refusal, no public figure, and not with
// anything that says who it was.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byteLength } from '../../src/http/padding.ts';
import { openNewCase } from '../fixtures/documents.ts';
import { answer, blind, newReceipt, publish } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';
import { dumpTables } from '../support/dump.ts';

const TEXT = 'CANARY-IN-MY-OWN-WORDS';
const ADDRESS = '192.0.2.213';
const BOT = 'CANARY-OF-A-PROGRAM';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  test('canaries in an answer, its receipt and its token', async () => {
    const id = await publish(api(), { access: 'token' });
    const person = await openNewCase(api());
    const request = await blind(api(), id);
    const issued = await api().call('POST', `/v1/surveys/${id}/tokens`, {
      token: person.token,
      body: request.body,
      address: ADDRESS,
    });
    const token = await request.finish(issued);
    const receipt = newReceipt();
    const answers = { time: 1, helped: 'no', why: TEXT };
    const secrets = [receipt, token.message, token.signature, request.body.blinded];
    const all = [TEXT, ADDRESS, BOT, ...secrets];
    const send = (parts: object) =>
      answer(api(), id, answers, { token, receipt, address: ADDRESS, ...parts });

    const answered = [
      await send({}),
      await send({}),
      await send({ website: BOT }),
      await send({ language: 'xx' }),
      await send({ receipt: newReceipt() }),
      await answer(api(), id, { time: 9, why: TEXT }, { token, receipt, address: ADDRESS }),
      await answer(api(), id, { [TEXT]: TEXT, time: 1 }, { token, receipt, address: ADDRESS }),
      await api().call('GET', `/v1/surveys/${id}/results?version=${TEXT}`),
    ];
    assert.deepEqual(
      answered.map(({ status }) => status),
      [201, 201, 201, 422, 409, 422, 422, 422],
    );
    for (const response of answered) {
      assertNone(await response.clone().text(), all, 'an answer');
      assertNone(JSON.stringify([...response.headers]), all, 'its headers');
    }
    // Taken, sent again, or thrown away: whoever watches the line sees the same length.
    const lengths = await Promise.all(
      answered.slice(0, 3).map(async (response) => byteLength(await response.text())),
    );
    assert.equal(new Set(lengths).size, 1);
    for (const path of ['results', 'results.csv']) {
      assertNone(await (await api().call('GET', `/v1/surveys/${id}/${path}`)).text(), all, path);
    }
    assertNone(JSON.stringify(api().log), [...all, person.applicationId], 'the log');

    // In the database: the words stand with the words, and nowhere stands what says whose they are.
    for (const [table, text] of await dumpTables(api().database)) {
      assertNone(text, table === 'survey_texts' ? all.filter((canary) => canary !== TEXT) : all, table);
      if (table.startsWith('survey')) assertNone(text, [person.applicationId], table);
    }
    await api().call('POST', `/v1/surveys/${id}/erasures`, { key: api().pageKey, body: { receipt } });
    for (const [table, text] of await dumpTables(api().database))
      assertNone(text, all, `${table}, afterwards`);
  });
});

function assertNone(text: string, canaries: readonly string[], where: string): void {
  for (const canary of canaries) assert.ok(!text.includes(canary), `${canary} in ${where}: ${text}`);
}
