// Writes what was found about a document.

import type { Transaction } from '../../db/database.ts';
import type { Dependencies } from '../../dependencies.ts';
import { newId } from '../../identifiers.ts';
import type { DocumentRow } from '../store.ts';
import type { Finding } from './finding.ts';

export async function recordFindings(
  transaction: Transaction,
  { id, tenant_id }: Pick<DocumentRow, 'id' | 'tenant_id'>,
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
      })),
    )
    .execute();
}
