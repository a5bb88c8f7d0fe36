// Fetches the code of an opened case when it is first needed; see visit.ts for why it comes by itself.

import { onDemand } from '../core/on-demand.ts';
import type * as visitModule from './visit.ts';

/** The code of an opened case. */
export type Visit = typeof visitModule;

/** Rejects when the code cannot be fetched; a later call tries again. */
export const loadVisit: () => Promise<Visit> = onDemand<Visit>(() => import('./visit.ts'));
