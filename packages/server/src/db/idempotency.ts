// Runs an effect at most once for an idempotency key, however often the request arrives.

import { sql } from 'kysely';
import type { Cryptography } from '../adapters.ts';
import type { Transaction } from './database.ts';
import { sameBytes } from './same-bytes.ts';
import { answerSeal } from './sealed-answer.ts';

/** How long the first answer is given again. */
export const REPLAY_MS = 24 * 60 * 60_000;

/** One request, as told apart from others by what the caller sent. */
export interface IdempotentRequest {
  readonly tenantId: string;
  /** Who calls. The same key of somebody else is another key: nobody can use up a key for others. */
  readonly caller: string;
  /** The `Idempotency-Key` as it was sent. Only its hash is stored. */
  readonly key: string;
  /** Keyed hash of everything that makes this request differ from another of the caller: what, and the body. */
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
  { keyedHash }: Pick<Cryptography, 'keyedHash'>,
  effect: () => Promise<FirstAnswer>,
): Promise<Once> {
  const { tenantId, requestHash, now } = request;
  const keyHash = hashKey(request, keyedHash);
  const seal = answerSeal(request, keyedHash);
  if (!(await tryLock(transaction, keyHash))) return { outcome: 'in-progress' };
  const earlier = await transaction
    .selectFrom('idempotency')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  if (earlier && now.getTime() - earlier.created_at.getTime() < REPLAY_MS) {
    if (!sameBytes(earlier.request_hash, requestHash)) return { outcome: 'reused' };
    const body = await seal.unseal(earlier.sealed_answer, earlier.status);
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
      sealed_answer: await seal.seal(answer.body, answer.status),
      about: about ?? null,
      created_at: now,
    })
    .execute();
  return { outcome: 'first', answer };
}

/** With the installation's key: a system's own keys may be numbered, and a plain hash would tell which they were. */
function hashKey(
  { tenantId, caller, key }: IdempotentRequest,
  keyedHash: Cryptography['keyedHash'],
): Uint8Array {
  return keyedHash(`idempotency key ${JSON.stringify([tenantId, caller, key])}`);
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
