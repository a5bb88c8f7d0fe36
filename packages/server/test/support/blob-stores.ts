// Runs the same tests on a folder and on an object store.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { createBucket, whyNoObjectStore, type Bucket } from '../../../tooling/src/buckets.ts';
import type { BlobStore } from '../../src/blobs/blob-store.ts';
import { openBlobStore, type BlobOptions } from '../../src/blobs/open.ts';

export type StoreName = 'disk' | 'S3';

export interface TestStore {
  readonly blobs: BlobStore;
  readonly options: BlobOptions;
  /** What there is beside whole blobs: drafts, and parts of objects that were never completed. */
  leftovers(): Promise<string[]>;
}

/** Opens a new, empty store, which is closed and removed after the tests of the `describe` that it is called in. */
export type OpenTestStore = () => Promise<TestStore>;

/**
 * Declares tests once for each kind of store. Without `LINTAS_TEST_S3_URL` those on S3 are skipped, or fail with
 * `CI=true`.
 */
export function onEachBlobStore(declare: (open: OpenTestStore, name: StoreName) => void): void {
  describe('in a folder', () => declare(remember(openFolder), 'disk'));
  describe('on S3', { skip: whyNoObjectStore() }, () => declare(remember(openBucket), 'S3'));
}

function remember(open: () => Promise<TestStore & { remove(): Promise<void> }>): OpenTestStore {
  const removals: (() => Promise<void>)[] = [];
  after(async () => {
    for (const remove of removals) await remove();
  });
  return async () => {
    const store = await open();
    removals.push(store.remove);
    return store;
  };
}

async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'lintas-blobs-'));
  const blobs = await openBlobStore({ folder });
  return {
    blobs,
    options: { folder },
    leftovers: () => readdir(join(folder, '.drafts')),
    async remove() {
      await blobs.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openBucket() {
  const { url, unfinished, remove } = await createBucketHere();
  const blobs = await openBlobStore({ url });
  return {
    blobs,
    options: { url },
    leftovers: unfinished,
    async remove() {
      await blobs.close();
      await remove();
    },
  };
}

/** Makes a bucket for this process: the keys to it are then in the environment. */
export async function createBucketHere(): Promise<Bucket> {
  const bucket = await createBucket();
  Object.assign(process.env, bucket.credentials);
  return bucket;
}
