// Fetches the code of an opened case when it is first needed; see visit.ts for why it comes by itself.

import { NetworkError } from '@lintas/sdk';
import type * as visitModule from './visit.ts';

/** The code of an opened case. */
export type Visit = typeof visitModule;

let visit: Promise<Visit> | undefined;

/** @throws NetworkError when the code cannot be fetched; a later call tries again, where the browser does */
export async function loadVisit(): Promise<Visit> {
  // Firefox remembers a failed import until the page is loaded again, so none is tried that is bound to fail.
  if (!visit && !navigator.onLine) throw new NetworkError();
  visit ??= import('./visit.ts');
  try {
    return await visit;
  } catch {
    visit = undefined;
    throw new NetworkError();
  }
}
