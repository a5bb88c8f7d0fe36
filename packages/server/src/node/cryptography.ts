// Cryptography by Node's own library.

import {
  argon2,
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import { TAG_BYTES, type Cryptography, type Sealed } from '../adapters.ts';

/** argon2id: 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const PARALLELISM = 1;
const PIN_TAG_BYTES = 32;
const SALT_BYTES = 16;

const CIPHER = 'aes-256-gcm';

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const derive = promisify(argon2);

/** What needs no key of the installation. */
export const keyless: Omit<Cryptography, 'keyedHash'> = {
  randomBytes: (length) => randomBytes(length),
  sha256: (data) => createHash('sha256').update(data).digest(),
  startSha256() {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
  },
  signBlinded,
  seal,
  unseal,
  hashPin,
  verifyPin,
};

/** @param key what keyed hashes are made with: the same in all processes of an installation */
export function createCryptography(key: Uint8Array): Cryptography {
  return { ...keyless, keyedHash: (data) => createHmac('sha256', key).update(data).digest() };
}

function signBlinded(pkcs8: Uint8Array, blinded: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const padding = constants.RSA_NO_PADDING;
  const signature = privateDecrypt({ key, padding }, blinded);
  // A fault while signing would give the key away.
  const undone = publicEncrypt({ key: createPublicKey(key), padding }, signature);
  if (!timingSafeEqual(undone, blinded)) throw new Error('Signing failed.');
  return signature;
}

function seal(key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): Sealed {
  const cipher = createCipheriv(CIPHER, key, nonce);
  const sealed = cipher.update(bytes);
  cipher.final();
  return { bytes: sealed, tag: cipher.getAuthTag() };
}

function unseal(key: Uint8Array, nonce: Uint8Array, { bytes, tag }: Sealed): Uint8Array | undefined {
  if (tag.length !== TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, nonce);
  decipher.setAuthTag(tag);
  const unsealed = decipher.update(bytes);
  try {
    decipher.final();
    return unsealed;
  } catch {
    return undefined;
  }
}

async function hashPin(pin: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const cost = { memory: MEMORY_KIB, passes: PASSES, parallelism: PARALLELISM, tagLength: PIN_TAG_BYTES };
  const tag = await derive('argon2id', { message: pin, nonce, ...cost });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}$${toBase64(nonce)}$${toBase64(tag)}`;
}

async function verifyPin(pin: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(hash) ?? [];
  const expected = Buffer.from(tag, 'base64');
  if (expected.length === 0) throw new Error('A PIN hash is not in PHC format.');
  const actual = await derive('argon2id', {
    message: pin,
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

/** Base 64 without padding, as the PHC format has it. */
function toBase64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
