// Private keys at rest: AES-256-GCM with a key that only this installation has, and that is not in the database.

import type { Cryptography } from '../adapters.ts';

/** Bytes of the nonce of AES-GCM (NIST SP 800-38D, section 8.2), which stands before what is sealed. */
const NONCE_BYTES = 12;

/** What private keys are kept for: those of one purpose open for no other. */
export type Purpose = 'signing keys' | 'survey token keys';

/** @param pkcs8 PKCS #8 */
export async function sealPrivateKey(
  pkcs8: ArrayBuffer,
  purpose: Purpose,
  cryptography: Cryptography,
): Promise<Uint8Array> {
  const iv = new Uint8Array(cryptography.randomBytes(NONCE_BYTES));
  const key = await sealingKey(purpose, cryptography);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, pkcs8);
  return new Uint8Array([...iv, ...new Uint8Array(sealed)]);
}

/** @returns PKCS #8 */
export async function unsealPrivateKey(
  sealed: Uint8Array,
  purpose: Purpose,
  cryptography: Cryptography,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(sealed);
  const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, NONCE_BYTES) };
  const key = await sealingKey(purpose, cryptography);
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes.subarray(NONCE_BYTES)));
}

function sealingKey(purpose: Purpose, { keyedHash }: Cryptography) {
  const material = new Uint8Array(keyedHash(`lintas ${purpose} at rest`));
  return crypto.subtle.importKey('raw', material, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
