// What the rest of the server may expect of a place for bytes, whichever it is.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, test } from 'node:test';
import { StorageUnavailable } from '../../src/blobs/blob-store.ts';
import { onEachBlobStore, type TestStore } from '../support/blob-stores.ts';
import { inChunks } from '../support/chunks.ts';

const MEBIBYTE = 1024 * 1024;

onEachBlobStore((open) => {
  let store: TestStore;
  before(async () => {
    store = await open();
  });

  async function read(key: string): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await store.blobs.get(key)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  test('a blob comes back byte by byte, however large it is and however it came', async () => {
    for (const [length, chunk] of [
      [0, 1],
      [1, 1],
      [300_000, 7919],
      [16 * MEBIBYTE, 65_536],
      [16 * MEBIBYTE + 1, 65_536],
      [40 * MEBIBYTE, 10 * MEBIBYTE],
    ] as const) {
      const bytes = randomBytes(length);
      await store.blobs.put(`originals/of-${length}`, inChunks(bytes, chunk));
      assert.ok((await read(`originals/of-${length}`)).equals(bytes), String(length));
    }
    assert.deepEqual(await store.leftovers(), []);
  });

  test('a blob that was given up on its way is not there, nor any part of it', async () => {
    for (const length of [1000, 40 * MEBIBYTE]) {
      const failing = async function* () {
        yield* inChunks(randomBytes(length), 65_536);
        throw new RangeError('The person is gone.');
      };
      await assert.rejects(store.blobs.put('originals/given-up', failing()), RangeError);
      await assert.rejects(store.blobs.get('originals/given-up'), StorageUnavailable);
    }
    assert.deepEqual(await store.leftovers(), []);
  });

  test('a key that is written twice has the later bytes', async () => {
    await store.blobs.put('originals/twice', inChunks(Buffer.from('one'), 3));
    await store.blobs.put('originals/twice', inChunks(Buffer.from('another'), 3));
    assert.equal((await read('originals/twice')).toString(), 'another');
  });

  test('what begins alike is deleted together, nothing else is, and twice does no harm', async () => {
    for (const key of ['segments/a/1', 'segments/a/2', 'segments/ab/1', 'originals/a']) {
      await store.blobs.put(key, inChunks(Buffer.from('x'), 1));
    }
    for (let count = 0; count < 2; count += 1) await store.blobs.deleteAll('segments/a/');
    assert.deepEqual(await store.blobs.list('segments/'), ['segments/ab/1']);
    await store.blobs.deleteAll('segments/ab/1');
    await store.blobs.deleteAll('originals/nothing');
    assert.deepEqual(await store.blobs.list('segments/'), []);
    assert.deepEqual(await store.blobs.list('originals/a'), ['originals/a']);
  });

  test('what begins alike is deleted but for one that stays', async () => {
    for (const key of ['segments/c/1', 'segments/c/2', 'segments/c/3']) {
      await store.blobs.put(key, inChunks(Buffer.from('x'), 1));
    }
    for (let count = 0; count < 2; count += 1) await store.blobs.deleteAll('segments/c/', 'segments/c/2');
    await store.blobs.deleteAll('segments/c/2', 'segments/c/2');
    assert.deepEqual(await store.blobs.list('segments/c/'), ['segments/c/2']);
    await store.blobs.deleteAll('segments/nothing/', 'segments/nothing/1');
    await store.blobs.deleteAll('segments/c/');
    assert.deepEqual(await store.blobs.list('segments/c/'), []);
  });

  test('a reader may leave before the first byte and in the middle', async () => {
    await store.blobs.put('originals/long', inChunks(randomBytes(5 * MEBIBYTE), 65_536));
    const iterator = (await store.blobs.get('originals/long'))[Symbol.asyncIterator]();
    await iterator.return?.();
    for await (const chunk of await store.blobs.get('originals/long')) {
      assert.ok(chunk.length > 0);
      break;
    }
  });
});
