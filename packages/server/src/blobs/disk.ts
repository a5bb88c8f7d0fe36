// Blobs as files in a folder. A blob gets its name only when all of it is on the disk, so whoever finds it finds it
// whole, also after a power failure.

import { access, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { StorageFull, StorageUnavailable, type BlobStore } from './blob-store.ts';
import { openDrafts } from './drafts.ts';

const READ_BYTES = 256 * 1024;
const WRITE_BYTES = 1024 * 1024;
const SYNC_BYTES = 8 * 1024 * 1024;

export async function openDiskStore(folder: string): Promise<BlobStore> {
  const drafts = await openDrafts(folder);

  async function erase(prefix: string): Promise<void> {
    const path = pathOf(folder, prefix.replace(/\/$/, ''));
    try {
      // Others may be writing below it.
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
      await syncFolder(dirname(path));
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw translate(error);
    }
  }

  async function list(prefix: string): Promise<string[]> {
    const below = join(folder, ...prefix.split('/').slice(0, -1));
    const entries = await readdir(below, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw translate(error);
    });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((key) => key.startsWith(prefix) && !drafts.includes(key))
      .sort();
  }

  return {
    async put(key, bytes) {
      const path = pathOf(folder, key);
      const draft = drafts.name();
      try {
        await writeDurably(draft, bytes);
        await makeFolders(dirname(path));
        await rename(draft, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(draft, { force: true });
        throw translate(error);
      }
    },
    async get(key) {
      const path = pathOf(folder, key);
      try {
        await access(path);
      } catch (error) {
        throw translate(error);
      }
      return read(path);
    },
    async deleteAll(prefix, except) {
      if (!except?.startsWith(prefix)) return erase(prefix);
      // Nothing else begins with a whole key: to list the folder around it would be for nothing.
      if (except === prefix) return;
      for (const key of await list(prefix)) if (key !== except) await erase(key);
    },
    list,
    close() {
      drafts.close();
      return Promise.resolve();
    },
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
    // Some are gathered while those before them are written: one call for each chunk would take the most time.
    let writing: Promise<void> = Promise.resolve();
    let chunks: Uint8Array[] = [];
    let length = 0;
    // The disk begins early: at the end only the last bytes are waited for.
    let syncing: Promise<void> = Promise.resolve();
    let unsynced = 0;
    for await (const chunk of bytes) {
      chunks.push(chunk);
      length += chunk.length;
      if (length < WRITE_BYTES) continue;
      await writing;
      if (unsynced >= SYNC_BYTES) {
        await syncing;
        syncing = file.datasync();
        // Looked at before the next one, and at the end.
        syncing.catch(() => {});
        unsynced = 0;
      }
      unsynced += length;
      writing = writeAll(file, chunks, length);
      // Looked at before the next ones are written.
      writing.catch(() => {});
      [chunks, length] = [[], 0];
    }
    await writing;
    await writeAll(file, chunks, length);
    await syncing;
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunks: readonly Uint8Array[], length: number): Promise<void> {
  if (length === 0) return;
  const { bytesWritten } = await file.writev(chunks);
  // A disk that is nearly full takes a part.
  if (bytesWritten < length) await file.writeFile(Buffer.concat(chunks).subarray(bytesWritten));
}

/** The bytes of a file. It is opened with the first read: whoever was handed it may not want any. */
async function* read(path: string): AsyncGenerator<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      for (;;) {
        const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(READ_BYTES) });
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw translate(error);
  }
}

/** Each folder that is new has to be written down in the one around it. */
async function makeFolders(path: string): Promise<void> {
  const folder = resolve(path);
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
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
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageFull('There is no room for the bytes.');
  if (code !== undefined) return new StorageUnavailable('The folder of documents does not work.', code);
  return error instanceof Error ? error : new Error('A blob could not be written.');
}

/** Code of an error of the operating system. The body of a request fails with codes of its own, which are not ours. */
function codeOf(error: unknown): string | undefined {
  const isOfTheSystem = error instanceof Error && 'syscall' in error && 'code' in error;
  return isOfTheSystem && typeof error.code === 'string' ? error.code : undefined;
}
