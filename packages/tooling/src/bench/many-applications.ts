// Fills a database with applications, by SQL: copies of the demonstration's, each with an id, a reference and a first
// event of its own.

import pg from 'pg';

/** Office of two applications that lie almost at the end of a list, which has the newest first. */
export const DEEP_OFFICE = 'Ternate';
/** Their numbers, counted from the oldest. A page of fifty fits behind them. */
const DEEP_NUMBERS = [60, 61];

/** Days, months and years in which the first of them are made, one a minute. */
const FIRST_MADE_AT = '2020-01-01T00:00:00Z';

/** Authority's own number of the n-th application. */
export function externalIdOf(number: number): string {
  return `BENCH-${number}`;
}

/** Adds the applications from one number to another, both included, as the owner of the tables. */
export async function addApplications(databaseUrl: string, from: number, to: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`set lintas.tenant = '*'`);
    await client.query(MAKE_ID);
    await client.query(ADD_APPLICATIONS, [from, to, FIRST_MADE_AT, DEEP_OFFICE, DEEP_NUMBERS]);
    await client.query(ADD_EVENTS, [from, to, FIRST_MADE_AT]);
    // The server would work on figures of them while other things are measured.
    await client.query('delete from metrics_queue');
    // Later nothing is left to tidy up while the next measurement runs.
    await client.query('vacuum (analyze) applications, events');
  } finally {
    await client.end();
  }
}

/** UUID version 7 of the n-th application, made at that time (RFC 9562, section 5.7). */
const MAKE_ID = `
  create or replace function pg_temp.id_of(number bigint, made_at timestamptz) returns text
  language sql immutable as $$
    select substr(time, 1, 8) || '-' || substr(time, 9, 4) || '-7' || substr(chance, 1, 3)
      || '-8' || substr(chance, 4, 3) || '-' || substr(chance, 7, 12)
    from (select
      lpad(to_hex((extract(epoch from made_at) * 1000)::bigint), 12, '0') as time,
      md5(number::text) as chance) as parts
  $$`;

const NUMBERED = `
  from generate_series($1::bigint, $2::bigint) as number
  cross join lateral (select $3::timestamptz + number * interval '1 minute' as made_at) as times
  join (
    select row_number() over (order by id) - 1 as model_number, a.*
    from applications a where external_id like 'DEMO-%'
  ) as model on model_number = number % (select count(*) from applications where external_id like 'DEMO-%')`;

const ADD_APPLICATIONS = `
  insert into applications (id, tenant_id, reference, pin_hash, external_id, kind, office, filed_at, facts, state,
    status, created_at, updated_at, source_synced_at)
  select pg_temp.id_of(number, made_at), tenant_id, 'BENCH-' || number, pin_hash, 'BENCH-' || number, kind,
    case when number = any ($5::bigint[]) then $4 else office end, made_at, facts, state,
    status, made_at, made_at, made_at
  ${NUMBERED}`;

const ADD_EVENTS = `
  insert into events (application_id, tenant_id, seq, event, created_at)
  select pg_temp.id_of(number, made_at), model.tenant_id, 1, event, made_at
  ${NUMBERED}
  join events on application_id = model.id and seq = 1`;
