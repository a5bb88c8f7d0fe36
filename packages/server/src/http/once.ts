// `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header): the same POST sent again has its effect
// once and is given its first answer.

import type { Endpoint } from '@lintas/contract';
import * as z from 'zod/mini';
import type { Transaction } from '../db/database.ts';
import { onceByKey } from '../db/idempotency.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Reply } from './call.ts';
import type { Caller } from './credentials.ts';
import type { Exchange } from './exchange.ts';
import { Refusal } from './problems.ts';

/** A request, with all that makes it differ from another. */
export interface Subject {
  readonly endpoint: Endpoint;
  readonly exchange: Exchange;
  readonly caller: Caller;
  /** The body as it came. */
  readonly text: string;
  readonly idempotencyKey: string | undefined;
  /** Id in its path. */
  readonly id: string | undefined;
}

/** The request's key; any visible ASCII of a sensible length. */
export function readIdempotencyKey({ headers }: Request): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null || /^[\x21-\x7e]{1,255}$/.test(key)) return key ?? undefined;
  throw new Refusal('invalid-request', {
    detail: 'An Idempotency-Key is 1 to 255 visible ASCII characters.',
  });
}

/** Runs `effect`, or answers what it answered before. */
export async function answerOnce(
  transaction: Transaction,
  tenantId: string,
  subject: Subject,
  effect: (transaction: Transaction) => Promise<Reply>,
  { clock, cryptography }: Pick<Dependencies, 'clock' | 'cryptography'>,
): Promise<Reply> {
  const { endpoint, exchange, idempotencyKey: key } = subject;
  if (key === undefined) return effect(transaction);
  const { request } = exchange;
  const caller = nameOf(subject.caller);
  const identity = [key, request.method, new URL(request.url).pathname, subject.text];
  // Keyed, and with the key that is not stored: a body may hold a PIN, which a plain hash would give away.
  const requestHash = cryptography.keyedHash(JSON.stringify(identity));
  const once = await onceByKey(
    transaction,
    { tenantId, caller, key, requestHash, now: new Date(clock()) },
    cryptography,
    async () => {
      const { body } = await effect(transaction);
      // Only what the caller gets is kept.
      const answered = endpoint.answer ? z.parse(endpoint.answer, body) : null;
      const about = subject.id ?? idOf(answered);
      return { status: endpoint.status, body: JSON.stringify(answered), about };
    },
  );
  if (!('answer' in once)) throw refuse(once.outcome);
  return { body: JSON.parse(once.answer.body) };
}

/** Id of what a call has made. */
function idOf(answered: unknown): string | undefined {
  const parsed = z.safeParse(z.object({ id: z.string() }), answered);
  return parsed.success ? parsed.data.id : undefined;
}

function refuse(outcome: 'reused' | 'in-progress'): Refusal {
  return outcome === 'reused'
    ? new Refusal('idempotency-key-reused')
    : new Refusal('idempotency-in-progress', { retryAfter: 1 });
}

/** A person is known by their case: whoever lost an answer may ask for it again in the next session. */
function nameOf(caller: Caller): string {
  if (caller.kind === 'anyone') return '';
  return caller.kind === 'person' ? caller.applicationId : caller.keyId;
}
