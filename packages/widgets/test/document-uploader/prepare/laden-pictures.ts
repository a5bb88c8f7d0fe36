// Pictures that carry what cameras and programs leave in them: each piece of it holds the word SECRET.

import { asBytes, asText, viewOf } from '../../../src/document-uploader/prepare/byte-source.ts';

export const SECRET = 'SECRET';

type Bytes = Uint8Array<ArrayBuffer>;

export function join(...parts: readonly (Uint8Array | string)[]): Bytes {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...asBytes(part)] : [...part])),
  );
}

/** EXIF as a phone writes it, little-endian: an orientation, a maker, and a place. */
export function phoneExif(orientation: number): Bytes {
  const bytes = new Uint8Array(140);
  bytes.set(asBytes('II*\0'));
  const view = viewOf(bytes);
  view.setUint32(4, 8, true);
  view.setUint16(8, 3, true);
  const entry = (index: number, tag: number, type: number, count: number, value: number): void => {
    const at = 10 + index * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, value, true);
  };
  entry(0, 0x010f, 2, 16, 60);
  entry(1, 0x0112, 3, 1, orientation);
  entry(2, 0x8825, 4, 1, 90);
  bytes.set(asBytes(`${SECRET} Phone\0`), 60);
  // The place: one entry of its own directory, and its text.
  view.setUint16(90, 1, true);
  bytes.set([1, 0, 2, 0, 20, 0, 0, 0, 110, 0, 0, 0], 92);
  bytes.set(asBytes(`${SECRET}-6.2`), 110);
  return bytes;
}

export const XMP = `<x:xmpmeta>${SECRET}<exif:GPSLatitude>6,12.3S</exif:GPSLatitude></x:xmpmeta>`;

function segment(code: number, content: Uint8Array | string): Bytes {
  const bytes = join(content);
  return join(Uint8Array.of(0xff, code, (bytes.length + 2) >> 8, bytes.length + 2), bytes);
}

/** Puts segments behind the first marker of a JPEG, a comment before its last, and bytes after its end. */
export function loadJpeg(jpeg: Uint8Array, orientation = 1): Bytes {
  const end = jpeg.length - 2;
  return join(
    jpeg.subarray(0, 2),
    segment(0xe0, join('JFIF\0', Uint8Array.of(1, 2, 0, 0, 1, 0, 1, 2, 1), SECRET)),
    segment(0xe1, join('Exif\0\0', phoneExif(orientation))),
    segment(0xe1, join('http://ns.adobe.com/xap/1.0/\0', XMP)),
    segment(0xe2, join('MPF\0', SECRET)),
    segment(0xed, join('Photoshop 3.0\0', '8BIM', SECRET)),
    segment(0xfe, SECRET),
    // Without the JFIF segment of its own.
    withoutJfif(jpeg.subarray(2, end)),
    segment(0xfe, `${SECRET} at the end`),
    jpeg.subarray(end),
    `${SECRET}<script>`,
    jpeg,
  );
}

function withoutJfif(segments: Uint8Array): Uint8Array {
  const isJfif = segments[0] === 0xff && segments[1] === 0xe0;
  return isJfif ? segments.subarray(2 + viewOf(segments).getUint16(2)) : segments;
}

function chunk(name: string, content: Uint8Array | string): Bytes {
  const bytes = join(content);
  const length = new Uint8Array(4);
  viewOf(length).setUint32(0, bytes.length);
  const checked = join(name, bytes);
  const sum = new Uint8Array(4);
  viewOf(sum).setUint32(0, crc32(checked));
  return join(length, checked, sum);
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

/** Puts chunks behind the header of a PNG, and bytes after its end. */
export function loadPng(png: Uint8Array, orientation = 1): Bytes {
  const header = 8 + 25;
  return join(
    png.subarray(0, header),
    chunk('tEXt', `Author\0${SECRET}`),
    chunk('zTXt', `Comment\0\0${SECRET}`),
    chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${XMP}`),
    chunk('tIME', Uint8Array.of(7, 234, 11, 24, 10, 0, 0)),
    chunk('eXIf', phoneExif(orientation)),
    chunk('prVt', SECRET),
    png.subarray(header),
    SECRET,
  );
}

/** Puts chunks behind those of a WebP, and bytes after its end. Answers an extended file, whatever it was given. */
export function loadWebp(
  webp: Uint8Array,
  { width, height }: { width: number; height: number },
  orientation = 1,
): Bytes {
  const riff = (name: string, content: Uint8Array | string): Bytes => {
    const bytes = join(content);
    const length = new Uint8Array(4);
    viewOf(length).setUint32(0, bytes.length, true);
    return join(name, length, bytes, new Uint8Array(bytes.length % 2));
  };
  const size = (pixels: number): Bytes => Uint8Array.of(pixels - 1, (pixels - 1) >> 8, (pixels - 1) >> 16);
  const transparent = asText(webp).includes('ALPH') ? 0x10 : 0;
  const flags = Uint8Array.of(0x08 | 0x04 | transparent, 0, 0, 0);
  const chunks = join(
    riff('VP8X', join(flags, size(width), size(height))),
    webp.subarray(12 + (asText(webp.subarray(12, 16)) === 'VP8X' ? 18 : 0)),
    riff('EXIF', phoneExif(orientation)),
    riff('XMP ', XMP),
    riff('PRVT', SECRET),
  );
  return join(riff('RIFF', join('WEBP', chunks)), SECRET);
}
