// The keys that tokens are signed with (RFC 9474, RSABSSA-SHA384-PSS-Randomized): one for each version of a
// questionnaire, so that a token is good for that one only. At rest the private half is sealed.

import type { SurveyToken } from '@lintas/contract';
import type { Cryptography } from '../adapters.ts';
import { fromBase64url } from '../base64url.ts';
import { sealPrivateKey, unsealPrivateKey } from '../keys/sealed.ts';

const ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' };
const MODULUS_BITS = 2048;
const SALT_BYTES = 48;
const PURPOSE = 'survey token keys';

export interface TokenKeys {
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  readonly sealedPrivateKey: Uint8Array;
}

export async function createTokenKeys(cryptography: Cryptography): Promise<TokenKeys> {
  const parameters = { ...ALGORITHM, modulusLength: MODULUS_BITS, publicExponent: new Uint8Array([1, 0, 1]) };
  const { publicKey, privateKey } = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', privateKey);
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
    sealedPrivateKey: sealPrivateKey(new Uint8Array(pkcs8), PURPOSE, cryptography),
  };
}

/** @returns PKCS #8 */
export function unsealTokenKey(sealed: Uint8Array, cryptography: Cryptography): Uint8Array {
  return unsealPrivateKey(sealed, PURPOSE, cryptography);
}

/** Whether a token was signed with the key of this public half. */
export async function isTokenValid(
  { message, signature }: SurveyToken,
  publicKey: Uint8Array,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('spki', new Uint8Array(publicKey), ALGORITHM, false, ['verify']);
  const parameters = { name: ALGORITHM.name, saltLength: SALT_BYTES };
  return crypto.subtle.verify(parameters, key, fromBase64url(signature), fromBase64url(message));
}
