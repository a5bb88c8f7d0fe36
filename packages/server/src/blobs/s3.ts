// Blobs as objects of an S3-compatible service, for more than one machine. Loaded only where it is used.

import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
  type ListMultipartUploadsCommandOutput,
} from '@aws-sdk/client-s3';
import { StorageFull, StorageUnavailable, type BlobStore } from './blob-store.ts';

/** What is larger goes in several parts. */
const PART_BYTES = 8 * 1024 * 1024;
const DELETES_AT_ONCE = 8;

/** Milliseconds: a service that is slow is as good as one that is down, since people wait for it. */
const TIMEOUTS = {
  connectionTimeout: 5_000,
  requestTimeout: 15_000,
  throwOnRequestTimeout: true,
  socketTimeout: 60_000,
};

/** @param url `s3://bucket?endpoint=https://…&region=…`; the keys come from where the AWS SDK looks for them */
export function openS3Store(url: URL): BlobStore {
  const bucket = url.hostname;
  const endpoint = url.searchParams.get('endpoint');
  const client = new S3Client({
    region: url.searchParams.get('region') ?? 'us-east-1',
    ...(endpoint !== null && { endpoint }),
    forcePathStyle: true,
    // Services other than Amazon's own do not all know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: TIMEOUTS,
  });
  const at = (key: string) => ({ Bucket: bucket, Key: key });

  async function putInParts(
    key: string,
    parts: AsyncIterator<Uint8Array>,
    first: Uint8Array[],
  ): Promise<void> {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(at(key)));
    try {
      const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
      const send = async (Body: Uint8Array): Promise<void> => {
        const PartNumber = Parts.length + 1;
        const { ETag } = await client.send(new UploadPartCommand({ ...at(key), UploadId, PartNumber, Body }));
        Parts.push({ PartNumber, ETag });
      };
      for (const part of first) await send(part);
      for (let part = await parts.next(); !part.done; part = await parts.next()) await send(part.value);
      await client.send(
        new CompleteMultipartUploadCommand({ ...at(key), UploadId, MultipartUpload: { Parts } }),
      );
    } catch (error) {
      await client.send(new AbortMultipartUploadCommand({ ...at(key), UploadId })).catch(() => {});
      throw error;
    }
  }

  async function list(prefix: string): Promise<string[]> {
    const keys: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken }),
      );
      keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return keys;
  }

  /** Parts that belong to no object yet: of a process that was killed while it wrote one. */
  async function abortAll(prefix: string): Promise<void> {
    let page: ListMultipartUploadsCommandOutput | undefined;
    do {
      const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page ?? {};
      page = await client.send(
        new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, KeyMarker, UploadIdMarker }),
      );
      for (const { Key, UploadId } of page.Uploads ?? []) {
        await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
      }
    } while (page.IsTruncated);
  }

  return {
    put: (key, bytes) =>
      translating(async () => {
        const parts = partsOf(bytes);
        try {
          const first = await parts.next();
          const second = await parts.next();
          const Body = first.done ? new Uint8Array() : first.value;
          if (second.done) await client.send(new PutObjectCommand({ ...at(key), Body }));
          else await putInParts(key, parts, [Body, second.value]);
        } finally {
          await parts.return(undefined);
        }
      }),
    get: (key) =>
      translating(async () => {
        const { Body } = await client.send(new GetObjectCommand(at(key)));
        if (!Body) throw new StorageUnavailable('The store of documents answered nothing.');
        return read(Body.transformToWebStream());
      }),
    deleteAll: (prefix, except) =>
      translating(async () => {
        const keys = (await list(prefix)).filter((key) => key !== except);
        while (keys.length > 0) {
          const some = keys.splice(0, DELETES_AT_ONCE);
          await Promise.all(some.map((key) => client.send(new DeleteObjectCommand(at(key)))));
        }
        await abortAll(prefix);
      }),
    list: (prefix) => translating(() => list(prefix)),
    close() {
      client.destroy();
      return Promise.resolve();
    },
  };
}

/** Bytes in parts of the same size, and a last one with the rest. */
async function* partsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined, undefined> {
  let chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    length += chunk.length;
    if (length < PART_BYTES) continue;
    const part = Buffer.concat(chunks, length);
    yield part.subarray(0, PART_BYTES);
    chunks = [part.subarray(PART_BYTES)];
    length -= PART_BYTES;
  }
  if (length > 0) yield Buffer.concat(chunks, length);
}

function read(stream: ReadableStream<unknown>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        translating(async () => {
          const { value } = await reader.read();
          return value instanceof Uint8Array ? { done: false, value } : { done: true, value: undefined };
        }),
      async return() {
        await reader.cancel();
        return { done: true, value: undefined };
      },
    }),
  };
}

async function translating<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw translate(error);
  }
}

/** Names under which services say that there is no room. */
const FULL: readonly string[] = ['QuotaExceeded', 'InsufficientCapacity', 'XMinioStorageFull'];

/** What callers can do something about, without the address that messages may have. */
function translate(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (statusOf(error) === 507 || FULL.includes(error.name))
    return new StorageFull('There is no room for the bytes.');
  const isOurs = '$metadata' in error || 'code' in error;
  const timedOut = error.name === 'TimeoutError' || error.name === 'CredentialsProviderError';
  if (!isOurs && !timedOut) return error;
  return new StorageUnavailable('The store of documents does not work.', error.name);
}

/** HTTP status of the answer, also where a proxy gave it, in words that no service uses. */
function statusOf(error: Error): unknown {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  return metadata instanceof Object && 'httpStatusCode' in metadata ? metadata.httpStatusCode : undefined;
}
