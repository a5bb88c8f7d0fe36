// Bytes as they come over a network or from a disk: one chunk after the other.

import { Readable } from 'node:stream';

/** @param length of each chunk but the last one, which may be shorter */
export function inChunks(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  const count = Math.ceil(bytes.length / length);
  return Readable.from(
    Array.from({ length: count }, (_, at) => bytes.subarray(at * length, (at + 1) * length)),
  );
}
