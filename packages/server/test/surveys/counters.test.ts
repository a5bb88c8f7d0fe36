// Counters, which results are made of, beside the answers that they count.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers, Survey } from '@lintas/contract';
import fc from 'fast-check';
import { countersOf } from '../../src/surveys/counting.ts';
import { answer, BY_SERVICE, newReceipt, publish, SERVICES } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const DAY = 24 * 60 * 60_000;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  test('counters are what counting every stored answer again gives', async () => {
    const id = await publish(api(), BY_SERVICE);
    const draw = fc.record(
      {
        time: fc.integer({ min: 1, max: 4 }),
        fee: fc.option(fc.integer({ min: 1, max: 4 })),
        helped: fc.constantFrom('yes', 'no'),
        channels: fc.subarray(['counter', 'online'], { minLength: 1 }),
        service: fc.option(fc.constantFrom(...SERVICES)),
      },
      { requiredKeys: ['time'] },
    );
    const receipts = fc
      .sample(draw, { numRuns: 120, seed: 7 })
      .map((answers) => ({ answers, receipt: newReceipt() }));
    for (const [i, { answers, receipt }] of receipts.entries()) {
      const sent = await answer(api(), id, answers, { receipt, address: `10.9.${i}.1` });
      assert.equal(sent.status, 201);
      if (i % 20 === 0) api().pass(DAY);
    }
    for (const { receipt } of receipts.slice(0, 30)) {
      await api().call('POST', `/v1/surveys/${id}/erasures`, { key: api().pageKey, body: { receipt } });
    }
    const { kept, recounted } = await api().database.inTenant('authority', async (transaction) => {
      const { survey } = await transaction
        .selectFrom('surveys')
        .select('survey')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const rows = await transaction
        .selectFrom('survey_responses')
        .select('answers')
        .where('survey_id', '=', id)
        .execute();
      const counts = await transaction
        .selectFrom('survey_counts')
        .select((expression) => ['question', 'value', expression.fn.sum<string>('n').as('n')])
        .where('survey_id', '=', id)
        .groupBy(['question', 'value'])
        .execute();
      return {
        kept: counts
          .filter(({ n }) => Number(n) !== 0)
          .map(({ question, value, n }) => `${question} ${value} ${n}`)
          .toSorted(),
        recounted: recount(survey, rows),
      };
    });
    assert.equal(recounted.length > 10, true);
    assert.deepEqual(kept, recounted);
  });
});

function recount(survey: Survey, rows: readonly { answers: Answers }[]): string[] {
  const counts = new Map<string, number>();
  for (const { answers } of rows) {
    for (const { question, value } of countersOf(survey, answers)) {
      const name = `${question} ${value}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].map(([name, n]) => `${name} ${n}`).toSorted();
}
