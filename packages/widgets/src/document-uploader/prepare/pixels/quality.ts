// How well a picture can be read, guessed from a small grey copy of it. Free of I/O and DOM.

import type { FileWarning } from '../prepared-file.ts';

/** Longest side of the copy that the guesses are made for, in pixels. */
export const LOOK_SIDE = 512;

/** Luminance of each pixel, 0 to 255, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * What the guesses come from. The thresholds lie between pictures of the same paper that people can and cannot read;
 * `test/document-uploader/prepare/quality.test.ts` makes such pictures and says how far apart they are.
 */
export interface Quality {
  /** Variance of the Laplacian, over the variance of the picture: how much of its contrast is in its edges. */
  readonly sharpness: number;
  /** Mean luminance. */
  readonly mean: number;
  /** Luminance that only one pixel in twenty exceeds. */
  readonly bright: number;
  /** Share of the picture in spots of pure white that do not reach its edge: paper does, reflections do not. */
  readonly glare: number;
}

const BLURRED_BELOW = 0.02;
const DARK_BELOW = 70;
/** A dark cover on a dark table still has something bright on it. */
const NOTHING_BRIGHT_BELOW = 130;
const GLARE_ABOVE = 0.01;
/** Less contrast than this (a blank page, a covered lens) says nothing about sharpness. Variance of luminance. */
const NO_CONTRAST_BELOW = 30;

/** Warns of what makes a picture hard to read. */
export function judge({ sharpness, mean, bright, glare }: Quality): readonly FileWarning[] {
  const warnings: FileWarning[] = [];
  if (sharpness < BLURRED_BELOW) warnings.push('blurred');
  if (mean < DARK_BELOW && bright < NOTHING_BRIGHT_BELOW) warnings.push('too_dark');
  if (glare > GLARE_ABOVE) warnings.push('glare');
  return warnings;
}

export function measure(grey: Grey): Quality {
  const { mean, variance, bright } = summarize(grey.data);
  const sharpness = variance < NO_CONTRAST_BELOW ? Infinity : laplacianVariance(grey) / variance;
  return { sharpness, mean, bright, glare: spotShare(grey) };
}

/** Luminance (ITU-R BT.601) of red, green, blue and opacity, four bytes a pixel. */
export function toGrey(rgba: Uint8ClampedArray, width: number, height: number): Grey {
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [rgba[at * 4], rgba[at * 4 + 1], rgba[at * 4 + 2]];
    data[at] = (red * 299 + green * 587 + blue * 114) / 1000;
  }
  return { width, height, data };
}

function summarize(data: Uint8Array): { mean: number; variance: number; bright: number } {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let [sum, squares, above] = [0, 0, 0];
  let bright = 0;
  for (let value = 255; value >= 0; value -= 1) {
    const count = counts[value] ?? 0;
    sum += value * count;
    squares += value * value * count;
    if (above <= data.length / 20) bright = value;
    above += count;
  }
  const mean = sum / data.length;
  return { mean, variance: squares / data.length - mean * mean, bright };
}

function laplacianVariance({ width, height, data }: Grey): number {
  let [sum, squares, count] = [0, 0, 0];
  const value = (at: number): number => data[at] ?? 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const edge = value(at - 1) + value(at + 1) + value(at - width) + value(at + width) - 4 * value(at);
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

/** Side of the blocks that are looked at for white spots, in pixels; and what counts as pure white. */
const BLOCK = 8;
const WHITE = 250;
/** Where so much is white, it is the paper. Share of the picture. */
const WHITE_PAPER = 0.3;

function spotShare(grey: Grey): number {
  const [columns, rows] = [Math.floor(grey.width / BLOCK), Math.floor(grey.height / BLOCK)];
  const white = new Set<number>();
  for (let block = 0; block < columns * rows; block += 1) if (isWhite(grey, block, columns)) white.add(block);
  const total = columns * rows;
  if (white.size > total * WHITE_PAPER) return 0;
  const edge = [...white].filter((block) => {
    const [x, y] = [block % columns, Math.floor(block / columns)];
    return x === 0 || y === 0 || x === columns - 1 || y === rows - 1;
  });
  // What hangs together with the edge is paper or table.
  while (edge.length > 0) {
    const block = edge.pop() ?? 0;
    if (white.delete(block)) edge.push(block - 1, block + 1, block - columns, block + columns);
  }
  return total === 0 ? 0 : white.size / total;
}

function isWhite({ data, width }: Grey, block: number, columns: number): boolean {
  const start = Math.floor(block / columns) * BLOCK * width + (block % columns) * BLOCK;
  for (let at = 0; at < BLOCK * BLOCK; at += 1) {
    if ((data[start + Math.floor(at / BLOCK) * width + (at % BLOCK)] ?? 0) < WHITE) return false;
  }
  return true;
}
