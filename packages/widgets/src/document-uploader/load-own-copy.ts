// Fetches the code for a person's own copy of a document when they ask for one.

import { onDemand } from '../core/on-demand.ts';
import type * as ownCopyModule from './own-copy/index.ts';

/** The code for own copies. */
export type OwnCopyCode = typeof ownCopyModule;

/** Rejects when the code cannot be fetched; a later call tries again. */
export const loadOwnCopy: () => Promise<OwnCopyCode> = onDemand<OwnCopyCode>(
  () => import('./own-copy/index.ts'),
);
