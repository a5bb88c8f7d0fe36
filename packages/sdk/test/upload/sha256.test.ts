// The digest that is made on the device is the one that everybody else makes of the same file.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSha256 } from '../../src/sha256.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function digest(...pieces: readonly Uint8Array[]): string {
  const sha256 = createSha256();
  pieces.forEach((piece) => sha256.update(piece));
  return Buffer.from(sha256.finish()).toString('hex');
}

test('the standard’s own examples (FIPS 180-2, appendix B)', () => {
  assert.equal(digest(), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(digest(bytesOf('abc')), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(
    digest(bytesOf('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')),
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
  const thousand = bytesOf('a'.repeat(1000));
  assert.equal(
    digest(...Array.from({ length: 1000 }, () => thousand)),
    'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
  );
});

test('any bytes, in whatever pieces they are read', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 }), (pieces) => {
      const expected = createHash('sha256');
      pieces.forEach((piece) => expected.update(piece));
      assert.equal(digest(...pieces), expected.digest('hex'));
    }),
    { numRuns: 500 },
  );
});
