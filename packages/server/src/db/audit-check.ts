// Whether the log of who did what was tampered with: a chain is checked by code of its own, beside the database that
// writes it.

import type { Selectable } from 'kysely';
import type { Transaction } from './database.ts';
import { sameBytes } from './same-bytes.ts';
import type { AuditTable } from './tables.ts';

/** The last entry of a chain. Kept outside of the database, it proves that nothing before it was changed. */
export interface AuditHead {
  readonly position: number;
  readonly hash: Uint8Array;
}

/**
 * How a chain was found: whole, or the first position at which it is not as it was written. `rewritten` says that the
 * entry fits those before it and is not the one that an exported head tells of.
 */
export type AuditFinding =
  | { readonly intact: true; readonly head: AuditHead }
  | {
      readonly intact: false;
      readonly position: number;
      readonly how: 'changed' | 'missing' | 'rewritten';
    };

/** What an empty chain ends with, and the first entry builds on. */
const BEGINNING: AuditHead = { position: 0, hash: new Uint8Array(32) };

const PAGE_SIZE = 1000;

/**
 * Checks a tenant's chain from its beginning. With heads that were exported earlier it also finds an end that
 * was cut off, and a chain that was rewritten as a whole.
 */
export async function verifyAudit(
  transaction: Transaction,
  tenantId: string,
  exported: readonly AuditHead[] = [],
): Promise<AuditFinding> {
  const hashes = new Map<number, Uint8Array[]>();
  for (const { position, hash } of exported) hashes.set(position, [...(hashes.get(position) ?? []), hash]);
  let head = BEGINNING;
  for (;;) {
    const entries = await readEntries(transaction, tenantId, head.position);
    for (const entry of entries) {
      const position = head.position + 1;
      const hash = await hashEntry(entry, head.hash);
      if (entry.position !== position) return { intact: false, position, how: 'missing' };
      const fits = sameBytes(entry.previous_hash, head.hash) && sameBytes(entry.hash, hash);
      if (!fits) return { intact: false, position, how: 'changed' };
      const isAsExported = (hashes.get(position) ?? []).every((known) => sameBytes(known, hash));
      if (!isAsExported) return { intact: false, position, how: 'rewritten' };
      head = { position, hash };
    }
    if (entries.length < PAGE_SIZE) break;
  }
  const wasLonger = exported.some(({ position }) => position > head.position);
  return wasLonger ? { intact: false, position: head.position + 1, how: 'missing' } : { intact: true, head };
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
