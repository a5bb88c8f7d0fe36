// Canvases that pictures are drawn and measured on, and written from.

import type { Pixels } from '../prepared-file.ts';

export type Canvas = OffscreenCanvas | HTMLCanvasElement;
type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

export function createCanvas({ width, height }: Pixels): Canvas {
  const canvas =
    typeof OffscreenCanvas === 'function'
      ? new OffscreenCanvas(width, height)
      : Object.assign(document.createElement('canvas'), { width, height });
  contextOf(canvas).imageSmoothingQuality = 'high';
  return canvas;
}

export function contextOf(canvas: Canvas): Context {
  // To be read back at once: the memory of the graphics processor would be a detour.
  const options: CanvasRenderingContext2DSettings = { alpha: false, willReadFrequently: true };
  const context = isOffscreen(canvas) ? canvas.getContext('2d', options) : canvas.getContext('2d', options);
  if (!context) throw new DOMException('There is no memory for a canvas.', 'InvalidStateError');
  return context;
}

function isOffscreen(canvas: Canvas): canvas is OffscreenCanvas {
  return 'convertToBlob' in canvas;
}

/** Gives the memory back now: browsers collect canvases late. */
export function releaseCanvas(canvas: Canvas): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** Of JPEG and WebP: text stays sharp, and the file has a fourth of a camera's. */
const QUALITY = 0.85;

/** `undefined` where the browser does not write that type. */
export async function encode(canvas: Canvas, mediaType: string): Promise<Blob | undefined> {
  const blob = isOffscreen(canvas)
    ? await canvas.convertToBlob({ type: mediaType, quality: QUALITY })
    : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mediaType, QUALITY));
  return blob?.type === mediaType ? blob : undefined;
}

/**
 * Whether what is drawn is what is read: browsers that protect people from being recognised answer with noise, and a
 * picture that went through their canvas would be lost.
 */
export function canReadBack(): boolean {
  const canvas = createCanvas({ width: 16, height: 16 });
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 16, 16);
  context.fillStyle = '#3366cc';
  context.fillRect(0, 0, 8, 16);
  const { data } = context.getImageData(0, 0, 16, 16);
  releaseCanvas(canvas);
  return data.every((value, at) => {
    const expected = at % 64 < 32 ? [0x33, 0x66, 0xcc, 0xff][at % 4] : 255;
    // Some change the lowest bits only, which nobody sees.
    return Math.abs(value - (expected ?? 0)) <= 4;
  });
}
