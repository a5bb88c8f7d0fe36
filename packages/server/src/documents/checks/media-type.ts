// Which of the types that are taken a file is, by its first bytes. What it is called or said to be plays no part.

import type { MediaType } from '@lintas/contract';

/** How many bytes `recogniseMediaType` needs at most. */
export const HEAD_BYTES = 1024;

/** Brands of HEIF files (ISO/IEC 23008-12, annex B) that hold HEVC pictures; `mif1` and `msf1` leave it open. */
const HEIC_BRANDS: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const AVIF_BRANDS: readonly string[] = ['avif', 'avis'];

/** @returns `undefined` for everything that is not taken anywhere */
export function recogniseMediaType(head: Uint8Array): MediaType | undefined {
  // Bytes as characters: signatures can be written as they read.
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'image/webp';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  return isHeic(text) ? 'image/heic' : undefined;
}

/** ISO base media (ISO/IEC 14496-12, section 4.3): the brands are in a box at the start. */
function isHeic(text: string): boolean {
  if (text.slice(4, 8) !== 'ftyp') return false;
  const size = [0, 1, 2, 3].reduce((sum, at) => sum * 256 + text.charCodeAt(at), 0);
  const brands = text.slice(8, size).match(/[^]{4}/g) ?? [];
  return (
    brands.some((brand) => HEIC_BRANDS.includes(brand)) &&
    !brands.some((brand) => AVIF_BRANDS.includes(brand))
  );
}
