// Keys as requests meet them: found by their hash while they are alive. Nothing is remembered between
// requests, so a revocation counts from the next one on.

import type { Scope } from '@lintas/contract';
import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';

/** A key that is neither expired nor revoked. */
export interface LiveKey {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: 'publishable' | 'secret';
  readonly scopes: readonly Scope[];
  readonly origins: readonly string[];
  readonly demo: boolean;
  /** From which a secret key may be used; `null` for anywhere. */
  readonly networks: readonly string[] | null;
  /** To the hour. */
  readonly lastUsedAt: Date | null;
}

/** The live key with this hash; runs at the gate. */
export async function findKey(
  transaction: Transaction,
  hash: Uint8Array,
  now: Date,
): Promise<LiveKey | undefined> {
  const { rows } = await sql<LiveKey>`
    select id, tenant_id as "tenantId", kind, scopes, origins, demo, networks, last_used_at as "lastUsedAt"
    from find_key(${hash}, ${now})
  `.execute(transaction);
  return rows[0];
}

/** Whoever wants to know which keys are used need not know it to the minute, and few calls have to write. */
const USE_IS_NOTED_MS = 60 * 60_000;

/** Whether it has to be written down that a key is used. */
export function isUseNews({ lastUsedAt }: Pick<LiveKey, 'lastUsedAt'>, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_IS_NOTED_MS;
}

/** Writes down that a key is used; runs at the gate. */
export async function noteUse(transaction: Transaction, id: string, now: Date): Promise<void> {
  await sql`select note_key_use(${id}, ${now})`.execute(transaction);
}
