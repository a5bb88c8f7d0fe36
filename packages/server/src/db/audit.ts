// Who did what to a case: a log that shows when it was tampered with. The database chains the entries (see
// migrations/); here they are written.

import type { Transaction } from './database.ts';

export interface AuditEntry {
  readonly tenantId: string;
  readonly at: Date;
  /** `key:<id>`, `session` or `system`. */
  readonly actor: string;
  /** What was done, for example `session.open`. */
  readonly action: string;
  readonly applicationId?: string | undefined;
  readonly documentId?: string | undefined;
}

/**
 * Adds an entry in the transaction of what it tells of. Other writers of the tenant wait from here to the
 * commit, so call it last.
 */
export async function recordAudit(transaction: Transaction, entry: AuditEntry): Promise<void> {
  const { tenantId, applicationId, documentId, ...rest } = entry;
  await transaction
    .insertInto('audit')
    .values({
      tenant_id: tenantId,
      application_id: applicationId ?? null,
      document_id: documentId ?? null,
      ...rest,
    })
    .execute();
}
