// Published results of a questionnaire that a million people answered, on PostgreSQL: how long it takes to count the
// stored answers anew, to make results of the counters, and to read them.

import { SKM_ELEMENTS } from '@lintas/contract/surveys';
import pg from 'pg';
import type { Bench, Scale } from './bench.ts';
import { startLintas } from './lintas.ts';
import { timeReads } from './reads.ts';
import type { Figure } from './report.ts';

const SIZES: Readonly<Record<Scale, { answers: number; samples: number }>> = {
  full: { answers: 1_000_000, samples: 300 },
  quick: { answers: 2_000, samples: 2 },
};

/** The authority's SKM in the demonstration. */
const SURVEY = '0199a000-0000-7000-8000-000000000001';

export const results: Bench = {
  name: 'results',
  summary: 'published results of a million answers: counting, making and reading them',
  async run(workplace, scale) {
    const { answers, samples } = SIZES[scale];
    const installation = await workplace.createOnServer();
    const counting = await addAnswers(installation.databaseUrl, answers);
    const api = await startLintas(installation.settings);
    try {
      const figures: Figure[] = [
        { what: 'counted anew from all stored answers, in SQL', unit: 'ms', value: counting },
        ...(await measure(`${api.url}/v1/surveys/${SURVEY}`, samples)),
      ];
      return { tables: [{ title: `Results of ${answers} answers`, subject: `${answers}`, figures }] };
    } finally {
      await api.stop();
    }
  },
};

async function measure(survey: string, samples: number): Promise<Figure[]> {
  const lastYear = new Date().getUTCFullYear() - 1;
  const urls: Readonly<Record<string, string>> = {
    'of all answers': `${survey}/results`,
    'of a year, by service': `${survey}/results?period=${lastYear}`,
    'of a quarter': `${survey}/results?period=${lastYear}-Q4`,
    'as CSV': `${survey}/results.csv`,
  };
  const { first, figures } = await timeReads(urls, samples);
  // The first one of a day makes them of all counters.
  const made = [...first].map(([what, value]): Figure => ({
    what: `made of the counters, ${what}`,
    unit: 'ms',
    value,
  }));
  return [...made, ...figures];
}

/** Answers spread over two years. Resolves to the milliseconds that counting them took. */
async function addAnswers(databaseUrl: string, answers: number): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`set lintas.tenant = '*'`);
    await client.query('delete from survey_counts where survey_id = $1', [SURVEY]);
    await client.query('delete from survey_responses where survey_id = $1', [SURVEY]);
    await client.query(ADD_RESPONSES, [answers, SURVEY]);
    await client.query('vacuum (analyze) survey_responses');
    const startedAt = performance.now();
    await client.query(COUNT_RESPONSES, [SURVEY]);
    const counting = performance.now() - startedAt;
    await client.query('vacuum (analyze) survey_counts');
    return counting;
  } finally {
    await client.end();
  }
}

const ADD_RESPONSES = `
  insert into survey_responses (tenant_id, survey_id, version, receipt, day, language, answers)
  select s.tenant_id, s.id, s.version, sha256(number::text::bytea),
    to_char(current_date - 1 - (number % 730)::integer, 'YYYY-MM-DD'), 'id',
    jsonb_build_object(
      ${SKM_ELEMENTS.map((element, at) => `'${element}', 1 + abs(hashint8(number * 16 + ${at})) % 4`).join(', ')},
      'service', (array ['passport', 'stay_permit', 'visa']) [1 + abs(hashint8(number * 16 + 15)) % 3])
  from generate_series(1, $1::bigint) as number cross join surveys s where s.id = $2`;

const COUNT_RESPONSES = `
  insert into survey_counts (tenant_id, survey_id, version, day, question, value, n)
  select r.tenant_id, r.survey_id, r.version, r.day, c.question, c.value, count(*)
  from survey_responses r cross join lateral (
    select '' as question, '' as value
    union all select '@skm', '*'
    union all select '@skm@' || (r.answers ->> 'service'), '*'
    union all select a.key, a.value from jsonb_each_text(r.answers) a
    union all select a.key || '@' || (r.answers ->> 'service'), a.value
      from jsonb_each_text(r.answers) a where a.key <> 'service'
  ) c where r.survey_id = $1
  group by r.tenant_id, r.survey_id, r.version, r.day, c.question, c.value`;
