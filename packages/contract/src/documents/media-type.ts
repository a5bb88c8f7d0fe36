// What a file is by its first bytes, whatever its name says, and how large a picture may be. Free of I/O; asked on the
// person's device before anything is sent, and on the server again.
// A separate entry, without schemas: the process that looks into a file loads as little as it can.

import { MEDIA_TYPES, type MediaType } from './vocabulary.ts';

/** The most pixels of a picture that is opened: enough for any phone's photo, and half a gigabyte of memory at most. */
export const MAX_PIXELS = 50_000_000;

/** How many bytes `sniffMediaType` needs at most. */
export const SNIFFED_BYTES = 512;

/** Brands of HEIF files (ISO/IEC 23008-12, annex B) that hold HEVC pictures; `mif1` and `msf1` leave it open. */
const HEIC_BRANDS: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/**
 * Names the type of a file (IANA media type), also of those that nobody takes, so that a person can be told what
 * they chose.
 *
 * @param head the first bytes, `SNIFFED_BYTES` of them if there are as many
 * @returns `application/octet-stream` when unknown
 */
export function sniffMediaType(head: Uint8Array): string {
  // Bytes as characters: signatures can be written as they read.
  const text = String.fromCharCode(...head.subarray(0, SNIFFED_BYTES));
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'image/webp';
  if (text.slice(4, 8) === 'ftyp') return isoMediaType(text);
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (/^GIF8[79]a/.test(text)) return 'image/gif';
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return 'application/zip';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'image/tiff';
  if (text.startsWith('BM')) return 'image/bmp';
  return markupType(text) ?? 'application/octet-stream';
}

/** The type of a file, if it is one of those that are taken at all. */
export function recogniseMediaType(head: Uint8Array): MediaType | undefined {
  const mediaType = sniffMediaType(head);
  return MEDIA_TYPES.find((taken) => taken === mediaType);
}

/** ISO base media (ISO/IEC 14496-12, section 4.3): brands in a box at the start. */
function isoMediaType(text: string): string {
  const size = [0, 1, 2, 3].reduce((sum, at) => sum * 256 + text.charCodeAt(at), 0);
  const brands: readonly string[] = text.slice(8, Math.min(size, text.length)).match(/[^]{4}/g) ?? [];
  if (brands.includes('avif') || brands.includes('avis')) return 'image/avif';
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? 'image/heic' : 'video/mp4';
}

function markupType(text: string): string | undefined {
  const start = text
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^(\s|<\?[^]*?\?>|<!--[^]*?-->)+/, '')
    .toLowerCase();
  if (/^<(svg|!doctype svg)/.test(start)) return 'image/svg+xml';
  if (/^<(!doctype html|html|head|body|script|iframe|table|div|p|a|h1|style|title)\b/.test(start))
    return 'text/html';
  return text.startsWith('<?xml') ? 'application/xml' : undefined;
}
