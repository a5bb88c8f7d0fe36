// What all cases add up to, in the database.

import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';
import type { MeasuredCase, Tally } from './measure.ts';

/** Tables of sums. */
type Sums = 'metrics_rollups' | 'metrics_erased';

/** Adds to the rollups of a tenant. `tallies` in a fixed order, so that two writers never wait for each other. */
export async function addToRollups(
  transaction: Transaction,
  tenantId: string,
  tallies: readonly Tally[],
): Promise<void> {
  await addTo(transaction, 'metrics_rollups', tenantId, tallies);
  await sql`delete from metrics_rollups where tenant_id = ${tenantId} and count = 0`.execute(transaction);
}

/** Adds to the sums of a tenant, each of which is in `tallies` once at most. */
export async function addTo(
  transaction: Transaction,
  table: Sums,
  tenantId: string,
  tallies: readonly Tally[],
): Promise<void> {
  for (let start = 0; start < tallies.length; start += ROWS_AT_ONCE) {
    const rows = JSON.stringify(tallies.slice(start, start + ROWS_AT_ONCE));
    await sql`
      insert into ${sql.table(table)} as r (tenant_id, measure, cut, period, bucket, count)
      select ${tenantId}, t.measure, t.cut, t.period, t.bucket, t.count
      from jsonb_to_recordset(${rows}::jsonb)
        as t (measure text, cut text, period text, bucket integer, count bigint)
      on conflict (tenant_id, measure, cut, period, bucket) do update set count = r.count + excluded.count
    `.execute(transaction);
  }
}

const ROWS_AT_ONCE = 5_000;

/** What the cases had contributed, by id. */
export async function readContributions(
  transaction: Transaction,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, MeasuredCase>> {
  const { rows } = await sql<{ application_id: string; measured: MeasuredCase }>`
    select application_id, measured from metrics_cases
    where tenant_id = ${tenantId} and application_id = any (${[...ids]}::text[])
  `.execute(transaction);
  return new Map(rows.map(({ application_id: id, measured }) => [id, measured]));
}

export async function writeContributions(
  transaction: Transaction,
  tenantId: string,
  cases: ReadonlyMap<string, MeasuredCase>,
): Promise<void> {
  const rows = JSON.stringify([...cases].map(([id, measured]) => ({ id, measured })));
  await sql`
    insert into metrics_cases (tenant_id, application_id, measured)
    select ${tenantId}, c.id, c.measured from jsonb_to_recordset(${rows}::jsonb) as c (id text, measured jsonb)
    on conflict (tenant_id, application_id) do update set measured = excluded.measured
  `.execute(transaction);
}

/** What a table of sums holds of a tenant. */
export async function readSums(transaction: Transaction, table: Sums, tenantId: string): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select measure, cut, period, bucket, count from ${sql.table(table)} where tenant_id = ${tenantId}
    order by measure, cut, period, bucket
  `.execute(transaction);
  return rows;
}
