// Fetches the code of an opened case when it is first needed; see opened.ts for why it comes by itself.

import { NetworkError } from '@lintas/sdk';
import { onDemand } from '../core/on-demand.ts';
import type * as openedModule from './opened.ts';

/** The code of an opened case. */
export type Opened = typeof openedModule;

const importOpened = onDemand<Opened>(() => import('./opened.ts'));

/** @throws NetworkError when the code cannot be fetched; a later call tries again */
export async function loadOpened(): Promise<Opened> {
  try {
    return await importOpened();
  } catch {
    throw new NetworkError();
  }
}
