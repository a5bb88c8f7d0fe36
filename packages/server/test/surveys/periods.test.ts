// Results by quarter, by year and by service: right to the last digit, and never about few, however they are combined.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SurveyResults, type Answers } from '@lintas/contract';
import { publishFollowUp } from '../../src/surveys/follow-up.ts';
import { countQueries } from '../fixtures/queries.ts';
import { answer, BY_SERVICE, publish, wording } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let places = 0;
  const read = async (id: string, query = '') => {
    const response = await api().call('GET', `/v1/surveys/${id}/results${query}`);
    assert.equal(response.status, 200, await response.clone().text());
    return SurveyResults.parse(await response.json());
  };
  const answerAll = async (id: string, all: readonly Answers[]) => {
    for (const answers of all) {
      places += 1;
      const address = `10.${places >> 8}.${places & 255}.1`;
      assert.equal((await answer(api(), id, answers, { address })).status, 201);
    }
  };
  const passTo = (day: string): void => api().pass(Date.parse(`${day}T08:00:00Z`) - api().now());
  const times = (n: number, answers: Answers) => Array.from({ length: n }, () => answers);
  const year = (): number => new Date(api().now()).getUTCFullYear() + 1;

  describe('a period', () => {
    test('is told when it has ended, with the days that it counts; what came at its end is in the next', async () => {
      const id = await publish(api(), BY_SERVICE);
      const of = year();
      passTo(`${of}-03-20`);
      await answerAll(id, times(12, { time: 4, fee: 2 }));
      passTo(`${of}-03-30`);
      await answerAll(id, times(5, { time: 1, fee: 1 }));
      passTo(`${of}-04-02`);
      const first = await read(id, `?period=${of}-Q1`);
      assert.deepEqual(
        [first.period, first.from, first.asOf, first.n.value],
        [`${of}-Q1`, `${of}-03-20`, `${of}-03-20`, 10],
      );
      assert.deepEqual([first.instruments[0]?.ikm, first.instruments[0]?.n.value], ['75.00', 10]);
      await answerAll(id, times(6, { time: 1, fee: 1 }));
      const going = await read(id, `?period=${of}-Q2`);
      assert.deepEqual([going.asOf, going.n.value, going.periods], [null, null, [`${of}-Q1`]]);
      passTo(`${of + 1}-01-01`);
      const second = await read(id, `?period=${of}-Q2`);
      assert.deepEqual(
        [second.from, second.asOf, second.instruments[0]?.ikm],
        [`${of}-03-30`, `${of}-04-02`, '25.00'],
      );
      assert.deepEqual((await read(id)).periods, [`${of}`, `${of}-Q1`, `${of}-Q2`]);
      assert.deepEqual(await read(id, `?period=${of}-Q1`), { ...first, periods: second.periods });
      const none = await read(id, `?period=${of}-Q3`);
      assert.deepEqual({ ...(await read(id, `?period=${of + 7}-Q3`)), period: none.period }, none);
    });

    test('that is made up costs no more than one that is there, and reading twice no more than once', async () => {
      const id = await publish(api(), BY_SERVICE);
      const of = year();
      passTo(`${of}-03-20`);
      await answerAll(id, times(12, { time: 4, fee: 2 }));
      passTo(`${of}-04-02`);
      const { queries } = await countQueries(async () => {
        for (const period of [`${of}-Q1`, '2001', '2002-Q2', `${of + 40}`, `${of}-Q1`])
          await read(id, `?period=${period}`);
      });
      const counters = queries.filter((text) =>
        /"question", "value", "day", "n" from "survey_counts"/.test(text),
      );
      assert.equal(counters.length, 1);
    });

    test('that is not a quarter or year is refused', async () => {
      const id = await publish(api(), BY_SERVICE);
      for (const period of ['2026-03', '2026-Q5', 'last', '']) {
        assert.equal((await api().call('GET', `/v1/surveys/${id}/results?period=${period}`)).status, 422);
      }
    });
  });

  test('what is done about an element stands beside it as soon as it is published', async () => {
    const id = await publish(api(), BY_SERVICE);
    passTo(`${year()}-05-01`);
    await answerAll(id, times(12, { time: 1, fee: 3 }));
    passTo(`${year()}-05-03`);
    assert.equal((await read(id)).instruments[0]?.elements[0]?.followUp, undefined);
    const followUp = { time: wording('A second counter.') };
    const errors = await api().database.asOwner((transaction) =>
      publishFollowUp(transaction, { tenantId: 'authority', id }, followUp),
    );
    assert.deepEqual(errors, []);
    const { instruments } = await read(id);
    assert.deepEqual(
      instruments[0]?.elements.map((each) => each.followUp?.['en']?.text),
      ['A second counter.', undefined],
    );
    assert.deepEqual(instruments[0]?.weakest, ['time', 'fee']);
  });

  describe('the services of an office', () => {
    test('weigh in its index as much as they have respondents', async () => {
      const id = await publish(api(), BY_SERVICE);
      const of = year();
      passTo(`${of}-05-01`);
      await answerAll(id, [
        ...times(30, { time: 4, fee: 4, service: 'passport' }),
        ...times(10, { time: 2, fee: 2, service: 'visa' }),
        ...times(11, { time: 3, fee: 1, service: 'permit' }),
      ]);
      passTo(`${of + 1}-01-01`);
      const { instruments } = await read(id, `?period=${of}`);
      const grouped = instruments[0]?.grouped;
      assert.deepEqual(
        grouped?.groups.map(({ value, n, ikm, grade }) => [value, n.value, ikm, grade]),
        [
          ['passport', 30, '100.00', 'A'],
          ['visa', 10, '50.00', 'D'],
          ['permit', 10, '50.00', 'D'],
        ],
      );
      // (30 × 4 + 10 × 2 + 11 × 2) / 51 × 25; the mean of the services would be 66.67.
      assert.deepEqual(grouped?.together, {
        n: { value: 50, suppressed: false },
        index: '3.1765',
        ikm: '79.41',
        grade: 'B',
        leftOut: 0,
        suppressed: false,
      });
      assert.equal((await read(id)).instruments[0]?.grouped, undefined);
      assert.equal((await read(id, `?period=${of}-Q2`)).instruments[0]?.grouped, undefined);
      const table = await (await api().call('GET', `/v1/surveys/${id}/results.csv?period=${of}`)).text();
      assert.match(table, /,ikm,passport,,,,100\.00,score,no\r\n/);
      assert.match(table, /,ikm,all published groups,,,,79\.41,score,no\r\n/);
    });

    test('of which one has few are left out together with another, and all of them are in the whole', async () => {
      const id = await publish(api(), BY_SERVICE);
      const of = year();
      passTo(`${of}-05-01`);
      await answerAll(id, [
        ...times(30, { time: 4, fee: 4, service: 'passport' }),
        ...times(20, { time: 2, fee: 2, service: 'visa' }),
        ...times(2, { time: 1, fee: 1, service: 'permit' }),
      ]);
      passTo(`${of + 1}-01-01`);
      const { instruments, n } = await read(id, `?period=${of}`);
      const { groups, together } = instruments[0]?.grouped ?? {};
      assert.deepEqual(
        groups?.map(({ suppressed }) => suppressed),
        [false, true, true],
      );
      const [, visa, permit] = groups ?? [];
      assert.deepEqual({ ...visa, value: '' }, { ...permit, value: '' }, 'few and many look alike');
      assert.deepEqual([together?.ikm, together?.leftOut, n.value], ['100.00', 2, 50]);
    });
  });
});
