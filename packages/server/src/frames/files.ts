// The files of the elements, as they are sent: held in memory, because they are few, and never anybody's.

import type { Cryptography } from '../adapters.ts';
import { gzip } from '../http/compression.ts';
import { hex } from '../identifiers.ts';

/** One file, ready to be sent. */
export interface ElementFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  /** Entity tag with its quotes. */
  readonly etag: string;
}

/** By their names, which have no folder. */
export type ElementFiles = ReadonlyMap<string, ElementFile>;

/** The file that the page in a frame begins with. */
export const FRAME_SCRIPT = 'framed.js';

/** @param texts the files of the bundle for script tags, by their names */
export async function prepareElementFiles(
  texts: ReadonlyMap<string, string>,
  { sha256 }: Pick<Cryptography, 'sha256'>,
): Promise<ElementFiles> {
  const files = [...texts].map(async ([name, text]): Promise<[string, ElementFile]> => [
    name,
    {
      bytes: new TextEncoder().encode(text),
      gzip: await gzip(text),
      etag: `"${hex(sha256(text)).slice(0, 32)}"`,
    },
  ]);
  return new Map(await Promise.all(files));
}
