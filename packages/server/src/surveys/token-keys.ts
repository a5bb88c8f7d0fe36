// The keys that tokens are signed with (RFC 9474, RSABSSA-SHA384-PSS-Randomized): one for each version of a
// questionnaire, so that a token is good for that one only. At rest the private half is sealed.

import type { SurveyToken } from '@lintas/contract';
import type { CryptoKey } from 'jose';
import type { Cryptography } from '../adapters.ts';

const ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' };
const MODULUS_BITS = 2048;
const SALT_BYTES = 48;
const NONCE_BYTES = 12;

export interface TokenKeys {
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  readonly sealedPrivateKey: Uint8Array;
}

export async function createTokenKeys(cryptography: Cryptography): Promise<TokenKeys> {
  const parameters = { ...ALGORITHM, modulusLength: MODULUS_BITS, publicExponent: new Uint8Array([1, 0, 1]) };
  const { publicKey, privateKey } = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
  const iv = new Uint8Array(cryptography.randomBytes(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await sealingKey(cryptography),
    await crypto.subtle.exportKey('pkcs8', privateKey),
  );
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
    sealedPrivateKey: new Uint8Array([...iv, ...new Uint8Array(sealed)]),
  };
}

/** PKCS #8. */
export async function unsealTokenKey(sealed: Uint8Array, cryptography: Cryptography): Promise<Uint8Array> {
  const bytes = new Uint8Array(sealed);
  const iv = bytes.subarray(0, NONCE_BYTES);
  const key = await sealingKey(cryptography);
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(NONCE_BYTES)),
  );
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

export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) =>
    character.charCodeAt(0),
  );
}

async function sealingKey({ keyedHash }: Cryptography): Promise<CryptoKey> {
  const material = new Uint8Array(keyedHash('lintas survey token keys at rest'));
  return crypto.subtle.importKey('raw', material, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
