// Fetches the code of an opened case when it is first needed; see opened.ts for why it comes by itself.

import { NetworkError } from '@lintas/sdk';
import type * as openedModule from './opened.ts';

/** The code of an opened case. */
export type Opened = typeof openedModule;

let opened: Promise<Opened> | undefined;

/** @throws NetworkError when the code cannot be fetched; a later call tries again, where the browser does */
export async function loadOpened(): Promise<Opened> {
  // Firefox remembers a failed import until the page is loaded again, so none is tried that is bound to fail.
  if (!opened && !navigator.onLine) throw new NetworkError();
  opened ??= import('./opened.ts');
  try {
    return await opened;
  } catch {
    opened = undefined;
    throw new NetworkError();
  }
}
