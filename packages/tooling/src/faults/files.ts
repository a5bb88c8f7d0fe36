// Where the files of an installation are kept: in a folder, or in a bucket on an object store.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBucket } from '../buckets.ts';
import { cleanUpAtExit } from '../processes.ts';

export interface Files {
  /** What a server has to be told to keep them here. */
  readonly settings: Readonly<Record<string, string>>;
  /** The file of a document, as it was handed in. */
  read(id: string): Promise<Uint8Array>;
  /** What there is beside whole files, each in a few words: pieces of these documents, and what nobody finished. */
  leftovers(ids: readonly string[]): Promise<string[]>;
  remove(): Promise<void>;
}

export function keepInFolder(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-faults-files-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const forget = cleanUpAtExit(removeFolder);
  return {
    settings: { LINTAS_BLOB_URL: pathToFileURL(folder).href },
    read: (id) => readFile(join(folder, 'originals', id)),
    leftovers: (ids) =>
      Promise.resolve([
        ...ids.filter((id) => filesIn(join(folder, 'segments', id)).length > 0).map(piecesOf),
        ...filesIn(join(folder, '.drafts')).map(() => 'a draft'),
      ]),
    remove() {
      removeFolder();
      forget();
      return Promise.resolve();
    },
  };
}

/** @param store address of the object store, with the keys to it */
export async function keepInBucket(store: string): Promise<Files> {
  const bucket = await createBucket(store);
  return {
    settings: { LINTAS_BLOB_URL: bucket.url, ...bucket.credentials },
    read: (id) => bucket.read(`originals/${id}`),
    async leftovers(ids) {
      const [pieces, unfinished] = await Promise.all([bucket.list('segments/'), bucket.unfinished()]);
      return [
        ...ids.filter((id) => pieces.some((key) => key.startsWith(`segments/${id}/`))).map(piecesOf),
        ...unfinished.map(() => 'an object that was never completed'),
      ];
    },
    remove: () => bucket.remove(),
  };
}

function piecesOf(id: string): string {
  return `segments of ${id}`;
}

/** A folder that nobody has made holds nothing. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
