// The owner takes the answers home: the same columns every time, and nothing that a spreadsheet would run.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { assertProblem } from '../fixtures/problems.ts';
import { answer, publish, takeHome } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const HEAD = 'version,day,language,time,fee,helped,channels__counter,channels__online,origin';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let id = '';
  const lines = async (path: string) => (await (await takeHome(api(), path)).text()).trimEnd().split('\r\n');

  before(async () => {
    id = await publish(api());
  });

  describe('the export', () => {
    test('has its columns before anybody answered, and the same ones after', async () => {
      assert.deepEqual(await lines(`${id}/responses.csv`), [HEAD]);
      await answer(api(), id, {
        time: 3,
        fee: null,
        helped: 'no',
        why: 'Too "dear",\nreally',
        channels: ['online'],
      });
      const [head, line] = await lines(`${id}/responses.csv`);
      assert.equal(head, HEAD);
      assert.match(line ?? '', /^1,\d{4}-\d{2}-\d{2},en,3,declined,no,0,1,$/);
    });

    test('makes text of what a spreadsheet would run', async () => {
      const formulas = ['=HYPERLINK("https://x.example")', '+1+1', '-2+3', '@SUM(A1)', '-5'];
      const own = await publish(api());
      for (const why of formulas) await answer(api(), own, { time: 1, helped: 'no', why });
      const [, ...rows] = await lines(`${own}/responses.csv?part=texts`);
      assert.equal(rows.length, formulas.length);
      assert.ok(
        rows.every((row) => /,why,("?\'[=+@-]|-5$)/.test(row)),
        rows.join('\n'),
      );
    });

    test('comes with a codebook that names every column, type and value', async () => {
      const book = await lines(`${id}/codebook.csv`);
      assert.deepEqual(
        book.slice(1).map((line) => line.split(',')[0]),
        HEAD.split(','),
      );
      assert.ok(book.some((line) => line.startsWith('helped,category,Did anybody help?,yes=Yes; no=No')));
    });

    test('goes through more answers than one page holds, each once', async () => {
      const many = await publish(api());
      await api().database.inTenant('authority', (transaction) =>
        transaction
          .insertInto('survey_responses')
          .values(
            Array.from({ length: 1203 }, (_, i) => ({
              tenant_id: 'authority',
              survey_id: many,
              version: 1,
              receipt: api().dependencies.cryptography.sha256(String(i)),
              day: '2026-03-01',
              language: 'en',
              answers: JSON.stringify({ time: (i % 4) + 1, mark: i }),
            })),
          )
          .execute(),
      );
      const text = await (await takeHome(api(), `${many}/responses.ndjson`)).text();
      const marks = text
        .trim()
        .split('\n')
        .map((line) => /"mark": ?(\d+)/.exec(line)?.[1]);
      assert.equal(new Set(marks).size, 1203);
    });

    test('is for the owner alone, and every time it is taken is on record', async () => {
      for (const path of ['responses.csv', 'responses.ndjson', 'codebook.csv']) {
        await assertProblem(
          await api().call('GET', `/v1/surveys/${id}/${path}`, { token: api().otherSecretKey }),
          'not-found',
        );
        await assertProblem(
          await api().call('GET', `/v1/surveys/${id}/${path}`, { key: api().pageKey }),
          'unauthenticated',
        );
      }
      const { text } = await api().issue({ scopes: ['applications:read'] });
      await assertProblem(
        await api().call('GET', `/v1/surveys/${id}/responses.csv`, { token: text }),
        'scope-missing',
      );
      const taken = await api().database.inTenant('authority', (transaction) =>
        transaction.selectFrom('audit').select('actor').where('action', '=', 'survey.export').execute(),
      );
      assert.ok(taken.length > 0 && taken.every(({ actor }) => actor.startsWith('key:')));
    });
  });
});
