// Cases that are erased go on counting: what is published does not change when one goes, and an authority cannot make
// its backlog smaller by erasing it. What is kept of them are sums, in which no case is told from another.

import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';
import { bringUpToDate } from './follow.ts';
import { openSheet, talliesOf, type Tally } from './measure.ts';
import { addTo, readContributions, readSums } from './rollups.ts';

/** In the transaction in which the case goes, which may change the rollups (see lock.ts). */
export async function keepContribution(
  transaction: Transaction,
  tenantId: string,
  applicationId: string,
): Promise<void> {
  // It may never have been looked at since its last event.
  await bringUpToDate(transaction, tenantId, [applicationId]);
  const sheet = openSheet();
  for (const measured of (await readContributions(transaction, tenantId, [applicationId])).values()) {
    sheet.add(talliesOf(measured));
  }
  await addTo(transaction, 'metrics_erased', tenantId, sheet.sums());
  await sql`
    delete from metrics_queue where tenant_id = ${tenantId} and application_id = ${applicationId}
  `.execute(transaction);
}

/** What all erased cases of a tenant add up to. */
export function readErased(transaction: Transaction, tenantId: string): Promise<Tally[]> {
  return readSums(transaction, 'metrics_erased', tenantId);
}
