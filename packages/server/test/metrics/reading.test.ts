// What anybody reads of how people were served, and what nobody does.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Metric, MetricList } from '@lintas/contract';
import { dateOf, dayOf } from '@lintas/contract/metrics';
import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { followLog } from '../../src/metrics/follow.ts';
import { publishMetrics } from '../../src/metrics/publish.ts';
import { ORIGIN, startApi, type Api } from '../fixtures/api.ts';
import { writeHistories, type History } from '../fixtures/histories.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { onEachDatabase } from '../support/databases.ts';

const DAY = 86_400_000;
const OF_AUTHORITY = 'authority=authority';
const FORMULA = '=HYPERLINK("https://evil.example")';

/** `cases` of one kind at one office, each of which took one day more than the last. */
function series(
  cases: number,
  office: string,
  kind: History['kind'],
  from: string,
  longest: number,
): History[] {
  return Array.from({ length: cases }, (_, index) => {
    const start = dayOf(from) + (index % 20);
    const end = start + 1 + (index % longest);
    return {
      kind,
      office,
      steps: [
        [dateOf(start), 'submitted'],
        [dateOf(start + 1), 'received'],
        [dateOf(end), 'decided', index % 4 === 0 ? 'refused' : 'approved'],
      ],
    };
  });
}

