// What is kept on the device, sealed: entries that only a key opens which never leaves the browser (WebCrypto, not
// extractable), in IndexedDB. A copy of the disk's files opens nothing without the browser's own key store, and nothing
// tells which questionnaire it was. Every entry ends by itself.

/** A sealed entry. */
interface Entry {
  readonly id: string;
  readonly kind: string;
  /** Milliseconds of Unix time. */
  readonly endsAt: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** An entry as it was kept. */
export interface Kept {
  readonly id: string;
  readonly value: unknown;
}

const DATABASE = 'lintas-surveys';
const ENTRIES = 'entries';
const KEYS = 'keys';
const KEY_NAME = 'key';
const IV_BYTES = 12;

/** Keeps a value until a time; `false` where nothing can be kept: private windows, full devices, plain http, Node. */
export async function keep(kind: string, id: string, value: unknown, endsAt: number): Promise<boolean> {
  if (!canKeep()) return false;
  try {
    const database = await open(true);
    if (!database) return false;
    try {
      const key = await findOrMakeKey(database);
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const text = new TextEncoder().encode(JSON.stringify(value));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
      const entry: Entry = { id, kind, endsAt, iv, sealed };
      await run(database, ENTRIES, 'readwrite', (store) => store.put(entry));
      return true;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Everything of a kind that has not ended. What has ended, or is of this kind and cannot be opened, is erased. */
export async function recall(kind: string): Promise<readonly Kept[]> {
  return inExisting([], async (database) => {
    const entries: unknown[] = await run(database, ENTRIES, 'readonly', (store) => store.getAll());
    const key: unknown = await run(database, KEYS, 'readonly', (store) => store.get(KEY_NAME));
    const found: Kept[] = [];
    for (const entry of entries.filter(isEntry)) {
      const isFresh = Date.now() < entry.endsAt && isKey(key);
      if (isFresh && entry.kind !== kind) continue;
      const value = isFresh ? await unseal(entry, key) : undefined;
      if (value === undefined) await run(database, ENTRIES, 'readwrite', (store) => store.delete(entry.id));
      else found.push({ id: entry.id, value });
    }
    return found;
  });
}

/** Erases one entry. */
export function forget(id: string): Promise<void> {
  return inExisting(undefined, async (database) => {
    await run(database, ENTRIES, 'readwrite', (store) => store.delete(id));
  });
}

/** Erases everything, the key included: the device looks as if nobody had ever answered anything. */
export async function forgetAll(): Promise<void> {
  if (!canKeep()) return;
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    // Blocked only for as long as another tab is at work on one entry.
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
  });
}

function canKeep(): boolean {
  return typeof indexedDB !== 'undefined' && 'subtle' in crypto;
}

/** Looking must not leave an empty database behind on a device whose owner was never asked. */
async function inExisting<Result>(
  otherwise: Result,
  work: (database: IDBDatabase) => Promise<Result>,
): Promise<Result> {
  if (!canKeep()) return otherwise;
  try {
    const database = (await isKnownMissing()) ? undefined : await open(false);
    if (!database) return otherwise;
    try {
      return await work(database);
    } finally {
      database.close();
    }
  } catch {
    return otherwise;
  }
}

/** WebKit keeps an empty database whose making was called off, so it is asked first; older browsers cannot be. */
async function isKnownMissing(): Promise<boolean> {
  if (!('databases' in indexedDB)) return false;
  return !(await indexedDB.databases()).some(({ name }) => name === DATABASE);
}

function open(mayCreate: boolean): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    let isMissing = false;
    request.onupgradeneeded = () => {
      if (mayCreate) {
        request.result.createObjectStore(ENTRIES, { keyPath: 'id' });
        request.result.createObjectStore(KEYS);
      } else {
        isMissing = true;
        request.transaction?.abort();
      }
    };
    request.onsuccess = () => {
      // Another tab erases everything: it does not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = (event) => {
      // Otherwise Firefox reports it to the page.
      event.preventDefault();
      if (isMissing) resolve(undefined);
      else reject(new Error('The device keeps nothing.'));
    };
  });
}

/** Does one thing; resolves when it is written down. */
function run<Result>(
  database: IDBDatabase,
  name: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(new Error('The device did not keep it.'));
  });
}

/** Of two tabs that find none, one makes the key that both use. */
async function findOrMakeKey(database: IDBDatabase): Promise<CryptoKey> {
  const find = (): Promise<unknown> => run(database, KEYS, 'readonly', (store) => store.get(KEY_NAME));
  const found = await find();
  if (isKey(found)) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // `add` fails where a key is already.
  await run(database, KEYS, 'readwrite', (store) => store.add(made, KEY_NAME)).catch(() => undefined);
  const kept = await find();
  if (!isKey(kept)) throw new Error('The device keeps no key.');
  return kept;
}

async function unseal({ iv, sealed }: Entry, key: CryptoKey): Promise<unknown> {
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}

function isKey(value: unknown): value is CryptoKey {
  return typeof CryptoKey !== 'undefined' && value instanceof CryptoKey;
}

function isEntry(value: unknown): value is Entry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'endsAt' in value &&
    typeof value.endsAt === 'number' &&
    'sealed' in value &&
    value.sealed instanceof ArrayBuffer
  );
}
