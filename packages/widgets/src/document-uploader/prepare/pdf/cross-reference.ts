// The cross-reference of a PDF (ISO 32000-1, sections 7.5.4 to 7.5.8): where each object is. A file that was changed
// has several, each with the place of the one before.

import { asText, type ByteSource } from '../byte-source.ts';
import { isDictionary, type Dictionary } from './parse-value.ts';
import { readObject, readValue } from './read-object.ts';
import { readStream } from './read-stream.ts';

/** Where an object is: in the file, or in a stream of objects. */
export type ObjectLocation = { readonly offset: number } | { readonly stream: number };

export interface Section {
  readonly trailer: Dictionary;
  /** `undefined` where this section does not know the object. */
  find(object: number): Promise<ObjectLocation | undefined>;
}

const MAX_SECTIONS = 64;
const MAX_SUBSECTIONS = 10_000;
/** Each entry of a table has 20 bytes: ten digits, five digits, and a letter. */
const ENTRY = 20;

/** Reads the sections from the newest to the oldest, as far as they make sense. */
export async function readSections(source: ByteSource, start: number): Promise<readonly Section[]> {
  const sections: Section[] = [];
  const seen = new Set<number>();
  const waiting: unknown[] = [start];
  while (waiting.length > 0 && sections.length < MAX_SECTIONS) {
    const at = waiting.shift();
    if (typeof at !== 'number' || seen.has(at) || at >= source.size) continue;
    seen.add(at);
    const section = (await readTable(source, at)) ?? (await readTableStream(source, at));
    if (!section) break;
    sections.push(section);
    // A table may have a stream beside it for readers that know streams.
    waiting.push(section.trailer.get('XRefStm'), section.trailer.get('Prev'));
  }
  return sections;
}

interface Subsection {
  readonly first: number;
  readonly count: number;
  /** Where its entries begin, in bytes. */
  readonly start: number;
}

/** A table in plain text. Its entries stay in the file until one of them is asked for. */
async function readTable(source: ByteSource, start: number): Promise<Section | undefined> {
  const [opening] = /^\s*xref/.exec(asText(await source.read(start, 32))) ?? [];
  if (opening === undefined) return undefined;
  const subsections: Subsection[] = [];
  for (let at = start + opening.length; subsections.length < MAX_SUBSECTIONS;) {
    const text = asText(await source.read(at, 64));
    const [trailerOpening] = /^\s*trailer/.exec(text) ?? [];
    if (trailerOpening !== undefined) {
      const trailer = (await readValue(source, at + trailerOpening.length))?.value;
      return isDictionary(trailer)
        ? { trailer, find: (object) => findEntry(source, subsections, object) }
        : undefined;
    }
    const [line, first, count] = /^\s*(\d+) +(\d+)[ \t]*(\r\n|\r|\n)/.exec(text) ?? [];
    if (line === undefined) return undefined;
    subsections.push({ first: Number(first), count: Number(count), start: at + line.length });
    at += line.length + Number(count) * ENTRY;
  }
  return undefined;
}

async function findEntry(
  source: ByteSource,
  subsections: readonly Subsection[],
  object: number,
): Promise<ObjectLocation | undefined> {
  const subsection = subsections.find(({ first, count }) => object >= first && object < first + count);
  if (!subsection) return undefined;
  const entry = asText(await source.read(subsection.start + (object - subsection.first) * ENTRY, ENTRY));
  const [, offset] = /^(\d{10}) \d{5} n/.exec(entry) ?? [];
  return offset === undefined ? undefined : { offset: Number(offset) };
}

/** A table in a stream: columns of numbers, whose widths are in `W`, for the objects that `Index` names. */
async function readTableStream(source: ByteSource, start: number): Promise<Section | undefined> {
  const object = await readObject(source, start);
  if (!object || !isDictionary(object.value) || object.streamStart === undefined) return undefined;
  const trailer = object.value;
  const table = await readStream(source, object.streamStart, trailer.get('Length'), trailer);
  const [type, second, third] = numbersOf(trailer.get('W'));
  if (!table || type === undefined || second === undefined || third === undefined) return undefined;
  const index = numbersOf(trailer.get('Index') ?? [0, trailer.get('Size') ?? 0]);
  const numberAt = (at: number, width: number): number =>
    table.subarray(at, at + width).reduce((sum, byte) => sum * 256 + byte, 0);
  const find = (object: number): ObjectLocation | undefined => {
    const row = rowOf(index, object);
    if (row === undefined) return undefined;
    const at = row * (type + second + third);
    if (at + type + second + third > table.length) return undefined;
    // Without a column for the type, every entry is of type 1.
    const kind = type === 0 ? 1 : numberAt(at, type);
    const value = numberAt(at + type, second);
    if (kind === 1) return { offset: value };
    return kind === 2 ? { stream: value } : undefined;
  };
  return { trailer, find: (object) => Promise.resolve(find(object)) };
}

/** Which row of the table is about the object. */
function rowOf(index: readonly number[], object: number): number | undefined {
  let row = 0;
  for (let at = 0; at + 1 < index.length; at += 2) {
    const [first = 0, count = 0] = [index[at], index[at + 1]];
    if (object >= first && object < first + count) return row + object - first;
    row += count;
  }
  return undefined;
}

function numbersOf(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}
