// What the server tells the process that looks into a file, and the names of what they hand each other. Free of
// libraries: the process begins anew for each file, and loads as little as it can.

import type { Announced } from '../../documents/checks/format.ts';

/** In the private folder: the file, and a clean copy of it. */
export const FILE = 'file';
export const COPY = 'copy';

/** The process says this once it has loaded everything, so that a broken installation is no fault of the file. */
export const READY = 'ready\n';

/** It says this when it ends itself because it has worked for as long as it may. */
export const EXHAUSTED = 'exhausted\n';

/** What was announced, as arguments of a command line. */
export function writeTask({ mediaType, limits }: Announced): string[] {
  const { accept, maxBytes, minPixels = '', maxPages = '' } = limits;
  return [mediaType, String(maxBytes), String(minPixels), String(maxPages), ...accept];
}

export function readTask(task: readonly string[]): Announced {
  const [mediaType = '', maxBytes, minPixels, maxPages, ...accept] = task;
  return {
    mediaType,
    limits: {
      accept,
      maxBytes: Number(maxBytes),
      ...(minPixels && { minPixels: Number(minPixels) }),
      ...(maxPages && { maxPages: Number(maxPages) }),
    },
  };
}
