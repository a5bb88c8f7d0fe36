// Whether a person chose the same file twice: byte for byte, so that nobody is told so wrongly.

import type { Document } from '@lintas/contract/documents';
import { digestOf } from '@lintas/sdk/documents';
import { throwIfAborted } from '../../core/throw-if-aborted.ts';

/** How much of each file is in memory at a time, in bytes. */
const SLICE = 256 * 1024;

/**
 * Finds the one among those already chosen whose file is the same, whatever it is called.
 *
 * @throws the device's error when a file cannot be read, and the signal's reason
 */
export async function findSameFile<Chosen extends { readonly file: Blob }>(
  file: Blob,
  chosen: Iterable<Chosen>,
  signal?: AbortSignal,
): Promise<Chosen | undefined> {
  for (const candidate of chosen) {
    if (await isSameFile(file, candidate.file, signal)) return candidate;
  }
  return undefined;
}

/**
 * Finds the document that is this file, among those of which all bytes are here. The file is read only where one is as
 * long.
 *
 * @throws FileChangedError when the file changed or vanished since it was chosen, and the signal's reason
 */
export async function findHandedIn(
  file: Blob,
  documents: readonly Document[],
  signal?: AbortSignal,
): Promise<Document | undefined> {
  const alike = documents.filter(({ bytes, receivedAt }) => bytes === file.size && receivedAt !== undefined);
  if (alike.length === 0) return undefined;
  const digest = await digestOf(file, signal);
  return alike.find(({ sha256 }) => sha256 === digest);
}

async function isSameFile(one: Blob, other: Blob, signal: AbortSignal | undefined): Promise<boolean> {
  if (one.size !== other.size) return false;
  for (let start = 0; start < one.size; start += SLICE) {
    const slices = [one, other].map((file) => file.slice(start, start + SLICE).arrayBuffer());
    const [left, right] = (await Promise.all(slices)).map((buffer) => new Uint8Array(buffer));
    throwIfAborted(signal);
    if (!left?.every((byte, at) => byte === right?.[at])) return false;
  }
  return true;
}
