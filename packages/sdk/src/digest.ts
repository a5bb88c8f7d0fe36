// The digest of a file, read in small slices so that neither memory nor the page's responsiveness depends on its size.
//
// Not in a worker: under `require-trusted-types-for 'script'`, which our pages keep, making one needs a policy of our
// own in the page's CSP, and trying without is reported as a violation.

import { FINGERPRINT_PIECE_BYTES } from '@lintas/contract/documents';
import { throwIfAborted } from './abort.ts';
import { FileChangedError } from './errors.ts';
import { createSha256 } from './sha256.ts';

/** A slice takes an old phone about 10 ms, so that the page answers in between. */
const SLICE_BYTES = 256 * 1024;

/**
 * SHA-256 of a file as 64 lower-case hex digits.
 *
 * @throws FileChangedError when the file changed or vanished since it was chosen
 */
export async function digestOf(file: Blob, signal?: AbortSignal): Promise<string> {
  const digest = isLarge(file)
    ? await digestInSlices(file, 0, file.size, signal)
    : await digestPart(file, 0, file.size, signal);
  return hex(digest);
}

/**
 * Whether a file is announced with its fingerprint. What is smaller, the browser's own code can digest as a whole: many
 * times faster than ours, and beside the page.
 */
export function isLarge(file: Blob): boolean {
  return file.size > FINGERPRINT_PIECE_BYTES;
}

/**
 * Fingerprint of a file (see `FINGERPRINT_PIECE_BYTES` of `@lintas/contract/documents`) as 64 lower-case hex digits.
 *
 * @throws FileChangedError when the file changed or vanished since it was chosen
 */
export async function fingerprintOf(file: Blob, signal?: AbortSignal): Promise<string> {
  const pieces = createSha256();
  let taken: Promise<void> = Promise.resolve();
  for (let start = 0; start < file.size; start += FINGERPRINT_PIECE_BYTES) {
    const digest = digestPart(file, start, start + FINGERPRINT_PIECE_BYTES, signal);
    const before = taken;
    taken = digest.then(async (bytes) => {
      await before;
      pieces.update(bytes);
    });
    // Looked at in the next turn; until then nobody listens.
    taken.catch(() => {});
    // So one piece is read while another one is digested, and no third is in memory.
    await before;
  }
  await taken;
  return hex(pieces.finish());
}

/** Digests a part that fits into memory. */
async function digestPart(file: Blob, start: number, end: number, signal?: AbortSignal): Promise<Uint8Array> {
  if (!hasSubtleCrypto()) return digestInSlices(file, start, end, signal);
  const digest = await crypto.subtle.digest('SHA-256', await readSlice(file, start, end));
  throwIfAborted(signal);
  return new Uint8Array(digest);
}

async function digestInSlices(
  file: Blob,
  start: number,
  end: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const sha256 = createSha256();
  const last = Math.min(end, file.size);
  for (let from = start; from < last; from += SLICE_BYTES) {
    sha256.update(await readSlice(file, from, Math.min(from + SLICE_BYTES, last)));
    throwIfAborted(signal);
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
  // A slice is made by another process of the browser, which is waited for.
  const part = start === 0 && end >= file.size ? file : file.slice(start, end);
  try {
    bytes = await part.arrayBuffer();
  } catch {
    throw new FileChangedError();
  }
  if (bytes.byteLength === Math.min(end, file.size) - start) return new Uint8Array(bytes);
  throw new FileChangedError();
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
