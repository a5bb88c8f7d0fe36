// Boxes of ISO base media files (ISO/IEC 14496-12, section 4.2): a length, a name, and what is in it.

import { asText, viewOf, type ByteSource } from '../byte-source.ts';

export interface Box {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The boxes one after the other, as far as they make sense. */
export function boxesIn(bytes: Uint8Array): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = viewOf(bytes).getUint32(at);
    const end = size === 0 ? bytes.length : at + size;
    if (end < at + 8 || end > bytes.length) break;
    boxes.push({ name: asText(bytes.subarray(at + 4, at + 8)), content: bytes.subarray(at + 8, end) });
    at = end;
  }
  return boxes;
}

export function findBox(boxes: readonly Box[], name: string): Box | undefined {
  return boxes.find((box) => box.name === name);
}

/** Where the content of the file's own box of that name is. */
export async function findTopBox(
  source: ByteSource,
  name: string,
): Promise<{ readonly start: number; readonly end: number } | undefined> {
  for (let at = 0; at + 8 <= source.size;) {
    const head = await source.read(at, 16);
    const size = viewOf(head).getUint32(0);
    const large = size === 1 && head.length === 16;
    const start = at + (large ? 16 : 8);
    const end = large ? at + Number(viewOf(head).getBigUint64(8)) : size === 0 ? source.size : at + size;
    if (end < start || end > source.size) return undefined;
    if (asText(head.subarray(4, 8)) === name) return { start, end };
    at = end;
  }
  return undefined;
}
