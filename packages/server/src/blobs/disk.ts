// Blobs as files in a folder. A blob gets its name only when all of it is on the disk, so whoever finds it finds it
// whole, also after a power failure.

import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { StorageFull, StorageUnavailable, type BlobStore } from './blob-store.ts';

/** Where blobs are written before they have their name. */
const DRAFTS = '.drafts';

export async function openDiskStore(folder: string): Promise<BlobStore> {
  await mkdir(join(folder, DRAFTS), { recursive: true });

  return {
    async put(key, bytes) {
      const path = pathOf(folder, key);
      const draft = join(folder, DRAFTS, randomUUID());
      try {
        await writeDurably(draft, bytes);
        await makeFolders(folder, dirname(path));
        await rename(draft, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(draft, { force: true });
        throw translate(error);
      }
    },
    async get(key) {
      try {
        const file = await open(pathOf(folder, key), 'r');
        return file.createReadStream();
      } catch (error) {
        throw translate(error);
      }
    },
    async deleteAll(prefix) {
      try {
        await rm(pathOf(folder, prefix.replace(/\/$/, '')), { recursive: true, force: true });
      } catch (error) {
        throw translate(error);
      }
    },
    async list(prefix) {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((key) => key.startsWith(prefix) && !key.startsWith(`${DRAFTS}/`))
        .sort();
    },
    close: () => Promise.resolve(),
  };
}

/** Keys are made of ids; anything else is a mistake of ours and must not become a path. */
function pathOf(folder: string, key: string): string {
  if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new TypeError('A key of the blob store is not well formed.');
  return join(folder, ...key.split('/'));
}

async function writeDurably(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Each folder that is new has to be written down in the one around it. */
async function makeFolders(root: string, folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let parent = dirname(folder); parent.length >= root.length; parent = dirname(parent)) {
    await syncFolder(parent);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** What callers can do something about, without the path that Node's own message has. */
function translate(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageFull('There is no room for the bytes.');
  if (typeof code === 'string') return new StorageUnavailable(`The folder of documents answered ${code}.`);
  return error instanceof Error ? error : new Error('A blob could not be written.');
}
