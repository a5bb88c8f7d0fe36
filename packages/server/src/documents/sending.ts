// How many requests may bring bytes to one case at the same time: each holds a connection and memory for as long as its
// sender likes, so nobody may have any number of them.

import { Refusal } from '../http/problems.ts';

/** In one process. A page sends two files at a time; what a bad network cut off unnoticed counts for a while, too. */
export const MAX_SENDING_PER_CASE = 16;

const RETRY_S = 5;

const sending = new Map<string, number>();

/** Does the work, and counts it for the case meanwhile. @throws Refusal `too-many-requests` */
export async function whileSending<Result>(
  applicationId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const others = sending.get(applicationId) ?? 0;
  if (others >= MAX_SENDING_PER_CASE) throw new Refusal('too-many-requests', { retryAfter: RETRY_S });
  sending.set(applicationId, others + 1);
  try {
    return await work();
  } finally {
    const left = (sending.get(applicationId) ?? 1) - 1;
    if (left > 0) sending.set(applicationId, left);
    else sending.delete(applicationId);
  }
}
