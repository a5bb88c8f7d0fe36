// Fetches the code of an opened case when it is first needed; see visit.ts for why it comes by itself.

import { NetworkError } from '@lintas/sdk';
import { onDemand } from '../core/on-demand.ts';
import type * as visitModule from './visit.ts';

/** The code of an opened case. */
export type Visit = typeof visitModule;

const importVisit = onDemand<Visit>(() => import('./visit.ts'));

/** @throws NetworkError when the code cannot be fetched; a later call tries again */
export async function loadVisit(): Promise<Visit> {
  try {
    return await importVisit();
  } catch {
    throw new NetworkError();
  }
}
