// Pictures for the corpus, made by code.

import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A sheet with lines of print, dark on light. */
export function sheet(width = 900, height = 1200): Sharp {
  const lines = Array.from(
    { length: Math.floor(height / 40) },
    (_, line) =>
      `<text x="40" y="${line * 40 + 36}" font-size="28">Keterangan ${line * 7919} Surat 0123456789</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f1e8"/>${lines.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: 'white' });
}

/** As a phone takes it: lying on its side, with a place in its metadata. */
export function photograph(): Promise<Buffer> {
  return withPlace(sheet().rotate(270)).withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

function withPlace(picture: Sharp): Sharp {
  return picture.withExif({
    IFD0: { Make: 'CANARY-CAMERA', Software: 'CANARY-SOFTWARE' },
    IFD3: {
      GPSLatitudeRef: 'S',
      GPSLatitude: '6/1 12/1 0/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '106/1 49/1 0/1',
    },
  });
}

/** Takes seconds to be looked into, and much memory: as it lies on its side, all of it has to be there at once. */
export function largePhotograph(): Promise<Buffer> {
  return sharp({ create: { width: 7000, height: 7000, channels: 3, background: 'white' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A picture that says it has this many pixels and packs them, all black, into a few bytes. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a pixel, grey.
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(height * (Math.ceil(width / 8) + 1)), { level: 9 });
  return png(chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0)));
}

/** A picture whose text unpacks to this many bytes. */
export function textBombPng(bytes: number): Buffer {
  const header = Buffer.from([0, 0, 1, 144, 0, 0, 1, 144, 1, 0, 0, 0, 0]);
  const text = Buffer.concat([
    Buffer.from('Comment\0\0', 'latin1'),
    deflateSync(Buffer.alloc(bytes, 'A'), { level: 9 }),
  ]);
  const rows = deflateSync(Buffer.alloc(400 * 51, 0x55));
  return png(chunk('IHDR', header), chunk('zTXt', text), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0)));
}

function png(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Puts a comment with this text in front of a JPEG's first table. */
export function withComment(jpeg: Buffer, text: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe]), length, Buffer.from(text, 'latin1')]);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

/**
 * A HEIC by its boxes, with a place in its metadata. What is in it is compressed as AVIF, which this library can write;
 * the boxes are the same.
 */
export async function heic(width?: number, height?: number): Promise<Buffer> {
  return renamed(await withPlace(sheet(width, height)).avif().toBuffer(), 'avif', 'heic');
}

/** What of a HEIC from above can be decoded. */
export function asAvif(file: Buffer): Buffer {
  return renamed(file, 'heic', 'avif');
}

function renamed(file: Buffer, from: string, to: string): Buffer {
  const head = file.readUInt32BE(0);
  const brands = file.toString('latin1', 0, head).replaceAll(from, to);
  return Buffer.concat([Buffer.from(brands, 'latin1'), file.subarray(head)]);
}

/** The boxes that a HEIC begins with; no picture behind them. */
export function heicHead(): Buffer {
  return Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(2000, 1)]);
}
