// The name that goes with a file: fit to be sent, and right for the type that the file was turned into.

import { toPlainText } from '@lintas/contract/core';
import { MAX_FILE_NAME_LENGTH } from '@lintas/contract/documents';

const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
};

/** The name with the extension of the type: `IMG_1.HEIC` that became a JPEG is `IMG_1.jpg`. */
export function nameFor(name: string, mediaType: string): string {
  const extensions = EXTENSIONS[mediaType];
  const [, stem = name, extension = ''] = /^(.+)\.([a-z0-9]{1,5})$/i.exec(name) ?? [];
  if (!extensions || extensions.includes(extension.toLowerCase())) return name;
  return `${stem}.${extensions[0]}`;
}

/**
 * The name as the API takes it. What devices put into names beside what is read, it refuses: line breaks, marks that
 * turn the direction around, halves of characters. `undefined` where nothing to read is left.
 */
export function sendableName(name: string, mediaType: string): string | undefined {
  const fit = (text: string): string | undefined => toPlainText(text, MAX_FILE_NAME_LENGTH);
  const own = fit(name);
  return own === undefined ? undefined : fit(nameFor(own, mediaType));
}
