// What is kept on the device, sealed: entries that only a key opens which never leaves the browser (WebCrypto, not
// extractable), in IndexedDB. A copy of the disk's files opens nothing without the browser's own key store, and nothing
// tells which questionnaire it was. Every entry ends by itself.

import { act, deleteDatabase, ENTRIES, inExisting, inMade, KEYS, SURVEYS } from '../device/database.ts';
import { erase as eraseEntry, recallFresh, type Entry } from '../device/entries.ts';

/** A sealed entry. */
interface SealedEntry extends Entry {
  readonly kind: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** An entry as it was kept. */
export interface Kept {
  readonly id: string;
  readonly value: unknown;
}

const KEY_NAME = 'key';
const IV_BYTES = 12;

/**
 * Keeps a value; `false` where nothing can be kept: private windows, full devices, plain http, Node.
 *
 * @param keptFor milliseconds
 * @param mayKeep whether it still may, asked at the last moment
 */
export async function keep(
  { id, kind, keptFor }: Pick<SealedEntry, 'id' | 'kind' | 'keptFor'>,
  value: unknown,
  mayKeep: () => boolean = () => true,
): Promise<boolean> {
  try {
    await inMade(
      SURVEYS,
      () => 'subtle' in crypto && mayKeep(),
      async (opened) => {
        const key = await findOrMakeKey(opened);
        const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
        const text = new TextEncoder().encode(JSON.stringify(value));
        const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
        const entry: SealedEntry = { id, kind, at: Date.now(), keptFor, iv, sealed };
        await act(opened, ENTRIES, 'readwrite', (store) => store.put(entry));
      },
    );
    return true;
  } catch {
    return false;
  }
}

/** Everything of a kind that is not over. What is over, or is of this kind and cannot be opened, is erased. */
export async function recall(kind: string): Promise<readonly Kept[]> {
  const entries = (await recallFresh(SURVEYS)).filter(isSealed).filter((entry) => entry.kind === kind);
  const read = entries.length > 0 && (await inExisting(SURVEYS, async (opened) => [await findKey(opened)]));
  if (!read) return [];
  const [key] = read;
  const found: Kept[] = [];
  for (const entry of entries) {
    const value = isKey(key) ? await unseal(entry, key) : undefined;
    if (value === undefined) await erase(entry.id);
    else found.push({ id: entry.id, value });
  }
  return found;
}

/** Erases one entry. */
export function erase(id: string): Promise<void> {
  return eraseEntry(SURVEYS, id);
}

/** Erases everything, the key included: the device looks as if nobody had ever answered anything. */
export function eraseAll(): Promise<void> {
  return deleteDatabase(SURVEYS);
}

function findKey(opened: IDBDatabase): Promise<unknown> {
  return act(opened, KEYS, 'readonly', (store) => store.get(KEY_NAME));
}

/** Of two tabs that find none, one makes the key that both use. */
async function findOrMakeKey(opened: IDBDatabase): Promise<CryptoKey> {
  const found = await findKey(opened);
  if (isKey(found)) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // `add` fails where a key is already.
  await act(opened, KEYS, 'readwrite', (store) => store.add(made, KEY_NAME)).catch(() => undefined);
  const kept = await findKey(opened);
  if (!isKey(kept)) throw new Error('The device keeps no key.');
  return kept;
}

async function unseal({ iv, sealed }: SealedEntry, key: CryptoKey): Promise<unknown> {
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

function isSealed(value: unknown): value is SealedEntry {
  return (
    typeof value === 'object' && value !== null && 'sealed' in value && value.sealed instanceof ArrayBuffer
  );
}
