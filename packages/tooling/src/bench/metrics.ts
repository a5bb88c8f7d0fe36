// Published figures of an authority with a hundred thousand and a million cases on PostgreSQL: how long it takes to
// compute them from the log of all cases, and to read them.

import pg from 'pg';
import type { Bench, Scale } from './bench.ts';
import { runLintas, startLintas } from './lintas.ts';
import { timeReads } from './reads.ts';
import type { Figure } from './report.ts';

const SIZES: Readonly<Record<Scale, { cases: number; samples: number }>> = {
  full: { cases: 1_000_000, samples: 300 },
  quick: { cases: 300, samples: 2 },
};

const METRICS = '/v1/metrics';
const PATHS: Readonly<Record<string, string>> = {
  'the list': METRICS,
  'processing time of all': `${METRICS}/processing_time`,
  'processing time at an office': `${METRICS}/processing_time?office=Office%203`,
  'processing time of a kind at an office': `${METRICS}/processing_time?kind=rsd&office=Office%203`,
  'pending, by quarter': `${METRICS}/pending?period=quarter`,
  'of an office that is not there': `${METRICS}/received?office=nowhere`,
  'completed as CSV': `${METRICS}/completed/series.csv`,
};

export const metrics: Bench = {
  name: 'metrics',
  summary: 'published figures of a million cases: computing and reading them',
  async run(workplace, scale) {
    const { cases, samples } = SIZES[scale];
    const installation = await workplace.createOnServer();
    await addCases(installation.databaseUrl, cases);
    const startedAt = performance.now();
    await runLintas(installation.settings, 'metrics', 'rebuild');
    const computing = performance.now() - startedAt;
    const api = await startLintas(installation.settings);
    try {
      const title = `Published figures of ${cases} cases`;
      const figures: Figure[] = [
        { what: 'computed anew from the log, and published', unit: 'ms', value: computing },
        ...(await measure(api.url, samples)),
      ];
      return { tables: [{ title, subject: `${cases}`, figures }] };
    } finally {
      await api.stop();
    }
  },
};

async function measure(api: string, samples: number): Promise<readonly Figure[]> {
  const urls = Object.fromEntries(Object.entries(PATHS).map(([what, path]) => [what, api + path]));
  return (await timeReads(urls, samples)).figures;
}

/** Copies of the demonstration's past cases with their whole logs, of all kinds, at a dozen offices. */
async function addCases(databaseUrl: string, cases: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`set lintas.tenant = '*'`);
    await client.query(MAKE_COPIES, [cases]);
    await client.query(ADD_APPLICATIONS);
    await client.query(ADD_EVENTS);
    // What is measured is the computation of all, not of one after the other.
    await client.query('delete from metrics_queue');
    await client.query('vacuum (analyze) applications, events');
  } finally {
    await client.end();
  }
}

const MAKE_COPIES = `
  create temporary table copies as
  select 'bench-' || lpad(number::text, 9, '0') as id, model.id as model, model.tenant_id, number,
    kinds.kinds [1 + (number * 7919) % array_length(kinds.kinds, 1)] as kind
  from generate_series(1, $1::bigint) as number
  join (
    select row_number() over (order by id) - 1 as model_number, a.id, a.tenant_id
    from applications a where external_id like 'PAST-%'
  ) as model on model_number = number % (select count(*) from applications where external_id like 'PAST-%')
  cross join (select array_agg(distinct kind order by kind) as kinds from applications) as kinds`;

const ADD_APPLICATIONS = `
  insert into applications (id, tenant_id, reference, pin_hash, external_id, kind, office, filed_at, facts, state,
    status, created_at, updated_at, source_synced_at)
  select c.id, a.tenant_id, c.id, a.pin_hash, c.id, c.kind, 'Office ' || c.number % 12, a.filed_at, a.facts, a.state,
    a.status, a.created_at, a.updated_at, a.source_synced_at
  from copies c join applications a on a.tenant_id = c.tenant_id and a.id = c.model`;

const ADD_EVENTS = `
  insert into events (application_id, tenant_id, seq, event, created_at)
  select c.id, c.tenant_id, e.seq, e.event, e.created_at
  from copies c join events e on e.tenant_id = c.tenant_id and e.application_id = c.model`;
