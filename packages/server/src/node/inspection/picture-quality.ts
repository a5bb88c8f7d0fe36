// Guesses whether a picture is too dark or blurred. Only a hint for whoever looks at it: a machine is often wrong here.

import sharp from 'sharp';
import type { Finding } from '../../documents/checks/finding.ts';

/** Pictures are compared at one size, since a photograph of more pixels always looks softer from one to the next. */
const SIDE = 1000;
/** Mean brightness, 0 to 255. A paper in ordinary light has more than 100. */
const DARK_BELOW = 40;
/** Standard deviation of the Laplacian. Print in focus has more than 10, out of focus less than 1. */
const BLURRED_BELOW = 1.5;

export async function findQuality(path: string): Promise<Finding> {
  const method = 'image_quality';
  const { data, info } = await sharp(path)
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels: count } = info;
  const { channels, sharpness } = await sharp(data, { raw: { width, height, channels: count } }).stats();
  if ((channels[0]?.mean ?? 0) < DARK_BELOW) return { method, result: 'inconclusive', reason: 'too_dark' };
  if (sharpness < BLURRED_BELOW) return { method, result: 'inconclusive', reason: 'blurred' };
  return { method, result: 'pass' };
}
