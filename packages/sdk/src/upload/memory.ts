// What is kept on the device so that an upload survives the page: its bytes, where they go, and their digest, under a
// random key. No name, and nothing that says whose it is: what kind of document it is, the API tells to whoever opens
// the case again. Kept only when the person has agreed that the device is theirs, and for a day at most.

import { randomKey } from '../transport.ts';

/** An upload as it is kept. */
export interface RememberedUpload {
  readonly key: string;
  /** The API, and the document there. Without the session of its case this opens nothing. */
  readonly baseUrl: string;
  readonly documentId: string;
  readonly digest: string;
  /** Never a `File`: that would have its name. */
  readonly bytes: Blob;
  /** Milliseconds of Unix time. */
  readonly at: number;
}

const DATABASE = 'lintas-uploads';
const STORE = 'uploads';
/** Milliseconds. */
const KEPT_FOR = 24 * 60 * 60_000;
/** Bytes that a page may hold at once. */
const LARGEST_IN_MEMORY = 32 * 1024 * 1024;

/** Keeps an upload; answers its key. `undefined` where nothing can be kept: private windows, full devices, Node. */
export async function remember(upload: Omit<RememberedUpload, 'key' | 'at'>): Promise<string | undefined> {
  if (!canLook()) return undefined;
  const entry: RememberedUpload = { ...upload, key: randomKey(), at: Date.now() };
  const stored = await put(entry).catch(() => putWithoutBlob(entry).catch(() => undefined));
  return stored === undefined ? undefined : entry.key;
}

function put(entry: object): Promise<IDBValidKey> {
  return inStore('readwrite', (store) => store.put(entry));
}

/** WebKit keeps no blobs where it keeps things for a while only, as in private windows. */
async function putWithoutBlob(entry: RememberedUpload): Promise<IDBValidKey | undefined> {
  if (entry.bytes.size > LARGEST_IN_MEMORY) return undefined;
  return put({ ...entry, bytes: await entry.bytes.arrayBuffer() });
}

/** All that is kept; what is older than a day is erased first. */
export async function recall(): Promise<readonly RememberedUpload[]> {
  if (!(await isThere())) return [];
  const found: unknown[] =
    (await inStore('readonly', (store) => store.getAll()).catch(() => undefined)) ?? [];
  const fresh = found
    .map(withBlob)
    .filter(isRemembered)
    .filter(({ at }) => Math.abs(Date.now() - at) < KEPT_FOR);
  const stale = found.map(keyOf).filter((key) => fresh.every((kept) => kept.key !== key));
  await Promise.all(stale.map((key) => erase(key)));
  return fresh;
}

/** Erases one. */
export async function erase(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key)).catch(() => undefined);
}

/** Erases everything. */
export async function eraseAll(): Promise<void> {
  if (await isThere()) await inStore('readwrite', (store) => store.clear()).catch(() => undefined);
}

/** Looking must not leave an empty database behind on a device whose owner was never asked. */
async function isThere(): Promise<boolean> {
  if (!canLook()) return false;
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === DATABASE);
  } catch {
    return false;
  }
}

/** Where one cannot look without leaving a trace, as in Firefox before 2024, nothing is kept in the first place. */
function canLook(): boolean {
  return typeof indexedDB !== 'undefined' && 'databases' in indexedDB;
}

/** Does one thing; resolves when it is written down. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'key' });
  const database = await resultOf(opening);
  try {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new Error('The device did not keep it.'));
    });
    return request.result;
  } finally {
    database.close();
  }
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('The device keeps nothing.'));
  });
}

function withBlob(value: unknown): unknown {
  const isKept = typeof value === 'object' && value !== null && 'bytes' in value;
  return isKept && value.bytes instanceof ArrayBuffer ? { ...value, bytes: new Blob([value.bytes]) } : value;
}

function isRemembered(value: unknown): value is RememberedUpload {
  return (
    typeof value === 'object' &&
    value !== null &&
    'bytes' in value &&
    value.bytes instanceof Blob &&
    'at' in value &&
    typeof value.at === 'number'
  );
}

/** What this version cannot read is erased like what is too old. */
function keyOf(value: unknown): string {
  const isKept = typeof value === 'object' && value !== null && 'key' in value;
  return isKept && typeof value.key === 'string' ? value.key : '';
}
