// How long what is kept on a device stays there. Every entry says so itself, so that whoever comes next, on whichever page,
// can take away what is over without knowing what it was.

import { act, deleteDatabase, ENTRIES, inExisting, type DeviceDatabase } from './database.ts';

/** What every entry has, whatever is kept in it. */
export interface Entry {
  readonly id: string;
  /** When it was kept, in milliseconds of Unix time. */
  readonly at: number;
  /** For how long, in milliseconds. */
  readonly keptFor: number;
}

/** Of a clock that was set back by more than that, nothing is left either. What this version cannot read is over. */
export function isFresh(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null || !('at' in entry) || !('keptFor' in entry)) return false;
  const { at, keptFor } = entry;
  return typeof at === 'number' && typeof keptFor === 'number' && Math.abs(Date.now() - at) < keptFor;
}

/** All that is kept and not over; what is over goes. */
export async function recallFresh(database: DeviceDatabase): Promise<readonly unknown[]> {
  const found = await inExisting<unknown[]>(database, (opened) =>
    act(opened, ENTRIES, 'readonly', (store) => store.getAll()),
  );
  const fresh = (found ?? []).filter(isFresh);
  if (found && fresh.length < found.length) await eraseStale(database);
  return fresh;
}

/** Erases what is over; the database, too, when nothing is left in it. */
export async function eraseStale(database: DeviceDatabase): Promise<void> {
  const isEmptied = await inExisting(database, async (opened) => {
    // Of a version before there were any.
    if (!opened.objectStoreNames.contains(ENTRIES)) return true;
    let erased = 0;
    let left = 0;
    await act(opened, ENTRIES, 'readwrite', (store) => {
      // One at a time: each may be a large file.
      const looking = store.openCursor();
      looking.onsuccess = () => {
        const cursor = looking.result;
        if (!cursor) return;
        if (isFresh(cursor.value)) left += 1;
        else {
          cursor.delete();
          erased += 1;
        }
        cursor.continue();
      };
      return looking;
    });
    return erased > 0 && left === 0;
  });
  if (isEmptied) await deleteDatabase(database);
}

/** Erases one entry. */
export async function erase(database: DeviceDatabase, id: string): Promise<void> {
  await inExisting(database, (opened) => act(opened, ENTRIES, 'readwrite', (store) => store.delete(id)));
}
