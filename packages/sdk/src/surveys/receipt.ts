// The receipt of an answer: random bits that only this device has.

import { toBase64url } from './base64url.ts';

const BYTES = 16;

/**
 * A new receipt. Whoever has it can have the answer erased, and nobody can tell from it which answer that is: show it to
 * the person, and keep it nowhere else.
 */
export function newReceipt(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(BYTES)));
}
