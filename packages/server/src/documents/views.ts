// What of a document each reader gets to see.

import { isUnfinished, type Document, type Verification } from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import type { Frozen } from '../http/call.ts';
import { hex } from '../identifiers.ts';
import { listAttestations, listVerifications, type DocumentRow, type VerificationRow } from './store.ts';

/**
 * Documents with their checks and confirmations.
 *
 * @param origin that uploads are reached at, for example `https://api.example.org`
 */
export async function documentViews(
  transaction: Transaction,
  rows: readonly DocumentRow[],
  origin: string,
): Promise<Frozen<Document>[]> {
  const ids = rows.map(({ id }) => id);
  const verifications = await listVerifications(transaction, ids);
  const attestations = await listAttestations(transaction, ids);
  return rows.map((row) => ({
    ...documentView(row, origin),
    verifications: verifications
      .filter(({ document_id }) => document_id === row.id)
      .map((verification) => ({
        ...verificationView(verification),
        consentId: verification.consent_id ?? undefined,
      })),
    attestation: attestations.get(row.id),
  }));
}

/** A document without what others said of it. */
export function documentView(row: DocumentRow, origin: string): Frozen<Document> {
  const unfinished = isUnfinished(row.state);
  return {
    id: row.id,
    requirementId: row.requirement_id ?? undefined,
    kind: row.kind,
    side: row.side,
    fileName: row.file_name ?? undefined,
    mediaType: row.media_type,
    bytes: row.bytes,
    offset: row.received,
    sha256: row.sha256 ? hex(row.sha256) : undefined,
    fingerprint: row.fingerprint ? hex(row.fingerprint) : undefined,
    state: row.state,
    reason: row.reason ?? undefined,
    pages: row.pages ?? undefined,
    replaces: row.replaces ?? undefined,
    createdAt: row.created_at.toISOString(),
    receivedAt: row.received_at?.toISOString(),
    expiresAt: unfinished ? row.expires_at?.toISOString() : undefined,
    uploadUrl: unfinished ? uploadUrl(row.id, origin) : undefined,
    verifications: [],
  };
}

/** Where the bytes of a document go. Reached only with the session of its case. */
export function uploadUrl(id: string, origin: string): string {
  return `${origin}/v1/uploads/${id}`;
}

/** A check as reviewers read it, too. What the person consented to is not for them. */
export function verificationView(row: VerificationRow): Frozen<Omit<Verification, 'consentId'>> {
  const { id, by, method, result, reason, at, evidence_hash } = row;
  return {
    id,
    by,
    method,
    result,
    reason: reason ?? undefined,
    at: at.toISOString(),
    evidenceHash: evidence_hash ? hex(evidence_hash) : undefined,
  };
}
