// Where the items of an ISO base media file are (ISO/IEC 14496-12, section 8.11.3, `iloc`).

import { viewOf } from '../byte-source.ts';

export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** In the file itself, and not in the table or in another item. */
const IN_FILE = 0;

/**
 * Reads where each item is, by its number. Items that are not in the file itself are not in the answer.
 *
 * @returns `undefined` where the table makes no sense
 */
export function readLocations(content: Uint8Array): ReadonlyMap<number, readonly Extent[]> | undefined {
  const [version = 0, sizes = 0, moreSizes = 0] = [content[0], content[4], content[5]];
  if (version > 2 || content.length < 8) return undefined;
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, moreSizes >> 4];
  const indexSize = version === 0 ? 0 : moreSizes & 15;
  const idSize = version === 2 ? 4 : 2;
  const found = new Map<number, readonly Extent[]>();
  const numbers = readNumbers(content, 6);
  try {
    for (let items = numbers.next(idSize); items > 0; items -= 1) {
      const id = numbers.next(idSize);
      const method = version === 0 ? IN_FILE : numbers.next(2) & 15;
      const reference = numbers.next(2);
      const base = numbers.next(baseSize);
      const extents: Extent[] = [];
      for (let left = numbers.next(2); left > 0; left -= 1) {
        numbers.next(indexSize);
        const start = base + numbers.next(offsetSize);
        extents.push({ start, end: start + numbers.next(lengthSize) });
      }
      if (method === IN_FILE && reference === 0) found.set(id, extents);
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return found;
}

/** Numbers of 0, 2, 4 or 8 bytes, one after the other; throws a RangeError behind the end. */
function readNumbers(content: Uint8Array, start: number): { next(size: number): number } {
  const view = viewOf(content);
  let at = start;
  return {
    next(size) {
      const place = at;
      at += size;
      if (size === 0) return 0;
      if (size === 8) return Number(view.getBigUint64(place));
      return size === 2 ? view.getUint16(place) : view.getUint32(place);
    },
  };
}
