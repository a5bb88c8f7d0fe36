// People's sessions in the database. Only the hash of a token is there. All of this runs at the gate, where
// nothing is visible but what the caller's token or reference names.

import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';

/** A session stays this long after it was opened or extended. */
export const IDLE_MS = 15 * 60_000;
/**
 * And ends this long after it was opened, extended or not. WCAG 2.2 (2.2.1) asks for at least ten extensions
 * before a limit that a person cannot lift.
 */
export const LONGEST_MS = 180 * 60_000;

export interface LiveSession {
  readonly tenantId: string;
  readonly applicationId: string;
  readonly keyId: string;
  readonly origins: readonly string[];
  readonly demo: boolean;
  readonly expiresAt: Date;
  readonly endsAt: Date;
}

/** When a session ends. */
export interface Times {
  readonly expiresAt: Date;
  readonly endsAt: Date;
}

/** The session of a token, unless it, its key or its case has ended. */
export async function findSession(
  transaction: Transaction,
  tokenHash: Uint8Array,
  now: Date,
): Promise<LiveSession | undefined> {
  const { rows } = await sql<LiveSession>`
    select tenant_id as "tenantId", application_id as "applicationId", key_id as "keyId", origins, demo,
      expires_at as "expiresAt", ends_at as "endsAt"
    from find_session(${tokenHash}, ${now})
  `.execute(transaction);
  return rows[0];
}

/** Opens a session; may also run within the tenant of the case. */
export async function createSession(
  transaction: Transaction,
  session: { tokenHash: Uint8Array; tenantId: string; applicationId: string; keyId: string },
  now: Date,
): Promise<Times> {
  const expiresAt = new Date(now.getTime() + IDLE_MS);
  const endsAt = new Date(now.getTime() + LONGEST_MS);
  const { tokenHash, tenantId, applicationId, keyId } = session;
  await sql`
    select create_session(${tokenHash}, ${tenantId}, ${applicationId}, ${keyId}, ${expiresAt}, ${endsAt}, ${now})
  `.execute(transaction);
  return { expiresAt, endsAt };
}

/** Gives a live session another fifteen minutes, but not beyond its end; may also run within a tenant. */
export async function extendSession(
  transaction: Transaction,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Times | undefined> {
  const { rows } = await sql<Times>`
    select expires_at as "expiresAt", ends_at as "endsAt"
    from extend_session(${tokenHash}, ${now}, ${new Date(now.getTime() + IDLE_MS)})
  `.execute(transaction);
  return rows[0];
}

export async function closeSession(transaction: Transaction, tokenHash: Uint8Array): Promise<void> {
  await sql`select close_session(${tokenHash})`.execute(transaction);
}
