// What this device keeps, as somebody sees it who looks into the browser's storage.

import { until } from './until.ts';

/** Names of all databases of this origin. */
export async function listDatabases(): Promise<readonly string[]> {
  return (await indexedDB.databases()).map(({ name }) => name ?? '').sort();
}

/** Waits until there is none. */
export async function untilNothingIsKept(): Promise<void> {
  await until(async () => (await listDatabases()).length === 0);
}

/** Nothing of earlier tests is left. */
export async function clearDevice(): Promise<void> {
  for (const name of await listDatabases()) await remove(name);
}

/** Lets so many hours pass for what is kept. */
export async function age(hours: number): Promise<void> {
  for (const name of await listDatabases()) {
    const database = await openThere(name);
    if (!database) continue;
    await new Promise<void>((resolve) => {
      const transaction = database.transaction('entries', 'readwrite');
      transaction.oncomplete = () => resolve();
      const opening = transaction.objectStore('entries').openCursor();
      opening.onsuccess = () => {
        const cursor = opening.result;
        if (!cursor) return;
        const entry = cursor.value as { readonly at: number };
        cursor.update({ ...entry, at: entry.at - hours * 3_600_000 });
        cursor.continue();
      };
    });
    database.close();
  }
}

/** A database, if it is there: it may be deleted at any moment, and looking must not make an empty one. */
export async function openThere(name: string): Promise<IDBDatabase | undefined> {
  if (!(await listDatabases()).includes(name)) return undefined;
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => resolve(opening.result);
    // WebKit leaves an empty one of which the making was called off.
    opening.onerror = () => void remove(name).then(() => resolve(undefined));
  });
}

function remove(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
  });
}
