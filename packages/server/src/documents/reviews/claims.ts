// Who works on a document. A claim ends by itself, so that nobody who went home holds a paper back.

import { unusableBecause, type DocumentState } from '@lintas/contract';
import type { Transaction } from '../../db/database.ts';
import { Refusal } from '../../http/problems.ts';
import { listVerifications, lockDocument, type DocumentRow } from '../store.ts';
import { requireGround, type Ground } from './grounds.ts';

const CLAIM_MS = 30 * 60_000;

/** A document that a human may look at, locked. */
export interface Reviewed {
  readonly row: DocumentRow;
  /** The consent under which they may, where it is one. */
  readonly consentId: string | null;
}

/** Finds and locks a document that a human may look at. */
export async function lockReviewed(
  transaction: Transaction,
  reviewer: string,
  ground: Ground,
  now: Date,
): Promise<Reviewed> {
  const row = await lockDocument(transaction, ground.documentId);
  if (!row || !isReviewable(row)) throw new Refusal('not-found');
  if (await isWithheld(transaction, row, reviewer)) throw new Refusal('not-found');
  return { row, consentId: await requireGround(transaction, reviewer, ground, now) };
}

/** As {@link lockReviewed}, and the reviewer has claimed it. */
export async function lockClaimed(
  transaction: Transaction,
  reviewer: string,
  ground: Ground,
  now: Date,
): Promise<Reviewed> {
  const reviewed = await lockReviewed(transaction, reviewer, ground, now);
  const { row } = reviewed;
  if (row.claimed_by !== reviewer || !isClaimed(row, now)) throw new Refusal('review-not-claimed');
  return reviewed;
}

/** Takes it, or takes it for longer. */
export async function claim(
  transaction: Transaction,
  row: DocumentRow,
  reviewer: string,
  now: Date,
): Promise<void> {
  if (isClaimed(row, now) && row.claimed_by !== reviewer) throw new Refusal('review-claimed');
  await setClaim(transaction, row.id, reviewer, new Date(now.getTime() + CLAIM_MS));
}

export async function release(transaction: Transaction, { id }: DocumentRow): Promise<void> {
  await setClaim(transaction, id, null, null);
}

async function setClaim(
  transaction: Transaction,
  id: string,
  by: string | null,
  until: Date | null,
): Promise<void> {
  await transaction
    .updateTable('documents')
    .set({ claimed_by: by, claimed_until: until })
    .where('id', '=', id)
    .execute();
}

function isClaimed({ claimed_until }: DocumentRow, now: Date): boolean {
  return claimed_until !== null && claimed_until > now;
}

/** Not while it is on its way or being checked, and not without the file, which may have come damaged. */
function isReviewable({ state, original }: DocumentRow): boolean {
  const states: readonly DocumentState[] = ['received', 'needs_better_copy', 'accepted', 'rejected'];
  return states.includes(state) && original !== null;
}

/**
 * What a check found to do harm is for nobody. What it found to be of no other use is for the authority alone, which may
 * see more in it: there is no clean copy of it for others.
 */
async function isWithheld(
  transaction: Transaction,
  { id, tenant_id }: DocumentRow,
  reviewer: string,
): Promise<boolean> {
  const failed = (await listVerifications(transaction, [id])).filter(
    (verification) => verification.by === 'system' && unusableBecause([verification]) !== undefined,
  );
  const mayHarm = failed.some(({ method }) => method === 'safety' || method === 'malware');
  return mayHarm || (failed.length > 0 && reviewer !== tenant_id);
}
