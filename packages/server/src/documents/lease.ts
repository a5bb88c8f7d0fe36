// Documents of which all bytes are here, given to one process at a time. Whoever is killed loses its lease, and another
// one goes on.

import { sql } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import type { DocumentRow } from './store.ts';

/** A lease is renewed while the work goes on, and over so soon after a process was killed. */
const LEASE_MS = 20_000;
/** What could not be done now is tried again after so long. */
const RETRY_MS = 15_000;

type Tools = Pick<Dependencies, 'database' | 'clock'>;

/**
 * The document that has waited longest, of the case whose turn it is: one that has no other document being worked on,
 * first those that had no turn, then those that had theirs longest ago.
 *
 * @param served cases that had their turn, the longest ago first
 */
export async function leaseDocument(
  { database, clock }: Tools,
  served: readonly string[],
): Promise<DocumentRow | undefined> {
  const now = new Date(clock());
  return database.asOwner((transaction) =>
    transaction
      .updateTable('documents')
      .set({ work_until: new Date(now.getTime() + LEASE_MS) })
      .where('state', '=', 'scanning')
      .where(
        sql<boolean>`(tenant_id, id) = (
          select tenant_id, id from documents
          where state = 'scanning' and (work_until is null or work_until <= ${now})
            and (tenant_id, application_id) not in (
              select tenant_id, application_id from documents where state = 'scanning' and work_until > ${now}
            )
          order by array_position(${[...served]}::text[], application_id) nulls first, work_until nulls first, id
          limit 1 for update skip locked
        )`,
      )
      .returningAll()
      .executeTakeFirst(),
  );
}

/** Keeps a document while `work` goes on. */
export async function whileLeased<Result>(
  row: DocumentRow,
  work: () => Promise<Result>,
  tools: Tools,
): Promise<Result> {
  const renew = (): void => void extend(row, LEASE_MS, tools).catch(() => {});
  const timer = setInterval(renew, LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Leaves a document for later. */
export async function postpone(row: DocumentRow, tools: Tools): Promise<void> {
  await extend(row, RETRY_MS, tools);
}

async function extend(
  { id, tenant_id }: DocumentRow,
  milliseconds: number,
  { database, clock }: Tools,
): Promise<void> {
  await database.inTenant(tenant_id, (transaction) =>
    transaction
      .updateTable('documents')
      .set({ work_until: new Date(clock() + milliseconds) })
      .where('id', '=', id)
      .where('state', '=', 'scanning')
      .execute(),
  );
}
