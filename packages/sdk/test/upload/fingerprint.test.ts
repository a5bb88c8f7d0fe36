// The fingerprint of a large file is the one that the API makes of it, at every length, and needs little memory.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { FINGERPRINT_PIECE_BYTES } from '@lintas/contract/documents';
import { fingerprintOf } from '../../src/digest.ts';

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

test('is the digest of the digests of its pieces', async () => {
  for (const length of [
    0,
    1,
    FINGERPRINT_PIECE_BYTES - 1,
    FINGERPRINT_PIECE_BYTES,
    3 * FINGERPRINT_PIECE_BYTES + 7,
  ]) {
    const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 7919) % 251));
    const pieces: Buffer[] = [];
    for (let start = 0; start < length; start += FINGERPRINT_PIECE_BYTES) {
      pieces.push(sha256(bytes.subarray(start, start + FINGERPRINT_PIECE_BYTES)));
    }
    const expected = sha256(Buffer.concat(pieces)).toString('hex');
    assert.equal(await fingerprintOf(new Blob([bytes])), expected, `of ${length} bytes`);
  }
});

test('is given up when its upload is', async () => {
  const bytes = new Blob([Buffer.alloc(3 * FINGERPRINT_PIECE_BYTES)]);
  await assert.rejects(fingerprintOf(bytes, AbortSignal.abort()), { name: 'AbortError' });
});
