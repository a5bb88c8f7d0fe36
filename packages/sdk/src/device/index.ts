// All that this SDK keeps on a person's device, whichever capability it was: for pages that are left in a hurry, and for
// those that come after. Knows nothing of what is kept, and is small enough to be on every page.

import { deleteDatabase, isThere, SURVEYS, UPLOADS } from './database.ts';
import { eraseStale as eraseStaleIn } from './entries.ts';

/**
 * Erases everything, the databases included: the device looks as if nothing had ever been kept. That has begun when this
 * returns. A page that ends waits for it as long as it can: in WebKit, what waits for something that is just being
 * written is not erased once the page has ended.
 */
export async function eraseAll(): Promise<void> {
  await Promise.all([UPLOADS, SURVEYS].map(deleteDatabase));
}

/** Erases what was kept for as long as the person was told. Where nothing was ever kept, nothing comes to be. */
export async function eraseStale(): Promise<void> {
  await Promise.all([UPLOADS, SURVEYS].map(eraseStaleIn));
}

/** Whether something of a questionnaire may be on the device. `false` also where the browser does not tell. */
export async function mayHoldAnswers(): Promise<boolean> {
  return (await isThere(SURVEYS)) ?? false;
}
