// Unpacks the streams of a PDF, up to a limit: a few kilobytes can unpack to gigabytes.

import { inflateSync } from 'node:zlib';

const MEBIBYTE = 1024 * 1024;
/** A sheet in colour at 600 dpi has 105 MB. */
const MAX_STREAM_BYTES = 128 * MEBIBYTE;
const MAX_FILE_BYTES = 1024 * MEBIBYTE;
/** Objects are packed by the hundred, not by the million. */
const MAX_OBJECTS_BYTES = 32 * MEBIBYTE;

const FLATE: readonly string[] = ['/FlateDecode', '/Fl'];

/** What the streams of a file may unpack to, counted down. */
export interface Budget {
  left: number;
}

export function newBudget(): Budget {
  return { left: MAX_FILE_BYTES };
}

/** The stream unpacks to more than a paper needs. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The stream is packed in a way that cannot be looked through. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
}

/**
 * Measures what a stream unpacks to, as far as it is packed by Flate. One that breaks off is no harm here: the reader
 * shows less.
 *
 * @throws TooLarge
 */
export function measureStream(
  bytes: Buffer,
  start: number,
  filters: readonly string[],
  budget: Budget,
): void {
  let data = bytes.subarray(start);
  for (const filter of filters) {
    if (!FLATE.includes(filter)) return;
    try {
      data = inflate(data, Math.max(1, Math.min(MAX_STREAM_BYTES, budget.left)));
    } catch (error) {
      if (error instanceof TooLarge) throw error;
      return;
    }
    budget.left -= data.length;
  }
}

/**
 * Unpacks a stream that holds objects.
 *
 * @throws TooLarge
 * @throws NotReadable
 */
export function unpackObjects(bytes: Buffer, start: number, filters: readonly string[] | undefined): Buffer {
  if (filters === undefined || !filters.every((filter) => FLATE.includes(filter))) {
    throw new NotReadable('A stream of objects is packed in an unusual way.');
  }
  if (filters.length === 0) return bytes.subarray(start, endOfStream(bytes, start));
  let data = bytes.subarray(start);
  for (const _ of filters) data = inflate(data, MAX_OBJECTS_BYTES);
  return data;
}

function endOfStream(bytes: Buffer, start: number): number {
  const end = bytes.indexOf('endstream', start);
  return end === -1 ? bytes.length : end;
}

function inflate(data: Buffer, maxOutputLength: number): Buffer {
  try {
    return inflateSync(data, { maxOutputLength });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge('A stream unpacks to too much.');
    throw new NotReadable('A stream cannot be unpacked.');
  }
}
