// Fetches the code of an opened case when it is first needed; see visit.ts for why it comes by itself.

import { NetworkError } from '@lintas/sdk';
import type * as visitModule from './visit.ts';

/** The code of an opened case. */
export type Visit = typeof visitModule;

let visit: Promise<Visit> | undefined;

/** @throws NetworkError when the code cannot be fetched; a later call tries again */
export async function loadVisit(): Promise<Visit> {
  visit ??= import('./visit.ts');
  try {
    return await visit;
  } catch {
    visit = undefined;
    throw new NetworkError();
  }
}
