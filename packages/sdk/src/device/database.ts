// The databases in which a person's device keeps things for this origin: whether there is one, opened, acted on, deleted.
// What lies in them is the business of whoever keeps it.

/** A database, with what it holds. */
export interface DeviceDatabase {
  readonly name: string;
  readonly stores: Readonly<Record<string, IDBObjectStoreParameters>>;
}

/** What is kept, one by one; every database has it. See `Entry` in `entries.ts`. */
export const ENTRIES = 'entries';
/** Keys for what is sealed. */
export const KEYS = 'keys';

/** Files that were not sent yet. */
export const UPLOADS: DeviceDatabase = { name: 'lintas-uploads', stores: { [ENTRIES]: { keyPath: 'id' } } };
/** Forms that were begun, and answers that wait for the network. */
export const SURVEYS: DeviceDatabase = {
  name: 'lintas-surveys',
  stores: { [ENTRIES]: { keyPath: 'id' }, [KEYS]: {} },
};

/**
 * Whether it is on the device. Looking leaves nothing behind.
 *
 * @returns `undefined` where the browser does not tell, as Firefox before 2024
 */
export async function isThere({ name }: DeviceDatabase): Promise<boolean | undefined> {
  try {
    return (await indexedDB.databases()).some((found) => found.name === name);
  } catch {
    return undefined;
  }
}

/**
 * Works in a database, which is made where there is none.
 *
 * @param mayMake asked before anything is begun, and again when it is made: a person may have left meanwhile
 * @throws Error where nothing can be kept: private windows, full devices, Node
 */
export function inMade<Result>(
  database: DeviceDatabase,
  mayMake: () => boolean,
  work: (opened: IDBDatabase) => Promise<Result>,
): Promise<Result> {
  if (!mayMake()) return Promise.reject(new Error('It is not wanted any more.'));
  return inside(database, mayMake, work);
}

/** Works in a database if there is one: looking must not leave an empty one behind. Otherwise `undefined`. */
export async function inExisting<Result>(
  database: DeviceDatabase,
  work: (opened: IDBDatabase) => Promise<Result>,
): Promise<Result | undefined> {
  if ((await isThere(database)) === false) return undefined;
  return inside(database, () => false, work).catch(() => undefined);
}

/** Does one thing; resolves when it is written down. */
export function act<Result>(
  opened: IDBDatabase,
  store: string,
  mode: IDBTransactionMode,
  begin: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const transaction = opened.transaction(store, mode, { durability: 'strict' });
    const request = begin(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(new Error('The device did not keep it.'));
  });
}

/**
 * Deletes it, with all that is in it. That has begun when this returns. Whoever works in it finishes the one thing that
 * they do, and no more; if the page ends before they have, WebKit deletes nothing.
 */
export function deleteDatabase({ name }: DeviceDatabase): Promise<void> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => resolve();
    } catch {
      // Nothing could ever be kept here.
      resolve();
    }
  });
}

async function inside<Result>(
  database: DeviceDatabase,
  mayMake: () => boolean,
  work: (opened: IDBDatabase) => Promise<Result>,
): Promise<Result> {
  const opened = await open(database, mayMake);
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
}

function open(database: DeviceDatabase, mayMake: () => boolean): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database.name, 1);
    let isCalledOff = false;
    request.onupgradeneeded = () => {
      if (mayMake()) {
        for (const [name, options] of Object.entries(database.stores))
          request.result.createObjectStore(name, options);
      } else {
        isCalledOff = true;
        request.transaction?.abort();
      }
    };
    request.onsuccess = () => {
      // Somebody deletes it: they do not wait for this page.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = (event) => {
      // Otherwise Firefox reports it to the page.
      event.preventDefault();
      // WebKit leaves an empty one of which the making was called off.
      if (isCalledOff) void deleteDatabase(database);
      reject(new Error('The device keeps nothing.'));
    };
  });
}
