// Cases in the database, read and written within one tenant's walls.

import type { ApplicationKind, CaseEvent, CaseState } from '@lintas/contract';
import { sql, type Selectable } from 'kysely';
import type { Transaction } from '../db/database.ts';
import type { ApplicationsTable } from '../db/tables.ts';

/** An application with the state of its case. */
export type ApplicationRow = Omit<Selectable<ApplicationsTable>, 'pin_hash' | 'retention_until'>;

const COLUMNS = [
  'id',
  'tenant_id',
  'reference',
  'external_id',
  'kind',
  'office',
  'filed_at',
  'facts',
  'state',
  'status',
  'created_at',
  'updated_at',
  'source_synced_at',
] as const satisfies readonly (keyof ApplicationRow)[];

export async function findApplication(
  transaction: Transaction,
  id: string,
): Promise<ApplicationRow | undefined> {
  return transaction.selectFrom('applications').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** Finds and locks: of two writers, the second waits and then sees what the first wrote. */
export async function lockApplication(
  transaction: Transaction,
  id: string,
): Promise<ApplicationRow | undefined> {
  return transaction
    .selectFrom('applications')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findByExternalId(
  transaction: Transaction,
  externalId: string,
): Promise<ApplicationRow | undefined> {
  return transaction
    .selectFrom('applications')
    .select(COLUMNS)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
}

/** What a list of applications may be narrowed to. */
export interface ApplicationFilter {
  readonly status?: CaseState['status'] | undefined;
  readonly kind?: ApplicationKind | undefined;
  readonly office?: string | undefined;
  readonly externalId?: string | undefined;
}

/** Up to `limit` applications that are older than the one with the id `before`, newest first. */
export async function listApplications(
  transaction: Transaction,
  { status, kind, office, externalId }: ApplicationFilter,
  { before, limit }: { readonly before: string | undefined; readonly limit: number },
): Promise<ApplicationRow[]> {
  return transaction
    .selectFrom('applications')
    .select(COLUMNS)
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? null))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? null))
    .$if(office !== undefined, (query) => query.where('office', '=', office ?? null))
    .$if(externalId !== undefined, (query) => query.where('external_id', '=', externalId ?? null))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? null))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Up to `limit` events of a case after a `seq`, oldest first. */
export async function listEvents(
  transaction: Transaction,
  applicationId: string,
  {
    after,
    limit,
    reader,
  }: { readonly after: number; readonly limit: number; readonly reader: 'person' | 'system' },
): Promise<CaseEvent[]> {
  const rows = await transaction
    .selectFrom('events')
    .select('event')
    .where('application_id', '=', applicationId)
    .where('seq', '>', after)
    .$if(reader === 'person', (query) => query.where(sql<boolean>`event ->> 'visibility' = 'applicant'`))
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(({ event }) => event);
}

/** The event with which each of these cases was registered, by the id of the case. */
export async function listFirstEvents(
  transaction: Transaction,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, CaseEvent>> {
  const rows = await transaction
    .selectFrom('events')
    .select(['application_id', 'event'])
    .where('application_id', 'in', [...applicationIds])
    .where('seq', '=', 1)
    .execute();
  return new Map(rows.map(({ application_id, event }) => [application_id, event]));
}

export async function findEvent(
  transaction: Transaction,
  applicationId: string,
  eventId: string,
): Promise<CaseEvent | undefined> {
  const row = await transaction
    .selectFrom('events')
    .select('event')
    .where('application_id', '=', applicationId)
    .where(sql<boolean>`event ->> 'id' = ${eventId}`)
    .executeTakeFirst();
  return row?.event;
}

/** Writes an event and the case after it, and has everybody who watches the case woken up. */
export async function writeEvent(
  transaction: Transaction,
  { id, tenant_id }: Pick<ApplicationRow, 'id' | 'tenant_id'>,
  event: CaseEvent,
  state: CaseState,
  now: Date,
): Promise<void> {
  await transaction
    .insertInto('events')
    .values({ application_id: id, tenant_id, seq: event.seq, event: JSON.stringify(event), created_at: now })
    .execute();
  await transaction
    .updateTable('applications')
    .set({ state: JSON.stringify(state), status: state.status, updated_at: now, source_synced_at: now })
    .where('id', '=', id)
    .execute();
  await transaction.insertInto('outbox').values({ topic: id, created_at: now }).execute();
}
