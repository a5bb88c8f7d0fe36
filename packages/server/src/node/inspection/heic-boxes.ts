// The boxes of a HEIC (ISO/IEC 14496-12, section 4.2), and the table that says where each of its items is.

export interface Box {
  readonly type: string;
  readonly start: number;
  /** Where its content begins and ends. */
  readonly from: number;
  readonly end: number;
}

/** The boxes between two positions, as far as they make sense. */
export function readBoxes(bytes: Buffer, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end;) {
    const short = bytes.readUInt32BE(at);
    // 1: the length has eight bytes of its own; 0: to the end.
    const head = short === 1 ? 16 : 8;
    if (at + head > end) break;
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? end - at : short;
    if (length < head || at + length > end) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    boxes.push({ type, start: at, from: at + head, end: at + length });
    at += length;
  }
  return boxes;
}

/** A picture, a tile of one, or metadata; and where its bytes are in the file. */
export interface Item {
  readonly type: string;
  readonly extents: readonly { readonly start: number; readonly end: number }[];
}

/** The items that the box `meta` lists; `undefined` when one is somewhere else than in the file. */
export function readItems(bytes: Buffer, meta: Box): Item[] | undefined {
  // Version and flags come before what is in it.
  const boxes = readBoxes(bytes, meta.from + 4, meta.end);
  const infos = boxes.find(({ type }) => type === 'iinf');
  const locations = boxes.find(({ type }) => type === 'iloc');
  if (!infos || !locations) return undefined;
  try {
    const types = readTypes(bytes, infos);
    return readLocations(bytes, locations)?.map(({ id, extents }) => ({
      type: types.get(id) ?? '',
      extents,
    }));
  } catch (error) {
    // The table breaks off.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Section 8.11.6. */
function readTypes(bytes: Buffer, { from, end }: Box): Map<number, string> {
  const types = new Map<number, string>();
  for (const entry of readBoxes(bytes, from + (bytes.readUInt8(from) === 0 ? 6 : 8), end)) {
    const isLong = bytes.readUInt8(entry.from) === 3;
    const id = isLong ? bytes.readUInt32BE(entry.from + 4) : bytes.readUInt16BE(entry.from + 4);
    const at = entry.from + (isLong ? 10 : 8);
    types.set(id, bytes.toString('latin1', at, at + 4));
  }
  return types;
}

/** Section 8.11.3. */
function readLocations(bytes: Buffer, { from }: Box): { id: number; extents: Item['extents'] }[] | undefined {
  let at = from;
  const read = (length: number): number => {
    let value = 0;
    for (const next = at + length; at < next; at += 1) value = value * 256 + bytes.readUInt8(at);
    return value;
  };
  const version = read(4) >>> 24;
  const sizes = read(2);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexBytes = version === 0 ? 0 : sizes & 15;
  const count = read(version < 2 ? 2 : 4);
  const items: { id: number; extents: Item['extents'] }[] = [];
  for (let item = 0; item < count; item += 1) {
    const id = read(version < 2 ? 2 : 4);
    const isElsewhere = (version > 0 && (read(2) & 15) !== 0) || read(2) !== 0;
    if (isElsewhere) return undefined;
    const base = read(baseBytes);
    const extents = Array.from({ length: read(2) }, () => {
      read(indexBytes);
      const start = Math.min(base + read(offsetBytes), bytes.length);
      const length = read(lengthBytes);
      // None given: to the end.
      return { start, end: length === 0 ? bytes.length : Math.min(start + length, bytes.length) };
    });
    items.push({ id, extents });
  }
  return items;
}
