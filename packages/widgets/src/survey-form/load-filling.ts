// Fetches the code that asks the questions when it is first needed.

import { NetworkError } from '@lintas/sdk';
import { onDemand } from '../core/on-demand.ts';
import type * as fillingModule from './filling.ts';

/** The code that asks the questions. */
export type FillingModule = typeof fillingModule;

const load = onDemand(() => import('./filling.ts'));

/** @throws NetworkError when the code cannot be fetched; a later call tries again */
export async function loadFilling(): Promise<FillingModule> {
  try {
    return await load();
  } catch {
    throw new NetworkError();
  }
}
