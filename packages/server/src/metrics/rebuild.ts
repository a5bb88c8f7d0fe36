// Computes the rollups of a tenant anew, from the log and what erased cases had counted for, in place of those that are
// there.

import { sql } from 'kysely';
import type { Database, Transaction } from '../db/database.ts';
import { measureCases } from './cases.ts';
import { readErased } from './erased.ts';
import { lockRollups } from './lock.ts';
import { openSheet, talliesOf } from './measure.ts';
import { addToRollups, writeContributions } from './rollups.ts';

const CASES_AT_ONCE = 2_000;

/**
 * One transaction: readers see the old figures or the new ones. Events that arrive meanwhile are followed after it.
 * Resolves to the number of cases in the log.
 */
export async function rebuildRollups(database: Database, tenantId: string): Promise<number> {
  return database.asOwner(async (transaction) => {
    await lockRollups(transaction);
    // Marks stay: a case that changes while this runs is looked at once more.
    for (const table of ['metrics_cases', 'metrics_rollups']) {
      await sql`delete from ${sql.table(table)} where tenant_id = ${tenantId}`.execute(transaction);
    }
    const sheet = openSheet();
    sheet.add(await readErased(transaction, tenantId));
    let cases = 0;
    for (let after = ''; ;) {
      const ids = await nextCases(transaction, tenantId, after);
      const measured = await measureCases(transaction, tenantId, ids);
      await writeContributions(transaction, tenantId, measured);
      for (const each of measured.values()) sheet.add(talliesOf(each));
      cases += ids.length;
      if (ids.length < CASES_AT_ONCE) break;
      after = ids.at(-1) ?? '';
    }
    await addToRollups(transaction, tenantId, sheet.sums());
    return cases;
  });
}

async function nextCases(transaction: Transaction, tenantId: string, after: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from applications where tenant_id = ${tenantId} and id > ${after} order by id limit ${CASES_AT_ONCE}
  `.execute(transaction);
  return rows.map(({ id }) => id);
}
