// Fetches the code for sending when a person turns to it.

import type * as sendingModule from './sending.ts';

/** The code for sending. */
export type Sending = typeof sendingModule;

let sending: Promise<Sending> | undefined;

/** Rejects when the code cannot be fetched; a later call tries again, where the browser does. */
export function loadSending(): Promise<Sending> {
  sending ??= import('./sending.ts').catch((error: unknown) => {
    sending = undefined;
    throw error;
  });
  return sending;
}
