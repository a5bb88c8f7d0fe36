// Private keys at rest: AES-256-GCM with a key that only this installation has, and that is not in the database.

import { NONCE_BYTES, TAG_BYTES, type Cryptography } from '../adapters.ts';

/** What private keys are kept for: those of one purpose open for no other. */
export type Purpose = 'signing keys' | 'survey token keys';

/**
 * @param pkcs8 PKCS #8
 * @returns the nonce, what is sealed, and the tag
 */
export function sealPrivateKey(pkcs8: Uint8Array, purpose: Purpose, cryptography: Cryptography): Uint8Array {
  const nonce = cryptography.randomBytes(NONCE_BYTES);
  const { bytes, tag } = cryptography.seal(sealingKey(purpose, cryptography), nonce, pkcs8);
  return new Uint8Array([...nonce, ...bytes, ...tag]);
}

/** @returns PKCS #8 */
export function unsealPrivateKey(
  sealed: Uint8Array,
  purpose: Purpose,
  cryptography: Cryptography,
): Uint8Array {
  const key = sealingKey(purpose, cryptography);
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const bytes = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
  const pkcs8 = cryptography.unseal(key, nonce, { bytes, tag: sealed.subarray(-TAG_BYTES) });
  if (!pkcs8) throw new Error('A private key is not what was sealed, or was sealed with another key.');
  return pkcs8;
}

function sealingKey(purpose: Purpose, { keyedHash }: Cryptography): Uint8Array {
  return keyedHash(`lintas ${purpose} at rest`);
}
