// What a reviewer sees of a document. Nothing in it says whose it is: no name, no reference, no name of the file.

import type { Review } from '@lintas/contract';
import type { Transaction } from '../../db/database.ts';
import type { Frozen } from '../../http/call.ts';
import { listVerifications, type DocumentRow } from '../store.ts';
import { verificationView } from '../views.ts';
import type { Ground } from './grounds.ts';

/** Within the tenant of the case. Documents that are gone since the queue was read are left out. */
export async function reviewViews(
  transaction: Transaction,
  grounds: readonly Ground[],
  reviewer: string,
  now: Date,
): Promise<Frozen<Review>[]> {
  const ids = grounds.map(({ documentId }) => documentId);
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom('documents')
    .innerJoin('applications', (join) =>
      join
        .onRef('applications.tenant_id', '=', 'documents.tenant_id')
        .onRef('applications.id', '=', 'documents.application_id'),
    )
    .selectAll('documents')
    .select('applications.kind as application_kind')
    .where('documents.id', 'in', ids)
    .execute();
  const verifications = await listVerifications(transaction, ids);
  return grounds.flatMap(({ documentId, ground, until }) => {
    const row = rows.find(({ id }) => id === documentId);
    if (!row) return [];
    return [
      {
        id: row.id,
        applicationKind: row.application_kind,
        kind: row.kind,
        side: row.side,
        mediaType: row.copy_media_type ?? row.media_type,
        bytes: row.bytes,
        pages: row.pages ?? undefined,
        state: row.state,
        reason: row.reason ?? undefined,
        receivedAt: (row.received_at ?? row.created_at).toISOString(),
        ground,
        until: until?.toISOString(),
        ...claimOf(row, reviewer, now),
        verifications: verifications
          .filter(({ document_id }) => document_id === row.id)
          .map(verificationView),
      },
    ];
  });
}

function claimOf(
  { claimed_by, claimed_until }: DocumentRow,
  reviewer: string,
  now: Date,
): Pick<Review, 'claimedBy' | 'claimedUntil'> {
  if (!claimed_until || claimed_until <= now) return {};
  return { claimedBy: claimed_by === reviewer ? 'me' : 'other', claimedUntil: claimed_until.toISOString() };
}
