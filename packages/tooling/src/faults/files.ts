// Where the files of an installation are kept: in a folder, or in a bucket on an object store.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBucket } from '../buckets.ts';
import { cleanUpAtExit } from '../processes.ts';

export interface Files {
  /** What a server has to be told to keep them here. */
  readonly settings: Readonly<Record<string, string>>;
  /** Names of all that there is of a document as it was handed in: once it is finished, one file. */
  namesOf(id: string): Promise<string[]>;
  /** How many files there are that somebody has begun to write. */
  countDrafts(): Promise<number>;
  remove(): Promise<void>;
}

export function keepInFolder(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-faults-files-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const forget = cleanUpAtExit(removeFolder);
  return {
    settings: { LINTAS_BLOB_URL: pathToFileURL(folder).href },
    namesOf: (id) =>
      Promise.resolve([
        ...filesIn(join(folder, 'originals'))
          .filter((name) => name === id)
          .map((name) => `originals/${name}`),
        ...filesIn(join(folder, 'segments', id)).map((name) => `segments/${id}/${name}`),
      ]),
    countDrafts: () => Promise.resolve(filesIn(join(folder, '.drafts')).length),
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
    namesOf: async (id) => [
      ...(await bucket.list(`originals/${id}`)),
      ...(await bucket.list(`segments/${id}/`)),
    ],
    countDrafts: async () => (await bucket.unfinished()).length,
    remove: () => bucket.remove(),
  };
}

/** A folder that nobody has made holds nothing. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
