// Answers at rest. One may hold a PIN or a token, so it is encrypted with a key that takes both the installation's key
// and the caller's Idempotency-Key. A copy of the database opens none, also where that key is easily guessed.

import { NONCE_BYTES, type Cryptography } from '../adapters.ts';
import type { IdempotentRequest } from './idempotency.ts';

/** Seals and opens the answers to one request. */
export interface AnswerSeal {
  /** The nonce, then AES-256-GCM of the text, which opens for this request and status only. */
  seal(text: string, status: number): Promise<Uint8Array>;
  /** @throws DOMException when the answer was changed or belongs to another request. */
  unseal(sealed: Uint8Array, status: number): Promise<string>;
}

/** What seals the answers to this request. */
export function answerSeal(
  { tenantId, caller, key, requestHash }: Omit<IdempotentRequest, 'now'>,
  keyedHash: Cryptography['keyedHash'],
): AnswerSeal {
  const bits = keyedHash(`stored answer ${JSON.stringify([tenantId, caller, key])}`);
  const secret = crypto.subtle.importKey('raw', new Uint8Array(bits), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  const algorithm = (nonce: Uint8Array<ArrayBuffer>, status: number) => ({
    name: 'AES-GCM',
    iv: nonce,
    additionalData: new Uint8Array([...requestHash, ...encode(`${status}`)]),
  });
  return {
    async seal(text, status) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const sealed = await crypto.subtle.encrypt(algorithm(nonce, status), await secret, encode(text));
      return new Uint8Array([...nonce, ...new Uint8Array(sealed)]);
    },
    async unseal(sealed, status) {
      const bytes = new Uint8Array(sealed);
      const text = await crypto.subtle.decrypt(
        algorithm(bytes.subarray(0, NONCE_BYTES), status),
        await secret,
        bytes.subarray(NONCE_BYTES),
      );
      return new TextDecoder().decode(text);
    },
  };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
