// EXIF: the one thing in it that the picture needs, its orientation; and whether it says where it was taken.
// Tags of TIFF 6.0, section 2, and EXIF 2.32.

import { asText, viewOf } from '../byte-source.ts';
import type { Gatherer } from './picture.ts';

const ORIENTATION = 0x0112;
const GPS = 0x8825;
const SHORT = 3;

/**
 * Keeps of EXIF the orientation, where there is one to keep, and answers it.
 *
 * @param content of the piece of the file from `start` to `end`
 * @param write the piece that holds another content
 * @param tiff where it is not all of the content
 */
export function keepOrientation(
  parts: Gatherer,
  content: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  write: (content: Uint8Array) => Uint8Array<ArrayBuffer>,
  tiff: Uint8Array = content,
): number {
  const { orientation, located } = readExif(tiff);
  const wanted = writeOrientation(orientation);
  if (orientation > 1 && isSame(content, wanted)) {
    parts.keep(start, end);
    return orientation;
  }
  parts.drop({ located });
  if (orientation > 1) parts.put(write(wanted));
  return orientation;
}

export interface ExifFacts {
  /** 1 to 8; 1 is upright. */
  readonly orientation: number;
  readonly located: boolean;
}

/** Reads the TIFF structure that EXIF is kept in. What cannot be read says nothing: upright, and no place. */
export function readExif(tiff: Uint8Array): ExifFacts {
  const view = viewOf(tiff);
  const order = asText(tiff.subarray(0, 4));
  const facts = { orientation: 1, located: false };
  if ((order !== 'II*\0' && order !== 'MM\0*') || tiff.length < 8) return facts;
  const little = order.startsWith('II');
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return facts;
  const entries = view.getUint16(start, little);
  for (let at = start + 2; at < start + 2 + entries * 12 && at + 12 <= tiff.length; at += 12) {
    const tag = view.getUint16(at, little);
    if (tag === GPS) facts.located = true;
    if (tag !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, little);
    if (value >= 1 && value <= 8) facts.orientation = value;
  }
  return facts;
}

/** EXIF that holds an orientation and nothing else. */
export function writeOrientation(orientation: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(26);
  bytes.set([0x4d, 0x4d, 0, 0x2a]);
  const view = viewOf(bytes);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return bytes;
}

/** Whether a piece of XMP (ISO 16684-1) says where the picture was taken. */
export function isLocatedXmp(packet: Uint8Array): boolean {
  return asText(packet).includes('GPSL');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
