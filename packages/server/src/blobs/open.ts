// Opens the blob store that the configuration names.

import { fileURLToPath } from 'node:url';
import type { BlobStore } from './blob-store.ts';
import { openDiskStore } from './disk.ts';

/** A folder, or an address: `file:…` or `s3://bucket?endpoint=…&region=…`. */
export type BlobOptions = { readonly folder: string } | { readonly url: string };

export async function openBlobStore(options: BlobOptions): Promise<BlobStore> {
  if ('folder' in options) return openDiskStore(options.folder);
  const url = new URL(options.url);
  if (url.protocol === 'file:') return openDiskStore(fileURLToPath(url));
  const { openS3Store } = await import('./s3.ts');
  return openS3Store(url);
}
