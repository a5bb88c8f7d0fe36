// Fetches the code for sending when a person turns to it.

import { onDemand } from '../core/on-demand.ts';
import type * as sendingModule from './sending.ts';

/** The code for sending. */
export type Sending = typeof sendingModule;

/** Rejects when the code cannot be fetched; a later call tries again. */
export const loadSending: () => Promise<Sending> = onDemand<Sending>(() => import('./sending.ts'));
