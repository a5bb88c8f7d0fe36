// Writes what machines found about a document, and forgets which file it was when that is gone.

import type { Transaction } from '../../db/database.ts';
import type { Dependencies } from '../../dependencies.ts';
import { newId } from '../../identifiers.ts';
import type { DocumentRow } from '../store.ts';
import type { Finding } from './finding.ts';

/** @param sha256 of the file that was looked at */
export async function recordFindings(
  transaction: Transaction,
  { id, tenant_id, sha256 }: Pick<DocumentRow, 'id' | 'tenant_id' | 'sha256'>,
  findings: readonly Finding[],
  { clock, cryptography }: Pick<Dependencies, 'clock' | 'cryptography'>,
): Promise<void> {
  if (findings.length === 0) return;
  const at = new Date(clock());
  await transaction
    .insertInto('verifications')
    .values(
      findings.map(({ method, result, reason }) => ({
        id: newId(clock, cryptography),
        tenant_id,
        document_id: id,
        by: 'system' as const,
        verifier: null,
        method,
        result,
        reason: reason ?? null,
        at,
        evidence_hash: sha256,
      })),
    )
    .execute();
}

/** The hash of a file says whose it is. */
export async function forgetEvidence(transaction: Transaction, documentId: string): Promise<void> {
  await transaction
    .updateTable('verifications')
    .set({ evidence_hash: null })
    .where('document_id', '=', documentId)
    .execute();
}
