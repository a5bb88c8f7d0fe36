// Runs the same tests on a folder and on an object store.

import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import {
  CreateBucketCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  DeleteObjectCommand,
  DeleteBucketCommand,
  S3Client,
} from '@aws-sdk/client-s3';
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

/** Why tests on S3 are left out, or `false`. */
export function whyNoObjectStore(): string | false {
  if (process.env['LINTAS_TEST_S3_URL'] || process.env['CI'] === 'true') return false;
  return 'LINTAS_TEST_S3_URL is not set.';
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
  const { bucket, client, url, remove } = await createBucket();
  const blobs = await openBlobStore({ url });
  return {
    blobs,
    options: { url },
    async leftovers() {
      const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
      return Uploads.map(({ Key }) => Key ?? '');
    },
    async remove() {
      await blobs.close();
      await remove();
    },
  };
}

/** Makes a bucket; answers it as `LINTAS_BLOB_URL`. The keys are then in the environment, where the SDK looks. */
export async function createBucket() {
  const service = new URL(process.env['LINTAS_TEST_S3_URL'] ?? 'missing:');
  if (service.protocol === 'missing:') throw new Error('CI needs an object store: set LINTAS_TEST_S3_URL.');
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: service.username,
    AWS_SECRET_ACCESS_KEY: service.password,
  });
  const bucket = `lintas-${randomBytes(6).toString('hex')}`;
  const client = new S3Client({
    endpoint: service.origin,
    region: 'us-east-1',
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    bucket,
    client,
    url: `s3://${bucket}?endpoint=${service.origin}&region=us-east-1`,
    async remove() {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
      for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
      await client.send(new DeleteBucketCommand({ Bucket: bucket })).catch(() => {});
      client.destroy();
    },
  };
}
