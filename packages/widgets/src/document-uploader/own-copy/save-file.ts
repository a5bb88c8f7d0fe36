// Hands a file to the browser, which saves it where the person keeps what they download.

import { nameFor } from '../prepare/file-name.ts';

/** Browsers have begun to read it by then; a slow device gets more than it needs. Milliseconds. */
const READ_WITHIN = 60_000;

/** @param as the name that it was sent with, if any, and what it is */
export function saveFile(
  file: Blob,
  as: { readonly fileName?: string | undefined; readonly mediaType: string },
): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = nameFor(as.fileName ?? 'document', as.mediaType);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN);
}
