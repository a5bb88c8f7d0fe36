// JPEG (ITU-T T.81, annex B): segments one after the other, then the picture's data between markers.

import { asText, viewOf, type ByteSource } from '../byte-source.ts';
import type { Pixels } from '../prepared-file.ts';
import { isLocatedXmp, keepOrientation } from './exif.ts';
import { gather, turn, type Gatherer, type Picture } from './picture.ts';

const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
/** Application segments: the first, the one with a colour profile, and the one that says how colours are stored. */
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef];

/** Finds the picture in the file; `undefined` where it makes no sense, or breaks off before there is any. */
export async function readJpeg(source: ByteSource): Promise<Picture | undefined> {
  const parts = gather();
  parts.keep(0, 2);
  let pixels: Pixels | undefined;
  let orientation: number | undefined;
  let [inScan, hasBegun] = [false, false];
  for (let at = 2; ;) {
    const marker = await findMarker(source, at);
    const { code, start } = marker ?? { code: END, start: source.size };
    if (inScan) parts.keep(at, start);
    const seen = pixels && turn(pixels, orientation ?? 1);
    if (!marker) return parts.breakOff(seen, hasBegun);
    if (code === END) {
      parts.keep(start, start + 2);
      if (start + 2 < source.size) parts.drop();
      return seen && parts.finish(seen);
    }
    if (start + 4 > source.size) return parts.breakOff(seen, hasBegun);
    const end = start + 2 + viewOf(await source.read(start + 2, 2)).getUint16(0);
    if (end < start + 4 || end > source.size) return parts.breakOff(seen, hasBegun);
    const content = await source.read(start + 4, end - start - 4);
    if (isFrame(code)) pixels = readFrame(content);
    if (code === APP1 && orientation === undefined && asText(content.subarray(0, 6)) === 'Exif\0\0') {
      orientation = keepOrientation(parts, content.subarray(6), { start, end }, writeExif);
    } else if (code === APP0 && asText(content.subarray(0, 5)) === 'JFIF\0' && content.length >= 14) {
      keepJfif(parts, content, start, end);
    } else if (isPicture(code, content)) {
      parts.keep(start, end);
    } else {
      parts.drop({ located: code === APP1 && isLocatedXmp(content) });
    }
    at = end;
    inScan = code === SCAN;
    hasBegun ||= inScan;
  }
}

/** The next marker: a code after 0xff. Stuffed zeros, restarts and fill bytes (B.1.1.2 to B.1.1.5) are none. */
async function findMarker(
  source: ByteSource,
  from: number,
): Promise<{ readonly code: number; readonly start: number } | undefined> {
  const length = 64 * 1024;
  for (let at = from; at + 2 <= source.size;) {
    const bytes = await source.read(at, length);
    let found = bytes.indexOf(0xff);
    for (; found !== -1 && found + 1 < bytes.length; found = bytes.indexOf(0xff, found + 1)) {
      const code = bytes[found + 1] ?? 0;
      if (code > 1 && code < 0xff && !(code >= 0xd0 && code <= 0xd7)) return { code, start: at + found };
    }
    // A code may be the first byte of the next piece.
    at += Math.max(1, bytes.length - 1);
  }
  return undefined;
}

/** Segments that begin a frame: SOF0 to SOF15, without the three codes among them that mean something else. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

function readFrame(content: Uint8Array): Pixels | undefined {
  if (content.length < 5) return undefined;
  const view = viewOf(content);
  const [width, height] = [view.getUint16(3), view.getUint16(1)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** Whether a segment is needed to see the picture as it is: not application data and comments, but for colours. */
function isPicture(code: number, content: Uint8Array): boolean {
  if (code === APP2) return asText(content.subarray(0, 12)) === 'ICC_PROFILE\0';
  if (code === APP14) return asText(content.subarray(0, 5)) === 'Adobe';
  return code !== COMMENT && (code < APP0 || code > APP15);
}

function writeExif(tiff: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0xff, APP1, 0, 2 + 6 + tiff.length, ...[0x45, 0x78, 0x69, 0x66, 0, 0], ...tiff]);
}

/** Keeps of JFIF (version 1.02) everything but its thumbnail, whose size is in the last two of 14 bytes. */
function keepJfif(parts: Gatherer, content: Uint8Array, start: number, end: number): void {
  if (content.length === 14 && content[12] === 0 && content[13] === 0) {
    parts.keep(start, end);
    return;
  }
  parts.drop();
  parts.put(Uint8Array.from([0xff, APP0, 0, 16, ...content.subarray(0, 12), 0, 0]));
}
