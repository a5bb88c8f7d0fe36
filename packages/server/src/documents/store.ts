// Documents in the database, read and written within one tenant's walls.

import { sql, type Selectable } from 'kysely';
import type { Transaction } from '../db/database.ts';
import type { DocumentsTable, VerificationsTable } from '../db/document-tables.ts';

export type DocumentRow = Selectable<DocumentsTable>;
export type VerificationRow = Selectable<VerificationsTable>;

export async function findDocument(transaction: Transaction, id: string): Promise<DocumentRow | undefined> {
  return transaction.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Finds and locks: of two writers, the second waits and then sees what the first wrote. */
export async function lockDocument(transaction: Transaction, id: string): Promise<DocumentRow | undefined> {
  return transaction.selectFrom('documents').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

const ENDED = ['withdrawn', 'expired'] as const;

/** Whether a document was neither taken back nor given up. */
export function isLive({ state }: Pick<DocumentRow, 'state'>): boolean {
  return !ENDED.some((ended) => ended === state);
}

/** What a case holds, and how much else was announced lately. */
export interface Measure {
  /** Without what was taken back or given up. */
  readonly documents: number;
  readonly bytes: number;
  /** What was taken back or given up, of all that was announced since. */
  readonly ended: number;
}

export async function measureCase(
  transaction: Transaction,
  applicationId: string,
  since: Date,
): Promise<Measure> {
  const isEnded = sql<boolean>`state in (${sql.join(ENDED)})`;
  return transaction
    .selectFrom('documents')
    .select([
      sql<number>`count(*) filter (where not ${isEnded})`.as('documents'),
      // A sum of `bigint` is a `numeric`, which would arrive as text.
      sql<number>`coalesce(sum(bytes) filter (where not ${isEnded}), 0)::bigint`.as('bytes'),
      sql<number>`count(*) filter (where ${isEnded} and created_at > ${since})`.as('ended'),
    ])
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
}

/** The documents of a case that were not taken back and did not expire, oldest first. */
export async function listLiveDocuments(
  transaction: Transaction,
  applicationId: string,
): Promise<DocumentRow[]> {
  return transaction
    .selectFrom('documents')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('state', 'not in', ENDED)
    .orderBy('id')
    .execute();
}

/** How long somebody is told that what they began to send was given up. */
const TOLD_MS = 30 * 24 * 60 * 60_000;

/**
 * The uploads of a case that were given up lately, oldest first. One for whose place something newer was announced
 * since tells nothing any more.
 */
export async function listGivenUp(
  transaction: Transaction,
  applicationId: string,
  now: Date,
): Promise<DocumentRow[]> {
  return transaction
    .selectFrom('documents')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('state', '=', 'expired')
    .where('updated_at', '>', new Date(now.getTime() - TOLD_MS))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('documents as newer')
            .select('newer.id')
            .where('newer.application_id', '=', applicationId)
            .whereRef('newer.id', '>', 'documents.id')
            .whereRef('newer.side', '=', 'documents.side')
            .whereRef('newer.requirement_id', 'is not distinct from', 'documents.requirement_id')
            .where(({ or, eb }) =>
              or([
                eb('newer.requirement_id', 'is not', null),
                eb('newer.kind', '=', eb.ref('documents.kind')),
              ]),
            ),
        ),
      ),
    )
    .orderBy('id')
    .execute();
}

/** The checks of some documents, oldest first. */
export async function listVerifications(
  transaction: Transaction,
  documentIds: readonly string[],
): Promise<VerificationRow[]> {
  if (documentIds.length === 0) return [];
  return transaction
    .selectFrom('verifications')
    .selectAll()
    .where('document_id', 'in', documentIds)
    .orderBy('id')
    .execute();
}

/** The attestation of each of some documents, where there is one that was not taken back. */
export async function listAttestations(
  transaction: Transaction,
  documentIds: readonly string[],
): Promise<Map<string, string>> {
  if (documentIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('attestations')
    .select(['document_id', 'jws'])
    .where('document_id', 'in', documentIds)
    .$narrowType<{ document_id: string }>()
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ document_id, jws }) => [document_id, jws]));
}
