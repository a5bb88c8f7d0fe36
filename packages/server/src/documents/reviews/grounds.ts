// Why somebody may review a document. Asked before their tenant is left, and again where the document is: a consent may
// have been withdrawn in between.

import { sql } from 'kysely';
import type { Transaction } from '../../db/database.ts';
import { Refusal } from '../../http/problems.ts';

export interface Ground {
  /** The authority that has the case. */
  readonly tenantId: string;
  readonly documentId: string;
  /** `own`, `consent` or `assignment`. */
  readonly ground: string;
  readonly until: Date | null;
}

/** The reviewer's queue from after a document on, oldest first. At the gate. */
export async function listGrounds(
  transaction: Transaction,
  reviewer: string,
  now: Date,
  page: { readonly show: string | undefined; readonly after: string | undefined; readonly limit: number },
): Promise<Ground[]> {
  const { show, after, limit } = page;
  const { rows } = await sql<Ground>`
    select tenant_id as "tenantId", document_id as "documentId", ground, until
    from list_reviews(${reviewer}, ${now}, ${show ?? null}, ${after ?? null}, ${limit})
  `.execute(transaction);
  return rows;
}

/**
 * At the gate.
 *
 * @throws Refusal `not-found` when there is no such document, or no ground to see it
 */
export async function findGround(
  transaction: Transaction,
  reviewer: string,
  documentId: string,
  now: Date,
): Promise<Ground> {
  const { rows } = await sql<Omit<Ground, 'documentId'>>`
    select tenant_id as "tenantId", ground, until from find_review(${reviewer}, ${documentId}, ${now})
  `.execute(transaction);
  const [found] = rows;
  if (!found) throw new Refusal('not-found');
  return { ...found, documentId };
}

/**
 * Within the tenant of the case, in the transaction of what is done.
 *
 * @returns id of the consent that the ground is, or `null`; of several grounds, the one that lasts longest counts
 * @throws Refusal `not-found` when the ground is gone
 */
export async function requireGround(
  transaction: Transaction,
  reviewer: string,
  { tenantId, documentId }: Ground,
  now: Date,
): Promise<string | null> {
  if (reviewer === tenantId) return null;
  const { rows } = await sql<{ consentId: string | null }>`
    select g.consent_id as "consentId" from documents d cross join lateral (
      select c.id as consent_id, c.expires_at as until from consents c
        where c.application_id = d.application_id and c.partner_id = ${reviewer}
          and c.withdrawn_at is null and c.expires_at > ${now}
      union all
      select null, a.until from assignments a
        where a.document_id = d.id and a.partner_id = ${reviewer} and a.until > ${now}
    ) g where d.id = ${documentId} order by g.until desc, g.consent_id limit 1
  `.execute(transaction);
  const [found] = rows;
  if (!found) throw new Refusal('not-found');
  return found.consentId;
}
