// Opens the blob store that the configuration names.

import { fileURLToPath } from 'node:url';
import type { BlobStore } from './blob-store.ts';
import { openDiskStore } from './disk.ts';

/** A folder, or an address: `file:…` or `s3://bucket?endpoint=…`. */
export type BlobOptions = { readonly folder: string } | { readonly url: string };

export async function openBlobStore(options: BlobOptions): Promise<BlobStore> {
  if ('folder' in options) return openDiskStore(options.folder);
  const url = new URL(options.url);
  if (url.protocol === 'file:') return openDiskStore(fileURLToPath(url));
  throw new Error('LINTAS_BLOB_URL: only file:… can be used yet.');
}
