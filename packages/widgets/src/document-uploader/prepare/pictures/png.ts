// PNG (third edition, section 5): chunks one after the other, each with its length, name and checksum.

import { asBytes, asText, viewOf, type ByteSource } from '../byte-source.ts';
import type { Pixels } from '../prepared-file.ts';
import { isLocatedXmp, keepOrientation } from './exif.ts';
import { gather, turn, type Picture } from './picture.ts';

/** What a still picture is made of. Everything else is text, time, animation, or somebody's own. */
const KEPT = 'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sRGB cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT'.split(
  ' ',
);

/** How much of a text is looked at for a place, in bytes. */
const TEXT = 64 * 1024;

/** Finds the picture in the file; `undefined` where it makes no sense, or breaks off before there is any. */
export async function readPng(source: ByteSource): Promise<Picture | undefined> {
  const parts = gather();
  parts.keep(0, 8);
  let pixels: Pixels | undefined;
  let orientation = 1;
  let hasBegun = false;
  for (let at = 8; at + 12 <= source.size;) {
    const head = await source.read(at, 8);
    const length = viewOf(head).getUint32(0);
    const name = asText(head.subarray(4));
    const end = at + 12 + length;
    hasBegun ||= name === 'IDAT';
    if (end > source.size || !/^[a-z]{4}$/i.test(name)) {
      if (name === 'IDAT') parts.keep(at, source.size);
      break;
    }
    if (name === 'IHDR' && length >= 8) pixels = readHeader(await source.read(at + 8, 8));
    if (KEPT.includes(name)) parts.keep(at, end);
    else if (name === 'eXIf')
      orientation = keepOrientation(parts, await source.read(at + 8, length), { start: at, end }, writeExif);
    else parts.drop({ located: isLocatedXmp(await source.read(at + 8, Math.min(length, TEXT))) });
    at = end;
    if (name !== 'IEND') continue;
    if (at < source.size) parts.drop();
    return pixels && parts.finish(turn(pixels, orientation));
  }
  return parts.breakOff(pixels && turn(pixels, orientation), hasBegun);
}

function readHeader(content: Uint8Array): Pixels | undefined {
  const view = viewOf(content);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function writeExif(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(12 + content.length);
  chunk.set(asBytes('eXIf'), 4);
  chunk.set(content, 8);
  const view = viewOf(chunk);
  view.setUint32(0, content.length);
  view.setUint32(8 + content.length, checksum(chunk.subarray(4, 8 + content.length)));
  return chunk;
}

/** CRC-32 (annex D). Bit by bit: it is only needed for a few bytes. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
