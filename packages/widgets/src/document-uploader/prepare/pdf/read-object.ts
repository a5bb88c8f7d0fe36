// One object of a PDF, at its place in the file: a value, and the bytes of its stream where it has one.

import { asText, type ByteSource } from '../byte-source.ts';
import { parseValue, skipSpace, type PdfValue } from './parse-value.ts';

export interface PdfObject {
  readonly value: PdfValue;
  /** Where the bytes of its stream begin. */
  readonly streamStart: number | undefined;
}

/** A dictionary that is longer than this is not one that is needed here, in bytes. */
const MAX_LENGTH = 256 * 1024;

/** Reads `12 0 obj …`; `undefined` where there is something else. */
export async function readObject(
  source: ByteSource,
  start: number,
  number?: number,
): Promise<PdfObject | undefined> {
  const head = asText(await source.read(start, 64));
  const [opening, object] = /^\s*(\d+)\s+\d+\s+obj/.exec(head) ?? [];
  if (opening === undefined || (number !== undefined && Number(object) !== number)) return undefined;
  return readValue(source, start + opening.length);
}

/** Reads the value at a place, and where a stream begins behind it. */
export async function readValue(source: ByteSource, start: number): Promise<PdfObject | undefined> {
  for (let length = 1024; length <= MAX_LENGTH; length *= 4) {
    const text = asText(await source.read(start, length));
    const parsed = parseValue(text, 0);
    // A number at the end of the piece may go on behind it.
    if (parsed && (parsed.end + 20 < text.length || text.length < length)) {
      const stream = /^stream\r?\n/.exec(text.slice(skipSpace(text, parsed.end)));
      const streamStart = stream ? start + skipSpace(text, parsed.end) + stream[0].length : undefined;
      return { value: parsed.value, streamStart };
    }
    if (text.length < length) return undefined;
  }
  return undefined;
}
