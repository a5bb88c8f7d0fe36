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
}

/** The live key with this hash; runs at the gate. */
export async function findKey(
  transaction: Transaction,
  hash: Uint8Array,
  now: Date,
): Promise<LiveKey | undefined> {
  const { rows } = await sql<LiveKey>`
    select id, tenant_id as "tenantId", kind, scopes, origins, demo, key_networks(id) as networks
    from find_key(${hash}, ${now})
  `.execute(transaction);
  return rows[0];
}
