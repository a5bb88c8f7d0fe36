// Buckets on an object store that tests may use: made empty, looked into, and removed with everything in them.

import { randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
} from '@aws-sdk/client-s3';

const REGION = 'us-east-1';

export interface Bucket {
  /** As `LINTAS_BLOB_URL`. */
  readonly url: string;
  /** The keys to it, in the names of the environment in which the AWS SDK looks for them. */
  readonly credentials: Readonly<Record<string, string>>;
  /** All keys that begin so. */
  list(prefix?: string): Promise<string[]>;
  /** Begins an object in parts, and leaves it so. */
  begin(key: string): Promise<void>;
  /** Keys of objects in parts that were begun and never completed. */
  unfinished(): Promise<string[]>;
  /** Deletes the bucket with everything in it. */
  remove(): Promise<void>;
}

/** Why tests on S3 are left out, or `false` if there is one for them. With `CI=true` they are never left out. */
export function whyNoObjectStore(): string | false {
  if (process.env['LINTAS_TEST_S3_URL'] || process.env['CI'] === 'true') return false;
  return 'LINTAS_TEST_S3_URL is not set.';
}

/** @param store address of the service, with an access key as its user and the secret of it as its password */
export async function createBucket(store = process.env['LINTAS_TEST_S3_URL']): Promise<Bucket> {
  if (!store) throw new Error('CI needs an object store: set LINTAS_TEST_S3_URL.');
  const { origin, username, password } = new URL(store);
  const Bucket = `lintas-${randomBytes(6).toString('hex')}`;
  const client = new S3Client({
    endpoint: origin,
    region: REGION,
    credentials: { accessKeyId: username, secretAccessKey: password },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  await client.send(new CreateBucketCommand({ Bucket }));

  const list = async (prefix = ''): Promise<string[]> => {
    const keys: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken }));
      keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return keys;
  };
  const listUploads = async (): Promise<MultipartUpload[]> => {
    const uploads: MultipartUpload[] = [];
    let page: ListMultipartUploadsCommandOutput | undefined;
    do {
      const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page ?? {};
      page = await client.send(new ListMultipartUploadsCommand({ Bucket, KeyMarker, UploadIdMarker }));
      uploads.push(...(page.Uploads ?? []));
    } while (page.IsTruncated);
    return uploads;
  };

  return {
    url: `s3://${Bucket}?endpoint=${origin}&region=${REGION}`,
    credentials: { AWS_ACCESS_KEY_ID: username, AWS_SECRET_ACCESS_KEY: password },
    list,
    async begin(Key) {
      await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    },
    async unfinished() {
      return (await listUploads()).map(({ Key }) => Key ?? '');
    },
    async remove() {
      for (const Key of await list()) await client.send(new DeleteObjectCommand({ Bucket, Key }));
      for (const { Key, UploadId } of await listUploads())
        await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
      await client.send(new DeleteBucketCommand({ Bucket })).catch(() => {});
      client.destroy();
    },
  };
}
