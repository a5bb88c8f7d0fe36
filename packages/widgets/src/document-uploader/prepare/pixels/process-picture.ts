// Everything that needs a picture's pixels: scaling it down, turning it into another type, looking how well it can be
// read, a small copy to show. Of the large picture there is one bitmap and one canvas at most.

import { giveWay } from '../give-way.ts';
import type { Pixels } from '../prepared-file.ts';
import { canReadBack, contextOf, encode, releaseCanvas, type Canvas } from './canvas.ts';
import { drawAt, drawFile } from './draw-picture.ts';
import { LOOK_SIDE, measure, toGrey, type Quality } from './quality.ts';
import { fitInto } from './sizes.ts';

export interface PictureOrder {
  /** As it is seen, with its orientation. */
  readonly pixels: Pixels;
  /** Sizes to try one after the other, until the new file has at most `maxBytes`. None: only look. */
  readonly sizes: readonly Pixels[];
  /** Type of the new file. */
  readonly mediaType: string;
  readonly maxBytes: number;
}

export interface PictureResult {
  /** The new file: the first that was small enough, or the last that was tried. */
  readonly made?: { readonly file: Blob; readonly pixels: Pixels } | undefined;
  /** Unknown where the browser does not let pages read pictures. */
  readonly quality?: Quality | undefined;
  /** At most `LOOK_SIDE` pixels long. */
  readonly preview: ImageBitmap;
}

/** @throws DOMException where the browser cannot open the picture, or has no memory for it */
export async function processPicture(file: Blob, order: PictureOrder): Promise<PictureResult> {
  const readable = canReadBack();
  const sizes = readable ? order.sizes : [];
  let made: PictureResult['made'];
  let drawn = await drawFile(file, order.pixels, sizes[0] ?? fitInto(order.pixels, LOOK_SIDE));
  for (const [at, pixels] of sizes.entries()) {
    if (at > 0) drawn = await drawAgain(drawn, pixels);
    const blob = await encode(drawn, order.mediaType);
    if (blob) made = { file: blob, pixels };
    if (!blob || blob.size <= order.maxBytes) break;
  }
  await giveWay();
  const small = await drawAgain(drawn, fitInto(drawn, LOOK_SIDE));
  const quality = readable ? await measureCanvas(small) : undefined;
  const preview = await createImageBitmap(small);
  releaseCanvas(small);
  return { made, quality, preview };
}

async function drawAgain(drawn: Canvas, size: Pixels): Promise<Canvas> {
  if (drawn.width === size.width && drawn.height === size.height) return drawn;
  const canvas = await drawAt(drawn, size);
  releaseCanvas(drawn);
  return canvas;
}

async function measureCanvas(canvas: Canvas): Promise<Quality> {
  const { width, height } = canvas;
  const { data } = contextOf(canvas).getImageData(0, 0, width, height);
  const grey = toGrey(data, width, height);
  await giveWay();
  return measure(grey);
}
