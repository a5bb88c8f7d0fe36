// Where the pictures of a HEIC are, and where what says the place and the camera: the boxes of the file (ISO/IEC
// 14496-12, section 4.2) and the table of its items. Free of I/O; asked on the person's device before anything is sent,
// and on the server again, so that both find the same.
// A separate entry, without schemas: the process that looks into a file loads as little as it can.

export interface Box {
  readonly type: string;
  readonly start: number;
  /** Where its content begins and ends. */
  readonly from: number;
  readonly end: number;
}

/** The longest that what stands before the content of a box can be, in bytes. */
export const BOX_HEAD_BYTES = 16;

/**
 * @param head the first bytes of the box, `BOX_HEAD_BYTES` of them if there are as many
 * @param start where it begins
 * @param end where that ends which it is in
 * @returns `undefined` where it makes no sense
 */
export function readBox(head: Uint8Array, start: number, end: number): Box | undefined {
  const numbers = readNumbers(head, 0);
  const short = numbers.next(4);
  const type = String.fromCharCode(...head.subarray(4, 8));
  numbers.next(4);
  // 1: the length has eight bytes of its own; 0: to the end.
  const length = short === 1 ? numbers.next(8) : short === 0 ? end - start : short;
  const box = { type, start, from: start + numbers.at(), end: start + length };
  return numbers.at() <= head.length && box.from <= box.end && box.end <= end ? box : undefined;
}

/** The boxes between two positions, as far as they make sense. */
export function readBoxes(bytes: Uint8Array, start: number, end: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = start; at < end;) {
    const box = readBox(bytes.subarray(at, Math.min(at + BOX_HEAD_BYTES, end)), at, end);
    if (!box) break;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A picture, a tile of one, or metadata. */
export interface Item {
  readonly type: string;
  /** Where its bytes are in the file, though they may lie behind its end; `undefined` when they are somewhere else. */
  readonly extents: readonly Extent[] | undefined;
}

/** Items that are no part of the picture: EXIF, and others by their media type, such as XMP. */
const METADATA: readonly string[] = ['Exif', 'mime', 'uri '];

export function isMetadata({ type }: Item): boolean {
  return METADATA.includes(type);
}

/** Version and flags come before what is in it. */
export const META_HEAD_BYTES = 4;

/**
 * The items that the box `meta` lists.
 *
 * @param meta its content
 * @param fileBytes length of the file
 * @returns `undefined` where its tables make no sense
 */
export function readItems(meta: Uint8Array, fileBytes: number): readonly Item[] | undefined {
  const boxes = readBoxes(meta, META_HEAD_BYTES, meta.length);
  const infos = boxes.find(({ type }) => type === 'iinf');
  const locations = boxes.find(({ type }) => type === 'iloc');
  if (!infos || !locations) return undefined;
  const types = readTypes(meta, infos);
  const located = readLocations(meta.subarray(locations.from, locations.end), fileBytes);
  if (!located) return undefined;
  const found = located.map(({ id, extents }) => ({ type: types.get(id) ?? '', extents }));
  const ids = new Set(located.map(({ id }) => id));
  const lost = [...types].filter(([id]) => !ids.has(id)).map(([, type]) => ({ type, extents: undefined }));
  return [...found, ...lost];
}

/** Section 8.11.6. */
function readTypes(meta: Uint8Array, { from, end }: Box): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  for (const entry of readBoxes(meta, from + (meta[from] === 0 ? 6 : 8), end)) {
    const isLong = meta[entry.from] === 3;
    const id = readNumbers(meta, entry.from + 4).next(isLong ? 4 : 2);
    const at = entry.from + (isLong ? 10 : 8);
    if (entry.type === 'infe' && at + 4 <= entry.end) {
      types.set(id, String.fromCharCode(...meta.subarray(at, at + 4)));
    }
  }
  return types;
}

interface Location {
  readonly id: number;
  readonly extents: readonly Extent[] | undefined;
}

/** Section 8.11.3. */
function readLocations(content: Uint8Array, fileBytes: number): readonly Location[] | undefined {
  const numbers = readNumbers(content, 0);
  const version = numbers.next(1);
  numbers.next(3);
  const sizes = numbers.next(2);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexBytes = version === 0 ? 0 : sizes & 15;
  const idBytes = version === 2 ? 4 : 2;
  // A table of a few bytes can list the whole file over and over.
  let left = 2 * fileBytes;
  const found: Location[] = [];
  for (let items = numbers.next(idBytes); items > 0; items -= 1) {
    const id = numbers.next(idBytes);
    const method = version === 0 ? 0 : numbers.next(2) & 15;
    const isElsewhere = numbers.next(2) !== 0 || method !== 0;
    const base = numbers.next(baseBytes);
    const extents: Extent[] = [];
    for (let more = numbers.next(2); more > 0; more -= 1) {
      numbers.next(indexBytes);
      const start = base + numbers.next(offsetBytes);
      const length = numbers.next(lengthBytes);
      // None given: to the end.
      const end = length === 0 ? Math.max(start, fileBytes) : start + length;
      extents.push({ start, end });
      left -= 1 + Math.min(end - start, fileBytes);
      if (left < 0) return undefined;
    }
    if (numbers.at() > content.length) return undefined;
    found.push({ id, extents: isElsewhere || extents.length === 0 ? undefined : extents });
  }
  return version > 2 ? undefined : found;
}

/** Numbers of so many bytes, one after the other; behind the end, all bytes are 0. */
function readNumbers(bytes: Uint8Array, start: number): { next(length: number): number; at(): number } {
  let at = start;
  return {
    next(length) {
      let value = 0;
      for (const end = at + length; at < end; at += 1) value = value * 256 + (bytes[at] ?? 0);
      return value;
    },
    at: () => at,
  };
}
