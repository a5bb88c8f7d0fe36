// The papers of the demonstration's past cases, without their files: when each was here, and what the first person who
// looked at it said, so that there are figures of documents to publish.

import type { CaseEvent } from '@lintas/contract';
import type { Cryptography } from '../adapters.ts';
import type { Transaction } from '../db/database.ts';
import { newId } from '../identifiers.ts';
import { AUTHORITY, NGO } from './demo-tenants.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface CaseOfPapers {
  readonly id: string;
  readonly number: number;
  readonly events: readonly CaseEvent[];
}

/** One paper for each case that was looked at, by the NGO or by the authority itself. */
export async function writeHistoryDocuments(
  transaction: Transaction,
  cases: readonly CaseOfPapers[],
  cryptography: Pick<Cryptography, 'randomBytes' | 'sha256'>,
): Promise<void> {
  const papers = cases.flatMap(({ id, number, events }) => {
    const taken = events.find(({ code }) => code === 'review_started');
    return taken ? [paperOf(id, number, new Date(taken.at), cryptography)] : [];
  });
  if (papers.length === 0) return;
  await transaction
    .insertInto('documents')
    .values(papers.map(({ document }) => document))
    .execute();
  await transaction
    .insertInto('verifications')
    .values(papers.map(({ verification }) => verification))
    .execute();
}

function paperOf(
  applicationId: string,
  number: number,
  reviewedAt: Date,
  cryptography: Pick<Cryptography, 'randomBytes' | 'sha256'>,
) {
  const [who = 0, how = 0, long = 0] = cryptography.sha256(`lintas demonstration paper ${number}`);
  const isOfNgo = who % 5 < 2;
  const receivedAt = new Date(reviewedAt.getTime() - waitOf(isOfNgo, long) * DAY_MS);
  // Organisations help people to get it right before they send it.
  const isRight = how % 100 < (isOfNgo ? 82 : 70);
  const documentId = newId(() => receivedAt.getTime(), cryptography);
  return {
    document: {
      id: documentId,
      tenant_id: AUTHORITY.id,
      application_id: applicationId,
      kind: 'passport',
      side: 'whole',
      media_type: 'image/jpeg',
      bytes: 0,
      received: 0,
      state: isRight ? 'accepted' : 'needs_better_copy',
      reason: isRight ? null : 'blurred',
      created_at: receivedAt,
      updated_at: reviewedAt,
      received_at: receivedAt,
    },
    verification: {
      id: newId(() => reviewedAt.getTime(), cryptography),
      tenant_id: AUTHORITY.id,
      document_id: documentId,
      by: isOfNgo ? 'partner' : 'authority',
      verifier: isOfNgo ? NGO.id : AUTHORITY.id,
      method: 'human_review',
      result: isRight ? 'pass' : 'fail',
      reason: isRight ? null : 'blurred',
      at: reviewedAt,
    },
  } as const;
}

/** Days until somebody looked: most soon, few late. */
function waitOf(isOfNgo: boolean, drawn: number): number {
  const late = drawn % 10 === 0 ? 9 : 0;
  return late + (isOfNgo ? drawn % 3 : 1 + (drawn % 5));
}
