// Reads a picture by its type.

import type { ByteSource } from '../byte-source.ts';
import { readHeic } from './heic.ts';
import { readJpeg } from './jpeg.ts';
import type { Picture } from './picture.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

type ReadPicture = (source: ByteSource) => Promise<Picture | undefined>;

const READERS = new Map<string, ReadPicture>([
  ['image/jpeg', readJpeg],
  ['image/png', readPng],
  ['image/webp', readWebp],
  ['image/heic', readHeic],
]);

/** The function that reads pictures of the type; `undefined` for everything else. */
export function pictureReader(mediaType: string): ReadPicture | undefined {
  return READERS.get(mediaType);
}
