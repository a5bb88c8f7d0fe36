// Draws pictures at another size, a band at a time, so that the page answers in between.

import { MAX_PIXELS } from '@lintas/contract/documents/media-type';
import { giveWay } from '../give-way.ts';
import type { Pixels } from '../prepared-file.ts';
import { contextOf, createCanvas, releaseCanvas, type Canvas } from './canvas.ts';

/** How much of a picture is scaled at once: an old phone takes some 30 ms for it. */
const PIXELS_AT_ONCE = 1_000_000;

/** Opens a file and draws it. @throws DOMException where the browser cannot open it, or has no memory for it */
export async function drawFile(file: Blob, pixels: Pixels, size: Pixels): Promise<Canvas> {
  const bitmap = await decode(file, pixels, size);
  try {
    await giveWay();
    return await drawAt(bitmap, size);
  } finally {
    bitmap.close();
  }
}

/** Draws what is drawn already. */
export async function drawAt(source: ImageBitmap | Canvas, { width, height }: Pixels): Promise<Canvas> {
  const canvas = createCanvas({ width, height });
  const context = contextOf(canvas);
  const rowsAtOnce = Math.min(source.height, Math.ceil(PIXELS_AT_ONCE / source.width));
  // Cut out before it is scaled: to scale a part of a picture, browsers first make smaller copies of all of it.
  const band = createCanvas({ width: source.width, height: rowsAtOnce });
  for (let from = 0; from < source.height; from += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, source.height - from);
    const top = Math.round((from * height) / source.height);
    const bottom = Math.round(((from + rows) * height) / source.height);
    copyRows(source, from, rows, band);
    context.drawImage(band, 0, 0, source.width, rows, 0, top, width, bottom - top);
    // Browsers put off what is drawn until somebody looks, and then do all of it at once.
    context.getImageData(0, top, 1, 1);
    await giveWay();
  }
  releaseCanvas(band);
  return canvas;
}

function copyRows(source: ImageBitmap | Canvas, from: number, rows: number, band: Canvas): void {
  const context = contextOf(band);
  // White, so that what is transparent does not turn black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, band.width, rows);
  context.drawImage(source, 0, from, source.width, rows, 0, 0, band.width, rows);
}

/**
 * Browsers decode on a thread of their own where they can, and scale on the page's. What is too large for them to hold
 * is scaled while it is decoded all the same.
 */
async function decode(file: Blob, pixels: Pixels, { width, height }: Pixels): Promise<ImageBitmap> {
  const scaled = (): Promise<ImageBitmap> =>
    createImageBitmap(file, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  return pixels.width * pixels.height > MAX_PIXELS ? scaled() : createImageBitmap(file).catch(scaled);
}
