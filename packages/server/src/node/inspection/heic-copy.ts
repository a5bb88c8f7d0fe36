// A copy of a HEIC without the place and the camera. It cannot be decoded here, so the picture is left as it is, and
// whatever else stands in the file is blanked where it stands: items are found by their distance from the beginning.

import { isMetadata, readBoxes, readItems } from '@lintas/contract/documents/heif';

/** @returns `undefined` when the file is not understood well enough to say what is metadata */
export function copyWithoutMetadata(bytes: Buffer): Buffer | undefined {
  const boxes = readBoxes(bytes, 0, bytes.length);
  const meta = boxes.find(({ type }) => type === 'meta');
  const items = meta && readItems(bytes.subarray(meta.from, meta.end), bytes.length);
  if (!items || items.some((item) => isMetadata(item) && !item.extents)) return undefined;
  const copy = Buffer.alloc(bytes.length);
  const keep = (start: number, end: number): void =>
    copy.subarray(start, end).set(bytes.subarray(start, end));
  for (const { type, start, from, end } of boxes) {
    keep(start, from);
    if (type === 'ftyp' || type === 'meta') keep(from, end);
    // What nobody refers to: films that belong to a photograph, other programs' notes.
    else if (type !== 'mdat') copy.write('free', start + 4, 'latin1');
  }
  const extentsOf = (wanted: boolean) =>
    items.filter((item) => isMetadata(item) === wanted).flatMap(({ extents }) => extents ?? []);
  for (const { start, end } of extentsOf(false)) keep(start, end);
  // Should two items share bytes, the metadata goes.
  for (const { start, end } of extentsOf(true)) copy.subarray(start, end).fill(0);
  return copy.subarray(0, boxes.at(-1)?.end);
}
