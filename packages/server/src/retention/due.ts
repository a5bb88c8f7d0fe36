// Which cases have to be erased: those of which the last day is over, where their authority is.

import { dateOf, INDONESIAN_CALENDAR, officeDayOf, type PlainDate } from '@lintas/contract';
import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';

/** The first last day that is not over yet. */
export function todayAtOffice(now: number): PlainDate {
  return dateOf(officeDayOf(now, INDONESIAN_CALENDAR));
}

export interface CaseId {
  readonly tenantId: string;
  readonly id: string;
}

/** Up to `limit` cases in the order of their ids, from after one on. As the owner. */
export async function listDue(
  transaction: Transaction,
  today: PlainDate,
  { after, limit }: { readonly after: CaseId | undefined; readonly limit: number },
): Promise<CaseId[]> {
  const { rows } = await sql<CaseId>`
    select tenant_id as "tenantId", id from applications
    where retention_until < ${today} and (tenant_id, id) > (${after?.tenantId ?? ''}, ${after?.id ?? ''})
    order by tenant_id, id limit ${limit}
  `.execute(transaction);
  return rows;
}

/** How many cases of a tenant have a last day. */
export interface DueCount {
  readonly tenantId: string;
  readonly until: PlainDate;
  readonly cases: number;
}

/** How many there are, by tenant and last day. As the owner. */
export async function countDue(transaction: Transaction, today: PlainDate): Promise<DueCount[]> {
  const { rows } = await sql<DueCount>`
    select tenant_id as "tenantId", retention_until as until, count(*) as cases from applications
    where retention_until < ${today} group by tenant_id, retention_until order by 1, 2
  `.execute(transaction);
  return rows;
}
