// Fetches the code of an opened case when it is first needed; see opened.ts for why it comes by itself.

import { onDemand } from '../core/on-demand.ts';
import type * as openedModule from './opened.ts';

/** The code of an opened case. */
export type Opened = typeof openedModule;

/** Rejects when the code cannot be fetched; a later call tries again. */
export const loadOpened: () => Promise<Opened> = onDemand<Opened>(() => import('./opened.ts'));
