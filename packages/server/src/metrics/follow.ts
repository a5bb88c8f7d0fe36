// Follows the log: takes marked cases out of the queue and brings the rollups up to date with them, each batch in one
// transaction. A process that ends in the middle has done nothing, and another goes on.

import { sql } from 'kysely';
import type { Database, Transaction } from '../db/database.ts';
import { measureCases } from './cases.ts';
import { tryToLockRollups } from './lock.ts';
import { openSheet, talliesOf } from './measure.ts';
import { addToRollups, readContributions, writeContributions } from './rollups.ts';

const CASES_AT_ONCE = 500;

/** Works until the queue is empty, or what is left is being worked on elsewhere. */
export async function followLog(database: Database, isWanted: () => boolean = () => true): Promise<void> {
  while (isWanted() && (await database.asOwner(followBatch)) > 0);
}

async function followBatch(transaction: Transaction): Promise<number> {
  if (!(await tryToLockRollups(transaction))) return 0;
  const marked = await takeMarked(transaction);
  const tenants = new Set(marked.map(({ tenant_id: tenantId }) => tenantId));
  for (const tenantId of tenants) {
    const own = marked.filter((each) => each.tenant_id === tenantId);
    await bringUpToDate(
      transaction,
      tenantId,
      own.map((each) => each.application_id),
    );
  }
  return marked.length;
}

interface Marked {
  readonly tenant_id: string;
  readonly application_id: string;
}

async function takeMarked(transaction: Transaction): Promise<readonly Marked[]> {
  const { rows } = await sql<Marked>`
    delete from metrics_queue q using (
      select tenant_id, application_id from metrics_queue
      order by tenant_id, application_id limit ${CASES_AT_ONCE} for update skip locked
    ) m where q.tenant_id = m.tenant_id and q.application_id = m.application_id
    returning q.tenant_id, q.application_id
  `.execute(transaction);
  return rows;
}

/** Adds to the rollups what the cases count for more or less than before. */
export async function bringUpToDate(
  transaction: Transaction,
  tenantId: string,
  ids: readonly string[],
): Promise<void> {
  const before = await readContributions(transaction, tenantId, ids);
  const now = await measureCases(transaction, tenantId, ids);
  const sheet = openSheet();
  for (const measured of before.values()) sheet.subtract(talliesOf(measured));
  for (const measured of now.values()) sheet.add(talliesOf(measured));
  await writeContributions(transaction, tenantId, now);
  await addToRollups(transaction, tenantId, sheet.sums());
}
