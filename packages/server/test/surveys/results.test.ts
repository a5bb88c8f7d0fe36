// Results: what all said together, right to the last digit, and never about few.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SurveyInput, type Answers } from '@lintas/contract';
import { skmSurvey } from '@lintas/contract/surveys/presets';
import { answer, newReceipt, publish, readResults, wording } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const DAY = 24 * 60 * 60_000;
const NOTHING = { value: null, suppressed: true };

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let places = 0;
  /** So many people answer, each from a place of their own, and the day passes. */
  const answerAll = async (id: string, all: readonly Answers[]) => {
    for (const answers of all) {
      places += 1;
      const address = `10.${places >> 8}.${places & 255}.1`;
      const response = await answer(api(), id, answers, { address });
      assert.equal(response.status, 201, await response.text());
    }
    api().pass(DAY);
  };
  const times = (n: number, answers: Answers) => Array.from({ length: n }, () => answers);
  const scored = (results: Awaited<ReturnType<typeof readResults>>) => results.instruments[0];

  describe('of nobody, and of fewer than ten', () => {
    test('look the same, and say that they are not shown', async () => {
      const [none, few] = [await publish(api()), await publish(api())];
      await answerAll(few, times(9, { time: 4, fee: 4 }));
      const [ofNone, ofFew] = [await readResults(api(), none), await readResults(api(), few)];
      assert.deepEqual({ ...ofFew, survey: '' }, { ...ofNone, survey: '' });
      assert.deepEqual(
        [ofNone.n, ofNone.asOf, scored(ofNone)?.ikm, scored(ofNone)?.grade],
        [NOTHING, null, null, null],
      );
      assert.deepEqual(
        ofNone.questions.find(({ question }) => question === 'time')?.counts,
        [1, 2, 3, 4].map((point) => ({ value: String(point), count: NOTHING })),
      );
      await answerAll(few, times(1, { time: 4, fee: 4 }));
      const ofTen = await readResults(api(), few);
      assert.deepEqual(
        [ofTen.n, scored(ofTen)?.ikm, scored(ofTen)?.grade],
        [{ value: 10, suppressed: false }, '100.00', 'A'],
      );
    });

    test('a questionnaire may ask for more, and never for fewer than five', async () => {
      const id = await publish(api(), { minCell: 20 });
      await answerAll(id, times(19, { time: 2 }));
      assert.deepEqual((await readResults(api(), id)).n, NOTHING);
      assert.ok(!SurveyInput.safeParse({ ...skmSurvey(), minCell: 4 }).success);
    });
  });

  describe('published results', () => {
    test('count answers by value, rounded, with few and none alike', async () => {
      const id = await publish(api());
      await answerAll(id, [
        ...times(14, { time: 4, helped: 'yes', channels: ['counter', 'online'], origin: 'here' }),
        ...times(3, { time: 3, helped: 'no', channels: ['online'] }),
        ...times(12, { time: 2, helped: 'yes' }),
      ]);
      const { questions, n } = await readResults(api(), id);
      assert.deepEqual(n, { value: 30, suppressed: false });
      const counts = (name: string) =>
        questions.find(({ question }) => question === name)?.counts.map(({ count }) => count.value);
      // With the mean, 10 and 15 would leave few values for how many gave 1 and 3: one of them is left out.
      assert.deepEqual(counts('time'), [null, null, null, 15]);
      // Three are not shown; that 25 and the total are rounded keeps them from being worked out.
      assert.deepEqual(counts('helped'), [25, null]);
      assert.equal(counts('origin'), undefined, 'what is sensitive is not published');
      assert.equal(counts('why'), undefined, 'what people wrote is not published');
      assert.deepEqual(counts('channels'), [15, 15]);
    });

    test('give index, IKM and grade with how many answered each element, and name where to begin', async () => {
      const id = await publish(api(), { population: 100 });
      await answerAll(id, [...times(20, { time: 4, fee: 2 }), ...times(20, { time: 3, fee: null })]);
      const results = await readResults(api(), id);
      const skm = scored(results);
      assert.deepEqual(skm?.elements, [
        {
          element: 'time',
          question: 'time',
          n: { value: 40, suppressed: false },
          mean: '3.50',
          suppressed: false,
        },
        {
          element: 'fee',
          question: 'fee',
          n: { value: 20, suppressed: false },
          mean: '2.00',
          suppressed: false,
        },
      ]);
      assert.deepEqual(
        [skm.index, skm.ikm, skm.grade, skm.bands],
        ['2.7500', '68.75', 'C', 'permenpan-rb-14-2017'],
      );
      assert.deepEqual(skm.weakest, ['fee', 'time']);
      assert.deepEqual(results.sample, { population: 100, target: 80, rate: '50.0', suppressed: false });
    });

    test('have no index while an element has too few answers', async () => {
      const id = await publish(api());
      await answerAll(id, [...times(20, { time: 4 }), ...times(9, { time: 4, fee: 1 })]);
      const skm = scored(await readResults(api(), id));
      assert.deepEqual([skm?.suppressed, skm?.index, skm?.ikm, skm?.grade], [true, null, null, null]);
      assert.deepEqual([skm?.elements[0]?.mean, skm?.elements[1]?.mean], ['4.00', null]);
      const all = await publish(api());
      await answerAll(all, times(12, { time: 4, fee: null }));
      assert.equal(scored(await readResults(api(), all))?.ikm, null, 'all of an element missing');
    });

    test('change only with whole days and with at least ten answers more', async () => {
      const id = await publish(api());
      await answerAll(id, times(10, { time: 4, fee: 4 }));
      const before = await readResults(api(), id);
      for (let day = 0; day < 3; day += 1) {
        await answerAll(id, times(3, { time: 1, fee: 1 }));
        assert.deepEqual(await readResults(api(), id), before);
      }
      await answerAll(id, times(1, { time: 1, fee: 1 }));
      assert.deepEqual((await readResults(api(), id)).n, { value: 20, suppressed: false });
    });

    test('lose an answer that was taken back together with what others said since, not alone', async () => {
      const id = await publish(api());
      const receipts = Array.from({ length: 13 }, newReceipt);
      for (const receipt of receipts) await answer(api(), id, { time: 1, fee: 1 }, { receipt });
      api().pass(DAY);
      const before = await readResults(api(), id);
      for (const receipt of receipts.slice(0, 3)) {
        await api().call('POST', `/v1/surveys/${id}/erasures`, { key: api().pageKey, body: { receipt } });
      }
      await answerAll(id, times(12, { time: 4, fee: 4 }));
      assert.deepEqual(await readResults(api(), id), before, '12 more and 3 less are not ten');
      await answerAll(id, times(1, { time: 4, fee: 4 }));
      const after = await readResults(api(), id);
      assert.deepEqual(after.n, { value: 25, suppressed: false });
      // 13 gave 4, and 10 gave 1.
      assert.equal(scored(after)?.elements[0]?.mean, '2.70');
    });

    test('are read by anybody, kept by caches, and not sent twice', async () => {
      const id = await publish(api());
      const first = await api().call('GET', `/v1/surveys/${id}/results`);
      assert.match(first.headers.get('cache-control') ?? '', /public/);
      for (const path of ['results', 'results.csv', 'results?period=2026', 'results.csv?period=2025-Q4']) {
        const read = await api().call('GET', `/v1/surveys/${id}/${path}`);
        const etag = read.headers.get('etag') ?? '';
        assert.match(etag, /^".+"$/);
        // Kept by a shared cache for everybody: no cookie, and nothing that differs by who asks.
        assert.match(read.headers.get('cache-control') ?? '', /^public, .*s-maxage=3600/);
        assert.equal(read.headers.get('set-cookie'), null);
        for (const tag of [etag, `W/${etag}`, `"another", ${etag}`]) {
          const again = await api().call('GET', `/v1/surveys/${id}/${path}`, {
            headers: { 'If-None-Match': tag },
          });
          assert.deepEqual([again.status, await again.text()], [304, ''], tag);
        }
      }
    });

    test('as a table mark what is not shown, never with 0 and never with nothing', async () => {
      const id = await publish(api());
      await answerAll(id, [...times(120, { time: 4 }), ...times(40, { time: 2 }), ...times(30, { time: 3 })]);
      const table = await (await api().call('GET', `/v1/surveys/${id}/results.csv`)).text();
      const [head, ...lines] = table.trim().split('\r\n');
      assert.equal(
        head,
        'survey,version,period,from,as_of,figure,group,question,row,value,result,unit,suppressed',
      );
      const line = (part: string) => lines.find((each) => each.includes(part)) ?? '';
      assert.match(line(',count,,time,,4,'), /,120,people,no$/);
      assert.match(line(',count,,time,,1,'), /,suppressed,people,yes$/);
      assert.match(line(',ikm,'), /,suppressed,score,yes$/);
      assert.ok(lines.every((each) => each.split(',').at(-3) !== ''));
    });
  });

  describe('a matrix and the scores of one question', () => {
    test('are published by row, and with the variant that was computed', async () => {
      const options = ['low', 'high'].map((value) => ({ value, label: wording(value) }));
      const questions = SurveyInput.parse({
        ...skmSurvey(),
        languages: ['en'],
        pages: [
          {
            id: 'p',
            questions: [
              { id: 'nps', kind: 'nps', text: wording('Recommend?') },
              { id: 'csat', kind: 'csat', text: wording('Satisfied?') },
              { id: 'ces', kind: 'ces', text: wording('Easy?') },
              {
                id: 'grid',
                kind: 'matrix',
                text: wording('Both'),
                options,
                rows: [
                  { id: 'a', label: wording('A') },
                  { id: 'b', label: wording('B') },
                ],
              },
            ],
          },
        ],
      });
      const id = await publish(api(), questions);
      await answerAll(id, [
        ...times(15, { nps: 10, csat: 5, ces: 6, grid: { a: 'low', b: 'high' } }),
        ...times(15, { nps: 0, csat: 2, ces: 2, grid: { a: 'low' } }),
      ]);
      const results = await readResults(api(), id);
      const scores = results.questions.flatMap((each) =>
        each.scores.map(({ variant, value }) => `${variant} ${value}`),
      );
      assert.deepEqual(scores, [
        'nps_0_10 0.0',
        'csat_top_two_of_five 50.0',
        'csat_mean 3.50',
        'ces_five_to_seven_of_seven 50.0',
        'ces_mean 4.00',
      ]);
      const rows = results.questions.filter(({ question }) => question === 'grid');
      assert.deepEqual(
        rows.map(({ row, n }) => [row, n.value]),
        [
          ['a', 30],
          ['b', 15],
        ],
      );
    });
  });
});
