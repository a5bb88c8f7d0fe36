// Answers at rest. One may hold a PIN or a token, so it is encrypted with a key that only the caller's
// Idempotency-Key yields: a copy of the database opens none.

import { NONCE_BYTES } from '../adapters.ts';
import type { IdempotentRequest } from './idempotency.ts';

type Owner = Pick<IdempotentRequest, 'tenantId' | 'key' | 'requestHash'>;

/** Encrypts an answer: the nonce, then AES-256-GCM of the text, which opens for this request and status only. */
export async function sealAnswer(text: string, owner: Owner, status: number): Promise<Uint8Array> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(
    algorithm(nonce, owner, status),
    await deriveKey(owner),
    encode(text),
  );
  return new Uint8Array([...nonce, ...new Uint8Array(sealed)]);
}

/** @throws DOMException when the answer was changed or belongs to another request. */
export async function unsealAnswer(sealed: Uint8Array, owner: Owner, status: number): Promise<string> {
  const bytes = new Uint8Array(sealed);
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const text = await crypto.subtle.decrypt(
    algorithm(nonce, owner, status),
    await deriveKey(owner),
    bytes.subarray(NONCE_BYTES),
  );
  return new TextDecoder().decode(text);
}

function algorithm(nonce: Uint8Array<ArrayBuffer>, { requestHash }: Owner, status: number) {
  return {
    name: 'AES-GCM',
    iv: nonce,
    additionalData: new Uint8Array([...requestHash, ...encode(`${status}`)]),
  };
}

/** HKDF with SHA-256 (RFC 5869): the tenant is the salt, so equal keys of two tenants yield different ones. */
async function deriveKey({ tenantId, key }: Owner) {
  const material = await crypto.subtle.importKey('raw', encode(key), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: encode(tenantId), info: encode('lintas stored answer') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
