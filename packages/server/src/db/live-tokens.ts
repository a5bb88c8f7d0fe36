// Whether those who hold a long answer open may still have it.

import { sql } from 'kysely';
import type { Transaction } from './database.ts';

/** Which of many tokens, of sessions or of keys, are alive, in one query at the gate. By their hashes. */
export async function findLiveTokens(
  transaction: Transaction,
  tokenHashes: readonly Uint8Array[],
  now: Date,
): Promise<Uint8Array[]> {
  const { rows } = await sql<{ tokenHash: Uint8Array }>`
    select token.hash as "tokenHash" from unnest(${tokenHashes}::bytea[]) as token (hash)
    where exists (select from find_session(token.hash, ${now})) or exists (select from find_key(token.hash, ${now}))
  `.execute(transaction);
  return rows.map(({ tokenHash }) => tokenHash);
}
