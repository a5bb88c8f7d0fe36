// Blobs at rest: sealed before a store has them, so whoever has the disk, the bucket or a backup of it has noise, and
// whoever can write there cannot put one paper in place of another.
//
// A sealed blob is a salt, and then the bytes in pieces of one size, each by AES-256-GCM with a nonce that counts them
// and marks the last one. So it can be read while it comes, and a piece that is changed, moved or missing, also at the
// end, is noticed (the STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its
// Nonce-Reuse Misuse-Resistance", 2015). The key is made for this one blob.

import { NONCE_BYTES, TAG_BYTES, type Cryptography } from '../adapters.ts';
import { hex } from '../identifiers.ts';
import { StorageUnavailable, type BlobStore } from './blob-store.ts';

/** Bytes of a share of a key; one is kept with what it is for, and the other one is the installation's own key. */
export const KEY_SHARE_BYTES = 32;

const PIECE_BYTES = 256 * 1024;
const SALT_BYTES = 32;

export interface SealingTools {
  readonly blobs: Pick<BlobStore, 'put' | 'get'>;
  readonly cryptography: Cryptography;
}

/**
 * The store as seen by those who have this share of the key: what they put is sealed there.
 *
 * @param keyShare `null` where the bytes were put as they came, before any were sealed
 * @returns a store that throws StorageUnavailable also where it reads something else than what was put under a key
 */
export function sealedStore(
  { blobs, cryptography }: SealingTools,
  keyShare: Uint8Array | null,
): SealingTools['blobs'] {
  if (keyShare === null) return blobs;
  const keyOf = (blob: string, salt: Uint8Array): Uint8Array =>
    cryptography.keyedHash(`lintas blob at rest\n${blob}\n${hex(keyShare)}\n${hex(salt)}`);

  async function* seal(blob: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const salt = cryptography.randomBytes(SALT_BYTES);
    yield salt;
    const key = keyOf(blob, salt);
    for await (const { part, index, isLast } of inParts(bytes, PIECE_BYTES)) {
      const sealed = cryptography.seal(key, nonceOf(index, isLast), part);
      yield sealed.bytes;
      yield sealed.tag;
    }
  }

  async function* unseal(blob: string, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let key: Uint8Array | undefined;
    for await (const { part, index, isLast } of inParts(sealed, PIECE_BYTES + TAG_BYTES, SALT_BYTES)) {
      if (key) {
        const end = Math.max(0, part.length - TAG_BYTES);
        const sealed = { bytes: part.subarray(0, end), tag: part.subarray(end) };
        const piece = cryptography.unseal(key, nonceOf(index - 1, isLast), sealed);
        if (!piece) throw changed();
        yield piece;
      } else {
        if (isLast) throw changed();
        key = keyOf(blob, part);
      }
    }
  }

  return {
    put: (blob, bytes) => blobs.put(blob, seal(blob, bytes)),
    get: async (blob) => unseal(blob, await blobs.get(blob)),
  };
}

/** Every piece of a blob has a nonce of its own, and the last one another than it had if more came after it. */
function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(NONCE_BYTES);
  new DataView(nonce.buffer).setUint32(0, index);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}

function changed(): StorageUnavailable {
  return new StorageUnavailable('A blob is not what was put there.', 'CHANGED');
}

interface Part {
  /** To be used before the next one is asked for, which is written over it. */
  readonly part: Uint8Array;
  readonly index: number;
  readonly isLast: boolean;
}

/** The bytes in parts of one size, or first one of another. The last one, of which there is always one, may be shorter. */
async function* inParts(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
  firstSize: number = size,
): AsyncGenerator<Part> {
  const memory = new Uint8Array(Math.max(size, firstSize));
  let wanted = firstSize;
  let length = 0;
  let index = 0;
  for await (const chunk of bytes) {
    for (let rest = chunk; rest.length > 0;) {
      if (length === wanted) {
        yield { part: memory.subarray(0, length), index, isLast: false };
        wanted = size;
        length = 0;
        index += 1;
      }
      const fitting = rest.subarray(0, wanted - length);
      memory.set(fitting, length);
      length += fitting.length;
      rest = rest.subarray(fitting.length);
    }
  }
  yield { part: memory.subarray(0, length), index, isLast: true };
}
