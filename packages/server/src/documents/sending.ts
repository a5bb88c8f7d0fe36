// How many requests may bring bytes to one case at the same time.

import { limitAtOnce } from '../limits/at-once.ts';

/** A page sends two files at a time; what a bad network cut off unnoticed counts for a while, too. */
export const MAX_SENDING_PER_CASE = 16;

const RETRY_S = 5;

const sending = limitAtOnce(MAX_SENDING_PER_CASE, RETRY_S);

/** Does the work, and counts it for the case meanwhile. @throws Refusal `too-many-requests` */
export async function whileSending<Result>(
  applicationId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const leave = sending.enter(applicationId);
  try {
    return await work();
  } finally {
    leave();
  }
}
