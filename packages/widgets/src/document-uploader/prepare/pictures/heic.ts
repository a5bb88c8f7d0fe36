// HEIC (ISO/IEC 23008-12 in ISO/IEC 14496-12 boxes): items in a file, with a table that says where each one is.
// Metadata is overwritten in its place, because everything else is found by its distance from the start.

import {
  BOX_HEAD_BYTES,
  isMetadata,
  META_HEAD_BYTES,
  readBox,
  readBoxes,
  readItems,
  type Box,
  type Extent,
  type Item,
} from '@lintas/contract/documents/heif';
import { viewOf, type ByteSource } from '../byte-source.ts';
import type { Pixels } from '../prepared-file.ts';
import { isLocatedXmp, readExif, writeOrientation } from './exif.ts';
import { gather, type Picture } from './picture.ts';

/** The table is small; one that is not is not read. */
const MAX_TABLE = 1024 * 1024;
const MAX_METADATA = 4 * 1024 * 1024;

/** Finds the picture in the file; `undefined` where it breaks off or makes no sense. */
export async function readHeic(source: ByteSource): Promise<Picture | undefined> {
  const meta = await findMeta(source);
  if (!meta || meta.end - meta.from > MAX_TABLE) return undefined;
  const table = new Uint8Array(await source.read(meta.from, meta.end - meta.from));
  const pixels = readPixels(table);
  if (!pixels) return undefined;
  const parts = gather();
  const metadata = findMetadata(readItems(table, source.size));
  let at = 0;
  for (const { start, end, type } of metadata ?? []) {
    if (end > source.size || end - start > MAX_METADATA) return undefined;
    // An item without a length is all that follows, and others are in it.
    if (end <= at) continue;
    parts.keep(at, Math.max(at, start));
    at = Math.max(at, start);
    const content = await source.read(at, end - at);
    const blank = type === 'Exif' ? blankExif(content.length) : new Uint8Array(content.length).fill(0x20);
    if (content.every((byte, index) => byte === blank[index])) {
      parts.keep(at, end);
    } else {
      parts.drop({ located: type === 'Exif' ? isLocatedExif(content) : isLocatedXmp(content) });
      parts.put(blank);
    }
    at = end;
  }
  parts.keep(at, source.size);
  return { ...parts.finish(pixels), keepsDetails: metadata === undefined };
}

async function findMeta(source: ByteSource): Promise<Box | undefined> {
  for (let at = 0; at < source.size;) {
    const box = readBox(await source.read(at, BOX_HEAD_BYTES), at, source.size);
    if (!box || box.type === 'meta') return box;
    at = box.end;
  }
  return undefined;
}

interface Metadata extends Extent {
  readonly type: string;
}

/** Where EXIF and XMP are, in the order of the file; `undefined` where they are somewhere else than in it. */
function findMetadata(items: readonly Item[] | undefined): Metadata[] | undefined {
  const found: Metadata[] = [];
  for (const { type, extents } of items?.filter(isMetadata) ?? []) {
    if (!extents) return undefined;
    found.push(...extents.map((extent) => ({ ...extent, type })));
  }
  return items && found.sort((one, other) => one.start - other.start);
}

/** The largest picture in the file (the others are its tiles and small copies), turned as the file says. */
function readPixels(table: Uint8Array): Pixels | undefined {
  const inside = (type: string, { from, end }: { from: number; end: number }): readonly Box[] =>
    readBoxes(table, from, end).filter((box) => box.type === type);
  const containers = inside('iprp', { from: META_HEAD_BYTES, end: table.length }).flatMap((box) =>
    inside('ipco', box),
  );
  let largest: Pixels | undefined;
  let turned = false;
  for (const { type, from, end } of containers.flatMap((box) => readBoxes(table, box.from, box.end))) {
    if (type === 'irot') turned ||= (table[from] ?? 0) % 2 === 1;
    if (type !== 'ispe' || end - from < 12) continue;
    const size = { width: viewOf(table).getUint32(from + 4), height: viewOf(table).getUint32(from + 8) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest && turned ? { width: largest.height, height: largest.width } : largest;
}

/** An EXIF item begins with the distance to its TIFF structure (23008-12, annex A). */
function isLocatedExif(content: Uint8Array): boolean {
  const distance = content.length >= 4 ? viewOf(content).getUint32(0) : 0;
  return readExif(content.subarray(4 + distance)).located;
}

/** EXIF of this length that says nothing. The file itself says how the picture is turned. */
function blankExif(length: number): Uint8Array<ArrayBuffer> {
  const blank = new Uint8Array(length);
  const nothing = writeOrientation(1);
  if (length >= 4 + nothing.length) blank.set(nothing, 4);
  return blank;
}
