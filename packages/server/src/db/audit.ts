// Who did what to a case: a log that shows when it was tampered with. The database chains the entries (see
// migrations/); here they are written, and a chain is checked with code of its own.

import type { Selectable } from 'kysely';
import type { Transaction } from './database.ts';
import type { AuditTable } from './tables.ts';

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

/** The last entry of a chain. Kept outside of the database, it proves that nothing before it was changed. */
export interface AuditHead {
  readonly position: number;
  readonly hash: Uint8Array;
}

/** How a chain was found: whole, or the position of the first entry that is changed or missing. */
export type AuditFinding =
  { readonly intact: true; readonly head: AuditHead } | { readonly intact: false; readonly position: number };

/** What an empty chain ends with, and the first entry builds on. */
const BEGINNING: AuditHead = { position: 0, hash: new Uint8Array(32) };

const PAGE_SIZE = 1000;

/**
 * Checks a tenant's chain from its beginning. With a head that was exported earlier it also finds an end that
 * was cut off, and a chain that was rewritten as a whole.
 */
export async function verifyAudit(
  transaction: Transaction,
  tenantId: string,
  exported: AuditHead = BEGINNING,
): Promise<AuditFinding> {
  let head = BEGINNING;
  for (;;) {
    const entries = await readEntries(transaction, tenantId, head.position);
    for (const entry of entries) {
      const position = head.position + 1;
      const hash = await hashEntry(entry, head.hash);
      const isNext = entry.position === position && equal(entry.previous_hash, head.hash);
      if (!isNext || !equal(entry.hash, hash)) return { intact: false, position };
      head = { position, hash };
      if (position === exported.position && !equal(hash, exported.hash)) return { intact: false, position };
    }
    if (entries.length < PAGE_SIZE) break;
  }
  return head.position < exported.position
    ? { intact: false, position: head.position + 1 }
    : { intact: true, head };
}

async function readEntries(transaction: Transaction, tenantId: string, after: number) {
  return transaction
    .selectFrom('audit')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(PAGE_SIZE)
    .execute();
}

/** SHA-256 of the previous hash and the entry as a JSON array, spaced as PostgreSQL writes `jsonb`. */
async function hashEntry(entry: Selectable<AuditTable>, previous: Uint8Array): Promise<Uint8Array> {
  const { tenant_id, position, at, actor, action, application_id, document_id } = entry;
  const values = [tenant_id, position, at.toISOString(), actor, action, application_id];
  if (document_id !== null) values.push(document_id);
  const text = `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  const bytes = new Uint8Array([...previous, ...new TextEncoder().encode(text)]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
