// A copy of a HEIC without the place and the camera. It cannot be decoded here, so the picture is left as it is, and
// whatever else stands in the file is blanked where it stands: items are found by their distance from the beginning.

import { readBoxes, readItems } from './heic-boxes.ts';

/** Items that are no part of the picture: EXIF, and others by their media type, such as XMP. */
const METADATA: readonly string[] = ['Exif', 'mime', 'uri '];

/** @returns `undefined` when the file is not understood well enough to say what is metadata */
export function copyWithoutMetadata(bytes: Buffer): Buffer | undefined {
  const boxes = readBoxes(bytes, 0, bytes.length);
  const meta = boxes.find(({ type }) => type === 'meta');
  const items = meta && readItems(bytes, meta);
  if (!items) return undefined;
  const copy = Buffer.alloc(bytes.length);
  const keep = (start: number, end: number): void => void bytes.copy(copy, start, start, end);
  for (const { type, start, from, end } of boxes) {
    keep(start, from);
    if (type === 'ftyp' || type === 'meta') keep(from, end);
    // What nobody refers to: films that belong to a photograph, other programs' notes.
    else if (type !== 'mdat') copy.write('free', start + 4, 'latin1');
  }
  const pictures = items.filter(({ type }) => !METADATA.includes(type));
  for (const { extents } of pictures) for (const { start, end } of extents) keep(start, end);
  // Should two items share bytes, the metadata goes.
  for (const { extents } of items.filter(({ type }) => METADATA.includes(type))) {
    for (const { start, end } of extents) copy.fill(0, start, end);
  }
  return copy.subarray(0, boxes.at(-1)?.end);
}
