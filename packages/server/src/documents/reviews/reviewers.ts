// Reviewers: the partners that can be asked to review documents.

import type { I18nText, Reviewer } from '@lintas/contract';
import { sql } from 'kysely';
import type { Transaction } from '../../db/database.ts';
import { refuseValues } from '../../http/problems.ts';

/** Those with the role `verifier`, which is called after what a review ends in. */
export async function listReviewers(transaction: Transaction): Promise<Reviewer[]> {
  const { rows } = await sql<{ id: string; name: I18nText }>`
    select id, name from list_verifiers()
  `.execute(transaction);
  return rows;
}

/** @throws Refusal when the partner that a body names is none of them */
export function requireReviewer(reviewers: readonly Reviewer[], partner: string): void {
  if (reviewers.some(({ id }) => id === partner)) return;
  const message = 'There is no partner with this id that reviews documents.';
  throw refuseValues({ pointer: '/partner', code: 'unknown_partner', message });
}
