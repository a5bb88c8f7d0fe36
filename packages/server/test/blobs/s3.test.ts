// What only an object store has: parts of objects that nobody completes.

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { whyNoObjectStore, type Bucket } from '../../../tooling/src/buckets.ts';
import type { BlobStore } from '../../src/blobs/blob-store.ts';
import { openBlobStore } from '../../src/blobs/open.ts';
import { createBucketHere } from '../support/blob-stores.ts';

/** A store tells of a thousand at a time. */
const MANY = 1001;
const AT_ONCE = 7;

describe('a bucket', { skip: whyNoObjectStore() }, () => {
  let bucket: Bucket;
  let blobs: BlobStore;
  before(async () => {
    bucket = await createBucketHere();
    blobs = await openBlobStore({ url: bucket.url });
  });
  after(async () => {
    await blobs.close();
    await bucket.remove();
  });

  test('keeps no part of what was begun and never completed, however often that was', async () => {
    for (let begun = 0; begun < MANY; begun += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, () => bucket.begin('segments/many/1')));
    }
    await bucket.begin('segments/other/1');
    assert.equal((await bucket.unfinished()).length, MANY + 1);
    await blobs.deleteAll('segments/many/');
    assert.deepEqual(await bucket.unfinished(), ['segments/other/1']);
    await blobs.deleteAll('segments/other/1');
  });

  test('keeps an object, and no part of what was begun under its key and never completed', async () => {
    await blobs.put('originals/kept', Readable.from([Buffer.from('kept')]));
    await bucket.begin('originals/kept');
    await blobs.deleteAll('originals/kept', 'originals/kept');
    assert.deepEqual(await bucket.list('originals/'), ['originals/kept']);
    assert.deepEqual(await bucket.unfinished(), []);
  });
});