onEachDatabase((openDatabase) => {
  let api: Api;
  before(async () => {
    api = await startApi(await openDatabase());
    await writeHistories(api.database, 'authority', [
      ...series(100, 'Jakarta', 'passport_new', '2025-04-01', 50),
      ...series(60, 'Jakarta', 'rsd', '2025-04-01', 30),
      ...series(30, 'Medan', 'passport_new', '2025-05-01', 10),
      ...series(30, 'Medan', 'rsd', '2025-05-01', 10),
      ...series(3, 'Sabang', 'rsd', '2025-05-01', 10),
      ...series(40, FORMULA, 'passport_new', '2025-05-01', 10),
    ]);
    await followLog(api.database);
    await publishMetrics(api.dependencies);
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    api.call('GET', `/v1/metrics${path}`, { headers });
  const read = async (id: string, query = ''): Promise<Metric> => {
    const response = await get(`/${id}?${OF_AUTHORITY}${query && `&${query}`}`);
    assert.equal(response.status, 200, await response.clone().text());
    return z.parse(Metric, await response.json());
  };
  const point = (metric: Metric, period: string, line: Partial<Metric['series'][number]> = {}) => {
    const found = metric.series.find((each) =>
      Object.entries(line).every(([key, value]) => each[key as keyof typeof each] === value),
    );
    return found?.points.find((each) => each.period === period);
  };

  describe('a metric', () => {
    test('says how many, when, of which version, and until when events are counted', async () => {
      const metric = await read('received', 'period=quarter');
      assert.deepEqual(
        { ...metric, series: [] },
        {
          id: 'received',
          definitionVersion: 1,
          asOf: '2026-03-02',
          authority: 'authority',
          period: 'quarter',
          threshold: 10,
          roundedTo: 5,
          series: [],
        },
      );
      assert.deepEqual(point(metric, '2025-Q2'), {
        period: '2025-Q2',
        from: '2025-04-01',
        to: '2025-06-30',
        value: 265,
        n: 265,
        suppressed: false,
        definitionVersion: 1,
        asOf: '2026-03-02',
      });
    });

    test('ends with the last period that has ended', async () => {
      const last = async (period: string) =>
        (await read('completed', `period=${period}`)).series[0]?.points.at(-1)?.period;
      assert.deepEqual(
        [await last('month'), await last('quarter'), await last('year')],
        ['2026-02', '2025-Q4', '2025'],
      );
    });

    test('names its method and clock, and tells percentiles in brackets', async () => {
      const metric = await read('processing_time', 'kind=passport_new&office=Jakarta');
      assert.deepEqual(
        metric.series.map(({ statistic, clock, method }) => [statistic, clock, method]),
        ['calendar', 'working', 'waiting_on_you'].flatMap((clock) =>
          ['p50', 'p80', 'p90'].map((statistic) => [statistic, clock, 'nearest_rank_in_brackets']),
        ),
      );
      const p80 = point(metric, '2025', { statistic: 'p80', clock: 'calendar' });
      assert.deepEqual([p80?.value, p80?.n], [40, 100]);
    });

    test('keeps apart how cases ended, and says what is left', async () => {
      const completed = await read('completed', 'period=year');
      assert.equal(point(completed, '2025', { outcome: 'refused' })?.value, 65);
      assert.equal(point(completed, '2025', { outcome: 'granted' })?.value, 195);
      assert.equal(point(await read('pending'), '2025-04')?.suppressed, false);
      assert.equal(point(await read('clearance_ratio', 'period=year'), '2025')?.value, 100);
    });

    test('of few is not told, and of none looks the same: an office that is small, and one that is not there', async () => {
      const small = await read('completed', 'office=Sabang');
      const none = await read('completed', 'office=Nowhere');
      assert.deepEqual({ ...small, office: '' }, { ...none, office: '' });
      assert.ok(
        small.series[0]?.points.every(
          ({ value, n, suppressed }) => value === null && n === null && suppressed,
        ),
      );
      assert.equal(point(small, '2025-Q2')?.suppressed, true);
    });

    test('has no percentile of too few cases, although it says how many there were', async () => {
      const metric = await read('processing_time', 'office=Medan');
      const p90 = await read('processing_time', 'kind=rsd&office=Medan');
      assert.equal(point(metric, '2025-Q2', { statistic: 'p90' })?.value, 10);
      assert.deepEqual(
        [
          point(p90, '2025', { statistic: 'p90' })?.value,
          point(p90, '2025', { statistic: 'p90' })?.suppressed,
        ],
        [null, true],
      );
    });

    test('is told for the months that were asked for, in whole periods only', async () => {
      const periods = async (query: string) =>
        (await read('received', query)).series[0]?.points.map(({ period }) => period);
      assert.deepEqual(await periods('from=2025-04&to=2025-06'), ['2025-04', '2025-05', '2025-06']);
      assert.deepEqual(await periods('period=quarter&from=2025-02&to=2025-08'), ['2025-Q2']);
      assert.deepEqual(await periods('from=2026-03'), []);
    });
  });

  describe('what is not answered', () => {
    test('periods that are too short for how much is asked for, and filters that do not go together', async () => {
      for (const query of [
        'office=Jakarta&period=month',
        'kind=rsd&office=Jakarta&period=quarter',
        'partner=ngo',
        'kind=spaceship',
        'from=2025-13',
        'from=2025-04-01',
        'period=week',
        'nationality=AFG',
      ]) {
        await assertProblem(await get(`/completed?${OF_AUTHORITY}&${query}`), 'invalid-request');
      }
    });

    test('a metric or an authority that is not there; and which authority is meant, nobody guesses', async () => {
      await assertProblem(await get(`/nothing?${OF_AUTHORITY}`), 'not-found');
      await assertProblem(await get('/received?authority=nobody'), 'not-found');
      await assertProblem(await get('/received'), 'invalid-request');
    });

    test('anything before the first publication, which is soon', async () => {
      const fresh = await startApi(await openDatabase());
      const response = await fresh.call('GET', `/v1/metrics/received?${OF_AUTHORITY}`);
      await assertProblem(response, 'unavailable');
      assert.ok(response.headers.has('retry-after'));
      await publishMetrics(fresh.dependencies);
      const empty = await fresh.call('GET', `/v1/metrics/received?${OF_AUTHORITY}`);
      assert.deepEqual(z.parse(Metric, await empty.json()).series[0]?.points, []);
      await fresh.close();
    });
  });

  test('the list says what each means, and names only groups of which something is published', async () => {
    const { data, authorities } = z.parse(MetricList, await (await get('')).json());
    assert.ok(
      data.every(({ definition, definitionVersion }) => definition.length > 40 && definitionVersion >= 1),
    );
    const authority = authorities.find(({ id }) => id === 'authority');
    assert.deepEqual(authority?.offices, [FORMULA, 'Jakarta', 'Medan']);
    assert.deepEqual(authority?.kinds, ['passport_new', 'rsd']);
    assert.deepEqual(authority?.partners, []);
  });

  test('the table has all columns always, marks what is not published, and runs no formula', async () => {
    const table = async (query: string): Promise<Record<string, string>[]> => {
      const response = await get(`/completed/series.csv?${OF_AUTHORITY}&${query}`);
      assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
      assert.match(response.headers.get('content-disposition') ?? '', /attachment; filename="completed.csv"/);
      return parse(await response.text(), { columns: true });
    };
    const [first] = await table('office=Sabang');
    assert.deepEqual(
      Object.keys(first ?? {}).join(),
      'metric,definition_version,as_of,authority,kind,office,partner,statistic,clock,outcome,unit,method,period,from,to,value,n',
    );
    assert.ok(
      (await table('office=Sabang')).every(({ value, n }) => value === 'suppressed' && n === 'suppressed'),
    );
    const formulas = await table(`office=${encodeURIComponent(FORMULA)}`);
    assert.ok(formulas.length > 0 && formulas.every(({ office }) => office === `'${FORMULA}`));
    for (const line of await table('period=month'))
      assert.ok(Object.values(line).every((cell) => cell !== ''));
  });

  describe('answers can be kept', () => {
    for (const path of ['', '/received', '/received/series.csv']) {
      const address = `${path}${path && `?${OF_AUTHORITY}`}`;
      test(`by a shared cache, and asked for again by their tag: ${path || 'the list'}`, async () => {
        const response = await get(address);
        assert.match(response.headers.get('cache-control') ?? '', /^public, max-age=\d+/);
        const tag = response.headers.get('etag') ?? '';
        assert.notEqual(tag, '');
        assert.equal((await get(address, { 'If-None-Match': tag })).status, 304);
        assert.equal((await get(address)).headers.get('etag'), tag);
      });

      test(`a page of a known origin may read them, with no key: ${path || 'the list'}`, async () => {
        const response = await api.call('GET', `/v1/metrics${address}`, { origin: ORIGIN });
        assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN);
        assert.match(response.headers.get('vary') ?? '', /Origin/);
        const elsewhere = await api.call('GET', `/v1/metrics${address}`, { origin: 'https://evil.example' });
        assert.equal(elsewhere.headers.get('access-control-allow-origin'), null);
      });
    }

    test('but what was refused is not', async () => {
      assert.equal((await get('/nothing')).headers.get('cache-control'), 'no-store, no-transform');
    });
  });

  test('nothing is published while most of a log is still to be followed', async () => {
    const behind = await startApi(await openDatabase());
    await writeHistories(behind.database, 'authority', series(1000, 'Medan', 'rsd', '2025-05-01', 10));
    await publishMetrics(behind.dependencies);
    const early = await behind.call('GET', `/v1/metrics/received?${OF_AUTHORITY}`);
    await assertProblem(early, 'unavailable');
    await followLog(behind.database);
    await publishMetrics(behind.dependencies);
    assert.equal((await behind.call('GET', `/v1/metrics/received?${OF_AUTHORITY}`)).status, 200);
    await behind.close();
  });

  test('whoever asks again on the same day gets the same, whatever has happened; on the next day it is there', async () => {
    const before = await read('received', 'period=year');
    await writeHistories(api.database, 'authority', series(40, 'Medan', 'rsd', '2025-05-01', 10));
    await followLog(api.database);
    assert.equal(await publishMetrics(api.dependencies), 0);
    assert.deepEqual(await read('received', 'period=year'), before);
    api.pass(DAY);
    await Promise.all([publishMetrics(api.dependencies), publishMetrics(api.dependencies)]);
    const after = await read('received', 'period=year');
    assert.equal(after.asOf, '2026-03-03');
    assert.equal(point(after, '2025')?.value, 305);
  });
});
