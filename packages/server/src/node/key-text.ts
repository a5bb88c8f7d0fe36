// An installation's key as text, the same in the setting and in the file: base 64 for addresses, without padding.

import { randomBytes } from 'node:crypto';
import { fromBase64url, toBase64url } from '../base64url.ts';

const KEY_BYTES = 32;
/** Of the last symbol, two bits belong to no byte. */
const PATTERN = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** What a key's text is, for whoever has given something else, which is never repeated. */
export const KEY_TEXT = '43 letters, digits, "-" and "_" as "lintas installation-key" makes them';

export function createKey(): Uint8Array {
  return randomBytes(KEY_BYTES);
}

export function writeKeyText(key: Uint8Array): string {
  return toBase64url(key);
}

export function parseKeyText(text: string): Uint8Array | undefined {
  return PATTERN.test(text) ? fromBase64url(text) : undefined;
}
