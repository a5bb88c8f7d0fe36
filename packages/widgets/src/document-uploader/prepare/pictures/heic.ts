// HEIC (ISO/IEC 23008-12 in ISO/IEC 14496-12 boxes): items in a file, with a table that says where each one is.
// Metadata is overwritten in its place, because everything else is found by its distance from the start.

import { asText, viewOf, type ByteSource } from '../byte-source.ts';
import type { Pixels } from '../prepared-file.ts';
import { boxesIn, findBox, findTopBox, type Box } from './boxes.ts';
import { isLocatedXmp, readExif, writeOrientation } from './exif.ts';
import { gather, type Picture } from './picture.ts';
import { readLocations, type Extent } from './item-locations.ts';

/** The table is small; one that is not is not read. */
const MAX_TABLE = 1024 * 1024;
const MAX_METADATA = 4 * 1024 * 1024;

/** Finds the picture in the file; `undefined` where it breaks off or makes no sense. */
export async function readHeic(source: ByteSource): Promise<Picture | undefined> {
  const meta = await findTopBox(source, 'meta');
  if (!meta || meta.end - meta.start > MAX_TABLE) return undefined;
  // A full box: version and flags come before what is in it.
  const table = new Uint8Array(await source.read(meta.start + 4, meta.end - meta.start - 4));
  const boxes = boxesIn(table);
  const pixels = readPixels(findBox(boxes, 'iprp'));
  if (!pixels) return undefined;
  const parts = gather();
  const metadata = findMetadata(findBox(boxes, 'iinf'), findBox(boxes, 'iloc'));
  let at = 0;
  for (const { start, end, type } of metadata ?? []) {
    if (start < at || end > source.size || end - start > MAX_METADATA) return undefined;
    parts.keep(at, start);
    const content = await source.read(start, end - start);
    const blank = type === 'Exif' ? blankExif(content.length) : new Uint8Array(content.length).fill(0x20);
    if (content.every((byte, index) => byte === blank[index])) {
      parts.keep(start, end);
    } else {
      parts.drop({ located: type === 'Exif' ? isLocatedExif(content) : isLocatedXmp(content) });
      parts.put(blank);
    }
    at = end;
  }
  parts.keep(at, source.size);
  return { ...parts.finish(pixels), keepsDetails: metadata === undefined };
}

interface Metadata extends Extent {
  readonly type: string;
}

/** Where EXIF and XMP are, in the order of the file; `undefined` where they are somewhere else than in it. */
function findMetadata(infos: Box | undefined, locations: Box | undefined): Metadata[] | undefined {
  const types = infos && readTypes(infos);
  const extents = locations && readLocations(locations.content);
  if (!types || !extents) return undefined;
  const found: Metadata[] = [];
  for (const [id, type] of types) {
    if (type !== 'Exif' && type !== 'mime') continue;
    const places = extents.get(id);
    if (!places) return undefined;
    found.push(...places.map((place) => ({ ...place, type })));
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Item information (14496-12, section 8.11.6): the type of each item, by its number. */
function readTypes({ content }: Box): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  for (const { name, content: entry } of boxesIn(content.subarray(content[0] === 0 ? 6 : 8))) {
    const long = entry[0] === 3;
    if (name !== 'infe' || entry.length < (long ? 14 : 12)) continue;
    const id = long ? viewOf(entry).getUint32(4) : viewOf(entry).getUint16(4);
    const at = long ? 10 : 8;
    types.set(id, asText(entry.subarray(at, at + 4)));
  }
  return types;
}

/** The largest picture in the file (the others are its tiles and small copies), turned as the file says. */
function readPixels(properties: Box | undefined): Pixels | undefined {
  const container = properties && findBox(boxesIn(properties.content), 'ipco');
  let largest: Pixels | undefined;
  let turned = false;
  for (const { name, content } of container ? boxesIn(container.content) : []) {
    if (name === 'irot') turned ||= (content[0] ?? 0) % 2 === 1;
    if (name !== 'ispe' || content.length < 12) continue;
    const size = { width: viewOf(content).getUint32(4), height: viewOf(content).getUint32(8) };
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
