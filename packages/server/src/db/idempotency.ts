// Runs an effect at most once for an idempotency key, however often the request arrives.

import { sql } from 'kysely';
import type { Transaction } from './database.ts';
import { sameBytes } from './same-bytes.ts';
import { sealAnswer, unsealAnswer } from './sealed-answer.ts';

/** How long the first answer is given again. */
export const REPLAY_MS = 24 * 60 * 60_000;

/** One request, as told apart from others by what the caller sent. */
export interface IdempotentRequest {
  readonly tenantId: string;
  /** The `Idempotency-Key` as it was sent. Only its hash is stored. */
  readonly key: string;
  /** SHA-256 of everything that makes this request differ from another: who, what, and the body. */
  readonly requestHash: Uint8Array;
  readonly now: Date;
}

/** An answer of success. */
export interface Answer {
  /** HTTP status, 200 to 299. */
  readonly status: number;
  readonly body: string;
}

/** An answer of which the effect is new. */
export interface FirstAnswer extends Answer {
  /** Id of what it is about, with which it goes when that is erased. */
  readonly about?: string | undefined;
}

/**
 * `first`: the effect ran now. `replayed`: it ran before, and this is what it answered then.
 * `reused`: the key belongs to another request. `in-progress`: the first request with it is still running.
 */
export type Once =
  | { readonly outcome: 'first' | 'replayed'; readonly answer: Answer }
  | { readonly outcome: 'reused' | 'in-progress' };

/**
 * Runs `effect` unless it has run for this key within the last {@link REPLAY_MS}. Never waits for another
 * request. The transaction is within the tenant and holds both the effect and its stored answer, so there is
 * either both or none; when `effect` rejects, there is none and the key may be used again.
 */
export async function onceByKey(
  transaction: Transaction,
  request: IdempotentRequest,
  effect: () => Promise<FirstAnswer>,
): Promise<Once> {
  const { tenantId, key, requestHash, now } = request;
  const keyHash = await hashKey(tenantId, key);
  if (!(await tryLock(transaction, keyHash))) return { outcome: 'in-progress' };
  const earlier = await transaction
    .selectFrom('idempotency')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  if (earlier && now.getTime() - earlier.created_at.getTime() < REPLAY_MS) {
    if (!sameBytes(earlier.request_hash, requestHash)) return { outcome: 'reused' };
    const body = await unsealAnswer(earlier.sealed_answer, request, earlier.status);
    return { outcome: 'replayed', answer: { status: earlier.status, body } };
  }
  if (earlier) await transaction.deleteFrom('idempotency').where('key_hash', '=', keyHash).execute();

  const { about, ...answer } = await effect();
  await transaction
    .insertInto('idempotency')
    .values({
      tenant_id: tenantId,
      key_hash: keyHash,
      request_hash: requestHash,
      status: answer.status,
      sealed_answer: await sealAnswer(answer.body, request, answer.status),
      about: about ?? null,
      created_at: now,
    })
    .execute();
  return { outcome: 'first', answer };
}

async function hashKey(tenantId: string, key: string): Promise<Uint8Array> {
  const text = new TextEncoder().encode(JSON.stringify([tenantId, key]));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', text));
}

/**
 * Holds the key until the transaction ends, or answers `false` at once. A statement of its own: only the next
 * one sees what the holder before committed.
 */
async function tryLock(transaction: Transaction, keyHash: Uint8Array): Promise<boolean> {
  const number = new DataView(keyHash.buffer, keyHash.byteOffset).getBigInt64(0);
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(${number.toString()}::bigint) as locked
  `.execute(transaction);
  return rows[0]?.locked === true;
}
