// Unpacks the streams of a PDF, up to a limit. What goes in and what comes out is paid for as it goes, also where a
// stream breaks off in the end.

import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { addObjects, TooLarge, type Budget } from './pdf-budget.ts';

/** A sheet in colour at 600 dpi has 105 MB. */
const MAX_STREAM_BYTES = 128 * 1024 * 1024;
const PIECE_BYTES = 8 * 1024;
const OUTPUT_BYTES = 64 * 1024;

const FLATE: readonly string[] = ['/FlateDecode', '/Fl'];

/** The stream is packed in a way that cannot be looked through. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
}

/**
 * Looks how much a stream unpacks to, as far as it is packed by Flate. One that breaks off is no harm here: the reader
 * shows less.
 *
 * @throws TooLarge
 */
export async function measureStream(
  bytes: Buffer,
  start: number,
  filters: readonly string[],
  budget: Budget,
): Promise<void> {
  let data = bytes.subarray(start);
  for (const filter of filters) {
    if (!FLATE.includes(filter)) return;
    try {
      data = await inflate(data, MAX_STREAM_BYTES, budget);
    } catch (error) {
      if (error instanceof NotReadable) return;
      throw error;
    }
  }
}

/**
 * Unpacks a stream that holds objects.
 *
 * @throws TooLarge
 * @throws NotReadable
 */
export async function unpackObjects(
  bytes: Buffer,
  start: number,
  filters: readonly string[] | undefined,
  budget: Budget,
): Promise<Buffer> {
  if (filters === undefined || !filters.every((filter) => FLATE.includes(filter))) {
    throw new NotReadable('A stream of objects is packed in an unusual way.');
  }
  let data = bytes.subarray(start, filters.length === 0 ? endOfStream(bytes, start) : undefined);
  for (const _ of filters) data = await inflate(data, budget.objects, budget);
  addObjects(budget, data.length);
  return data;
}

function endOfStream(bytes: Buffer, start: number): number {
  const end = bytes.indexOf('endstream', start);
  return end === -1 ? bytes.length : end;
}

async function inflate(data: Buffer, most: number, budget: Budget): Promise<Buffer> {
  const engine = createInflate({ chunkSize: OUTPUT_BYTES });
  const source = Readable.from(inPieces(data, budget));
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of source.pipe(engine)) {
      if (!(chunk instanceof Uint8Array)) continue;
      chunks.push(chunk);
      length += chunk.length;
      budget.unpacking -= chunk.length;
      if (length > most) throw new TooLarge('A stream unpacks to too much.');
    }
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    if (budget.unpacking >= 0) throw new NotReadable('A stream cannot be unpacked.');
  } finally {
    // It does not read what stands behind its end.
    source.destroy();
  }
  if (budget.unpacking < 0) throw new TooLarge('The streams of a file unpack to too much.');
  return Buffer.concat(chunks, length);
}

/** Ends early when there is nothing left to pay with. */
function* inPieces(data: Buffer, budget: Budget): Generator<Buffer> {
  for (let at = 0; at < data.length && budget.unpacking >= 0; at += PIECE_BYTES) {
    const piece = data.subarray(at, at + PIECE_BYTES);
    budget.unpacking -= piece.length;
    yield piece;
  }
}
