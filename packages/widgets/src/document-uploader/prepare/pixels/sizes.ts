// How far a large picture is scaled down: only as much as it must, and never below what is asked for. Free of I/O.

import type { FileLimits } from '@lintas/contract/documents';
import { MAX_PIXELS } from '@lintas/contract/documents/media-type';
import type { Pixels } from '../prepared-file.ts';

/** A page of A4 at 250 dots per inch is as long. Longest side in pixels. */
export const ENOUGH = 3000;
/** Smaller files are sent as they are, in bytes: about twenty seconds on a slow connection (1 Mbit/s). */
export const SMALL_FILE = 2 * 1024 * 1024;
/** Nor does this page: it would take half a gigabyte of memory. Today's largest cameras have 108 million. */
export const MAX_DECODED = 120_000_000;
/** Text on a page can still be read at this longest side in pixels; used only where a file would be too large. */
const LEAST = 1600;

/**
 * Sizes to try one after the other until the file is small enough; none where the picture can be sent as it is.
 *
 * @param bytes size of the file
 */
export function planSizes(
  pixels: Pixels,
  bytes: number,
  { maxBytes, minPixels = 0 }: Pick<FileLimits, 'maxBytes' | 'minPixels'>,
): readonly Pixels[] {
  const longest = Math.max(pixels.width, pixels.height);
  const shortest = Math.min(pixels.width, pixels.height);
  const must = bytes > maxBytes || pixels.width * pixels.height > MAX_PIXELS;
  if (!must && (bytes <= SMALL_FILE || longest <= ENOUGH)) return [];
  const sides = must ? [ENOUGH, 2200, LEAST] : [ENOUGH];
  const scales = sides.map((side) => Math.min(1, Math.max(side / longest, minPixels / shortest)));
  return [...new Set(scales)].map((scale) => scaleBy(pixels, scale));
}

/** The size that fits into a square of that side; never larger than the picture. */
export function fitInto(pixels: Pixels, side: number): Pixels {
  return scaleBy(pixels, Math.min(1, side / Math.max(pixels.width, pixels.height)));
}

function scaleBy({ width, height }: Pixels, scale: number): Pixels {
  // Up, so that the shorter side never falls below what was asked for.
  const scaled = (side: number): number => Math.max(1, Math.ceil(side * scale - 1e-6));
  return { width: scaled(width), height: scaled(height) };
}
