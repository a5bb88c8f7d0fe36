// Fetches the code that asks the questions when it is first needed.

import { onDemand } from '../core/on-demand.ts';
import type * as fillingModule from './filling.ts';

/** The code that asks the questions. */
export type FillingModule = typeof fillingModule;

/** Rejects when the code cannot be fetched; a later call tries again. */
export const loadFilling: () => Promise<FillingModule> = onDemand<FillingModule>(
  () => import('./filling.ts'),
);
