// How often an open questionnaire may be answered from one place. Wide, because a shelter or an office has one address
// for many people; what goes beyond waits and is not shut out.

import type { Cryptography } from '../adapters.ts';
import type { Transaction } from '../db/database.ts';
import { addressRange } from '../limits/address-range.ts';
import type { Limit } from '../limits/limits.ts';
import { reserveTry } from '../limits/store.ts';

const PER_ADDRESS: Limit = { dimension: 'range', free: 60, firstDelay: 2, longestDelay: 60 };

/** At the gate. @throws Refusal `too-many-requests` */
export async function reserveAnswer(
  transaction: Transaction,
  { surveyId, address, now }: { readonly surveyId: string; readonly address: string; readonly now: Date },
  { keyedHash }: Pick<Cryptography, 'keyedHash'>,
): Promise<void> {
  const bucket = keyedHash(`answers ${surveyId} ${addressRange(address)}`);
  await reserveTry(transaction, [{ ...PER_ADDRESS, bucket }], now);
}
