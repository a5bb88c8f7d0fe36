// What is kept on the device so that an upload survives the page: its bytes, where they go, and their digest, under a
// random key. No name, and nothing that says whose it is: what kind of document it is, the API tells to whoever opens
// the case again. Kept only when the person has agreed that the device is theirs, and for a day at most.

import { act, deleteDatabase, ENTRIES, inMade, UPLOADS } from '../device/database.ts';
import { erase as eraseEntry, recallFresh, type Entry } from '../device/entries.ts';
import { randomKey } from '../transport.ts';

/** An upload as it is kept. */
export interface KeptUpload extends Entry {
  /** The API, and the document there. Without the session of its case this opens nothing. */
  readonly baseUrl: string;
  readonly documentId: string;
  readonly digest: string;
  /** Never a `File`: that would have its name. */
  readonly bytes: Blob;
}

/** Milliseconds. */
const KEPT_FOR = 24 * 60 * 60_000;
/** Bytes that a page may hold at once. */
const LARGEST_IN_MEMORY = 32 * 1024 * 1024;

/**
 * Keeps an upload; answers its id. `undefined` where nothing can be kept: private windows, full devices, Node.
 *
 * @param mayKeep whether it still may, asked at the last moment
 */
export async function keep(
  upload: Omit<KeptUpload, keyof Entry>,
  mayKeep: () => boolean,
): Promise<string | undefined> {
  const entry: KeptUpload = { ...upload, id: randomKey(), at: Date.now(), keptFor: KEPT_FOR };
  const put = (value: object): Promise<IDBValidKey> =>
    inMade(UPLOADS, mayKeep, (opened) => act(opened, ENTRIES, 'readwrite', (store) => store.put(value)));
  try {
    await put(entry).catch(async (error: unknown) => {
      // WebKit keeps no blobs where it keeps things for a while only, as in private windows.
      if (entry.bytes.size > LARGEST_IN_MEMORY) throw error;
      await put({ ...entry, bytes: await entry.bytes.arrayBuffer() });
    });
    return entry.id;
  } catch {
    return undefined;
  }
}

/** All that is kept; what is older than a day is erased. */
export async function recall(): Promise<readonly KeptUpload[]> {
  return (await recallFresh(UPLOADS)).map(withBlob).filter(isKept);
}

/** Erases one. */
export function erase(id: string): Promise<void> {
  return eraseEntry(UPLOADS, id);
}

/** Erases everything. */
export function eraseAll(): Promise<void> {
  return deleteDatabase(UPLOADS);
}

function withBlob(value: unknown): unknown {
  const hasBytes = typeof value === 'object' && value !== null && 'bytes' in value;
  return hasBytes && value.bytes instanceof ArrayBuffer
    ? { ...value, bytes: new Blob([value.bytes]) }
    : value;
}

function isKept(value: unknown): value is KeptUpload {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Blob;
}
