// What is known of a picture from its file alone, and which parts of the file are the picture.

import type { Pixels } from '../prepared-file.ts';

/** A part of the file, from `start` up to `end`, or bytes that stand in its place. */
export type Piece = { readonly start: number; readonly end: number } | Uint8Array<ArrayBuffer>;

export interface Picture {
  /** As it is seen, with its orientation. */
  readonly pixels: Pixels;
  /** The file without anything that is not the picture. */
  readonly pieces: readonly Piece[];
  /** What the pieces leave out: where it was taken, and everything else. */
  readonly leavesOut: { readonly location: boolean; readonly details: boolean };
  /** There may be more in the file that was not found. */
  readonly keepsDetails: boolean;
  /** The picture has begun, and the file has no end. */
  readonly breaksOff: boolean;
}

/** Gathers the pieces of a picture while its file is read from the beginning to the end. */
export interface Gatherer {
  keep(start: number, end: number): void;
  put(bytes: Uint8Array<ArrayBuffer>): void;
  /** What is not kept is left out; this says so. */
  drop(found?: { readonly located: boolean }): void;
  finish(pixels: Pixels): Picture;
  /** The same for a file that has no end; `undefined` where nothing of the picture is there. */
  breakOff(pixels: Pixels | undefined, hasBegun: boolean): Picture | undefined;
}

export function gather(): Gatherer {
  const pieces: Piece[] = [];
  const leavesOut = { location: false, details: false };
  const finish = (pixels: Pixels): Picture => ({
    pixels,
    pieces,
    leavesOut,
    keepsDetails: false,
    breaksOff: false,
  });
  return {
    keep(start, end) {
      const last = pieces.at(-1);
      if (last && 'end' in last && last.end === start) pieces.splice(-1, 1, { start: last.start, end });
      else pieces.push({ start, end });
    },
    put(bytes) {
      pieces.push(bytes);
    },
    drop(found) {
      leavesOut.details = true;
      leavesOut.location ||= found?.located ?? false;
    },
    finish,
    breakOff: (pixels, hasBegun) => (pixels && hasBegun ? { ...finish(pixels), breaksOff: true } : undefined),
  };
}

/** Puts the pieces together. The file's own parts stay where they are until somebody reads the result. */
export function joinPieces(file: Blob, { pieces }: Picture, mediaType: string): Blob {
  const parts = pieces.map((piece) => ('end' in piece ? file.slice(piece.start, piece.end) : piece));
  return new Blob(parts, { type: mediaType });
}

/** Turns width and height where the orientation (EXIF 2.32, tag 274) lays the picture on its side. */
export function turn({ width, height }: Pixels, orientation: number): Pixels {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
