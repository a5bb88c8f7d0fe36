// WebP (RFC 9649, section 2): chunks in a RIFF container; the first says which others there are.

import { asText, viewOf, type ByteSource } from '../byte-source.ts';
import type { Pixels } from '../prepared-file.ts';
import { isLocatedXmp, keepOrientation } from './exif.ts';
import { gather, turn, type Picture } from './picture.ts';

const KEPT = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF'];
/** Bits of the first byte of VP8X. */
const [EXIF_FLAG, XMP_FLAG] = [0x08, 0x04];

/** Finds the picture in the file; `undefined` where it breaks off or makes no sense. */
export async function readWebp(source: ByteSource): Promise<Picture | undefined> {
  const parts = gather();
  if (source.size < 20) return undefined;
  const riffEnd = viewOf(await source.read(4, 4)).getUint32(0, true) + 8;
  if (riffEnd > source.size) return undefined;
  let pixels: Pixels | undefined;
  let orientation = 1;
  let extended: Uint8Array<ArrayBuffer> | undefined;
  for (let at = 12; at + 8 <= riffEnd;) {
    const head = await source.read(at, 8);
    const name = asText(head.subarray(0, 4));
    const length = viewOf(head).getUint32(4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > riffEnd) return undefined;
    if (name.startsWith('VP8')) pixels ??= readSize(name, await source.read(at + 8, 10));
    if (name === 'VP8X') parts.put((extended = new Uint8Array(await source.read(at, end - at))));
    else if (KEPT.includes(name)) parts.keep(at, Math.min(end, riffEnd));
    else if (name === 'EXIF') {
      const exif = await source.read(at + 8, length);
      orientation = keepOrientation(parts, exif, { start: at, end }, writeExif, withoutHead(exif));
    } else parts.drop({ located: name === 'XMP ' && isLocatedXmp(await source.read(at + 8, length)) });
    at = end;
  }
  if (!pixels) return undefined;
  if (riffEnd < source.size) parts.drop();
  const found = parts.finish(turn(pixels, orientation));
  if (extended)
    extended[8] = ((extended[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (orientation > 1 ? EXIF_FLAG : 0);
  return { ...found, pieces: [writeHead(found), ...found.pieces] };
}

/** Sections 2.5 to 2.7: each of the three has its own way to write width and height. */
function readSize(name: string, content: Uint8Array): Pixels | undefined {
  const view = viewOf(content);
  if (content.length < 10) return undefined;
  if (name === 'VP8 ') {
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  }
  if (name === 'VP8L') {
    const bits = view.getUint32(1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return { width: (view.getUint32(4, true) & 0xffffff) + 1, height: (view.getUint32(6, true) >>> 8) + 1 };
}

/** Some write the head of JPEG's segment before it. */
function withoutHead(exif: Uint8Array): Uint8Array {
  return asText(exif.subarray(0, 6)) === 'Exif\0\0' ? exif.subarray(6) : exif;
}

function writeExif(tiff: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0x45, 0x58, 0x49, 0x46, tiff.length, 0, 0, 0, ...tiff]);
}

function writeHead({ pieces }: Picture): Uint8Array<ArrayBuffer> {
  const head = Uint8Array.from('RIFF\0\0\0\0WEBP', (character) => character.charCodeAt(0));
  const length = pieces.reduce(
    (sum, piece) => sum + ('end' in piece ? piece.end - piece.start : piece.length),
    4,
  );
  viewOf(head).setUint32(4, length, true);
  return head;
}
