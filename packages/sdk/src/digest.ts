// The digest of a file, read in small slices so that neither memory nor the page's responsiveness depends on its size.
//
// Not in a worker: under `require-trusted-types-for 'script'`, which our pages keep, making one needs a policy of our
// own in the page's CSP, and trying without is reported as a violation.

import { FileChangedError } from './errors.ts';
import { createSha256 } from './sha256.ts';

/** A slice takes an old phone about 10 ms, so that the page answers in between. */
const SLICE_BYTES = 256 * 1024;

/** Up to this size the browser's own code reads the whole file: many times faster, and beside the page. */
const WHOLE_BYTES = 8 * 1024 * 1024;

/**
 * SHA-256 of a file as 64 lower-case hex digits.
 *
 * @throws FileChangedError when the file changed or vanished since it was chosen
 */
export async function digestOf(file: Blob, signal?: AbortSignal): Promise<string> {
  if (file.size <= WHOLE_BYTES && hasSubtleCrypto()) {
    const digest = await crypto.subtle.digest('SHA-256', await readSlice(file, 0, file.size));
    signal?.throwIfAborted();
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  const sha256 = createSha256();
  for (let start = 0; start < file.size; start += SLICE_BYTES) {
    sha256.update(await readSlice(file, start, start + SLICE_BYTES));
    signal?.throwIfAborted();
  }
  return sha256.finish();
}

/** Missing in pages that came over plain http. */
function hasSubtleCrypto(): boolean {
  return typeof crypto === 'object' && 'subtle' in crypto;
}

/** Reads a part of a file. @throws FileChangedError when it changed or vanished since it was chosen */
export async function readSlice(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.slice(start, end).arrayBuffer();
  } catch {
    throw new FileChangedError();
  }
  if (bytes.byteLength === Math.min(end, file.size) - start) return new Uint8Array(bytes);
  throw new FileChangedError();
}
