// Takes a try against all limits and tells the caller how many are left.

import type { Dependencies } from '../dependencies.ts';
import type { AnswerHeaders } from '../http/headers.ts';
import { Refusal } from '../http/problems.ts';
import { bucketsOf, LIMITS, type Try } from './limits.ts';
import { reserveTry, type Reservation } from './store.ts';

/** @throws Refusal `too-many-requests` */
export async function reserveTryFor(
  attempt: Try,
  answerHeaders: AnswerHeaders,
  { database, cryptography, clock }: Dependencies,
): Promise<Reservation> {
  const buckets = bucketsOf(attempt, cryptography);
  const narrowest = Math.min(...LIMITS.map(({ free }) => free));
  answerHeaders['RateLimit-Limit'] = String(narrowest);
  try {
    const now = new Date(clock());
    const reservation = await database.atGate((transaction) => reserveTry(transaction, buckets, now));
    answerHeaders['RateLimit-Remaining'] = String(reservation.remaining);
    return reservation;
  } catch (error) {
    if (error instanceof Refusal) {
      answerHeaders['RateLimit-Remaining'] = '0';
      answerHeaders['RateLimit-Reset'] = String(error.problem.retryAfter);
    }
    throw error;
  }
}
