// Puts files on disk for good.

import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Waits until a file's content, or a folder's list of names, is on disk. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Does so for a folder and everything in it. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true })) syncFile(join(folder, String(entry)));
  syncFile(folder);
}
