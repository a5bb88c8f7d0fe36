// How often people may answer an open questionnaire, or take answers back, from one place. Wide, because a shelter or an
// office has one address for many people; what goes beyond waits and is not shut out.

import type { Cryptography } from '../adapters.ts';
import type { Transaction } from '../db/database.ts';
import { addressRange } from '../limits/address-range.ts';
import type { Limit } from '../limits/limits.ts';
import { reserveTry } from '../limits/store.ts';

const PER_ADDRESS: Limit = { dimension: 'range', free: 60, firstDelay: 2, longestDelay: 60 };

interface Place {
  readonly address: string;
  readonly now: Date;
}

type Tools = Pick<Cryptography, 'keyedHash'>;

/** At the gate. @throws Refusal `too-many-requests` */
export async function reserveAnswer(
  transaction: Transaction,
  { surveyId, ...place }: Place & { readonly surveyId: string },
  tools: Tools,
): Promise<void> {
  await reserve(transaction, `answers ${surveyId}`, place, tools);
}

/** At the gate, of all questionnaires together: each erasure looks for a receipt. @throws Refusal `too-many-requests` */
export async function reserveErasure(transaction: Transaction, place: Place, tools: Tools): Promise<void> {
  await reserve(transaction, 'erasures', place, tools);
}

async function reserve(
  transaction: Transaction,
  what: string,
  { address, now }: Place,
  { keyedHash }: Tools,
): Promise<void> {
  const bucket = keyedHash(`${what} ${addressRange(address)}`);
  await reserveTry(transaction, [{ ...PER_ADDRESS, bucket }], now);
}
