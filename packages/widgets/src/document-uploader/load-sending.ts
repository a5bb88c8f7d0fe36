// Fetches the code for sending when a person turns to it.

import { keepLoading, onDemand } from '../core/on-demand.ts';
import type * as sendingModule from './sending.ts';

/** The code for sending. */
export type Sending = typeof sendingModule;

const fetchSending = onDemand<Sending>(() => import('./sending.ts'));

/** Tries until the code is here: what was chosen waits for it. */
export const loadSending = (): Promise<Sending> => keepLoading(fetchSending);
