// What is sealed comes back as it was, however it came and is read; and of anything else, not one byte.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cryptography } from '../../src/adapters.ts';
import { StorageUnavailable, type BlobStore } from '../../src/blobs/blob-store.ts';
import { sealedStore } from '../../src/blobs/sealed.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { inChunks } from '../support/chunks.ts';

const PIECE = 256 * 1024;
const SALT = 32;
const TAG = 16;
const KEY = 'originals/0';
const share = randomBytes(32);
const cryptography = createCryptography(randomBytes(32));

/** Lengths about where pieces end, and others. */
const anyLength = fc.oneof(
  fc
    .tuple(fc.nat(3), fc.integer({ min: -2, max: 2 }))
    .map(([pieces, more]) => Math.max(0, pieces * PIECE + more)),
  fc.nat(PIECE / 8),
);
/** What is done to a blob, and how far in. */
const anyDamage = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'add', 'drop'),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
const anyChunk = fc.integer({ min: 500, max: 2 * PIECE });

test('bytes come back as they were, in whatever chunks they came and are read', async () => {
  await fc.assert(
    fc.asyncProperty(anyLength, anyChunk, anyChunk, async (length, written, read) => {
      const bytes = randomBytes(length);
      const sealed = await seal(bytes, written);
      assert.equal(sealed.length, SALT + length + TAG * Math.max(1, Math.ceil(length / PIECE)));
      assert.ok((await unseal(sealed, read)).equals(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('of a blob that was changed anywhere, cut anywhere or made longer nothing false is read', async () => {
  await fc.assert(
    fc.asyncProperty(anyLength, anyDamage, anyChunk, async (length, damage, read) => {
      const bytes = randomBytes(length);
      const blob = damaged(await seal(bytes, PIECE), damage);
      const taken: Uint8Array[] = [];
      await assert.rejects(unseal(blob, read, taken), (error) => {
        return error instanceof StorageUnavailable && error.code === 'CHANGED';
      });
      // What came before it may be used at once, so it has to be right.
      const prefix = Buffer.concat(taken);
      assert.ok(prefix.equals(bytes.subarray(0, prefix.length)));
    }),
    { numRuns: 2000 },
  );
});

test('it opens under its own name, with its own share and the key of its installation, and nowhere else', async () => {
  const bytes = randomBytes(1000);
  const sealed = await seal(bytes, 100);
  const others = [
    { key: 'originals/1' },
    { share: randomBytes(32) },
    { cryptography: createCryptography(randomBytes(32)) },
  ];
  for (const other of others) await assert.rejects(unseal(sealed, 100, [], other), StorageUnavailable);
  assert.ok((await unseal(sealed, 100)).equals(bytes));
});

test('the same bytes are never sealed to the same', async () => {
  const bytes = randomBytes(1000);
  const [one, other] = [await seal(bytes, 100), await seal(bytes, 100)];
  assert.ok(!one.subarray(SALT).equals(other.subarray(SALT)));
});

async function seal(bytes: Uint8Array, chunk: number): Promise<Buffer> {
  const { blobs, kept } = openMemory();
  await sealedStore({ blobs, cryptography }, share).put(KEY, inChunks(bytes, chunk));
  return Buffer.concat(kept);
}

/** @param taken what was read before it ended or failed */
async function unseal(
  sealed: Uint8Array,
  chunk: number,
  taken: Uint8Array[] = [],
  others: { readonly key?: string; readonly share?: Uint8Array; readonly cryptography?: Cryptography } = {},
): Promise<Buffer> {
  const { blobs, kept } = openMemory(chunk);
  kept.push(sealed);
  const store = sealedStore({ blobs, cryptography, ...others }, others.share ?? share);
  for await (const piece of await store.get(others.key ?? KEY)) taken.push(piece);
  return Buffer.concat(taken);
}

/** A place for one blob, which is read in chunks of some length. */
function openMemory(chunk = 1) {
  const kept: Uint8Array[] = [];
  const blobs: Pick<BlobStore, 'put' | 'get'> = {
    async put(_key, bytes) {
      for await (const piece of bytes) kept.push(piece);
    },
    get: () => Promise.resolve(inChunks(Buffer.concat(kept), chunk)),
  };
  return { blobs, kept };
}

function damaged(sealed: Buffer, { kind, at }: { readonly kind: string; readonly at: number }): Buffer {
  const position = Math.floor(at * sealed.length);
  if (kind === 'cut') return sealed.subarray(0, position);
  if (kind === 'add') return Buffer.concat([sealed, randomBytes(1)]);
  if (kind === 'flip') {
    const flipped = Buffer.from(sealed);
    flipped.writeUInt8(flipped.readUInt8(position) ^ 1, position);
    return flipped;
  }
  // A whole piece, so that all that is left are whole ones.
  const pieces = Math.ceil((sealed.length - SALT) / (PIECE + TAG));
  const start = SALT + Math.floor(at * pieces) * (PIECE + TAG);
  return Buffer.concat([sealed.subarray(0, start), sealed.subarray(start + PIECE + TAG)]);
}
