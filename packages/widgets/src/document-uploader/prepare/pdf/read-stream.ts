// The bytes of a stream (ISO 32000-1, section 7.3.8), unpacked where they are packed as tables usually are.

import type { ByteSource } from '../byte-source.ts';
import { isDictionary, type Dictionary, type PdfValue } from './parse-value.ts';

/** More than any table that is needed here, packed or unpacked, in bytes: a hostile file must not fill the memory. */
const MAX_LENGTH = 8 * 1024 * 1024;

/** `undefined` where the stream is too long, packed in another way, or the browser cannot unpack. */
export async function readStream(
  source: ByteSource,
  start: number,
  length: PdfValue | undefined,
  dictionary: Dictionary,
): Promise<Uint8Array | undefined> {
  if (typeof length !== 'number' || length < 0 || length > MAX_LENGTH) return undefined;
  const packed = new Uint8Array(await source.read(start, length));
  const filter = onlyOne(dictionary.get('Filter'));
  if (filter === undefined) return packed;
  const bytes = filter === 'FlateDecode' ? await inflate(packed) : undefined;
  const parameters = onlyOne(dictionary.get('DecodeParms'));
  return bytes && (isDictionary(parameters) ? undoPredictor(bytes, parameters) : bytes);
}

function onlyOne(value: PdfValue | undefined): PdfValue | undefined {
  return Array.isArray(value) && value.length === 1 ? (value as readonly PdfValue[])[0] : value;
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  if (!('DecompressionStream' in globalThis)) return undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > MAX_LENGTH) {
        await reader.cancel();
        return undefined;
      }
      parts.push(part.value);
    }
  } catch {
    return undefined;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Rows that are written as differences to the row before (section 7.4.4.4), as writers of tables do: "none" or "up". */
function undoPredictor(bytes: Uint8Array, parameters: Dictionary): Uint8Array | undefined {
  const [predictor = 1, columns = 1] = [parameters.get('Predictor'), parameters.get('Columns')];
  if (predictor === 1) return bytes;
  if (typeof predictor !== 'number' || predictor < 10 || typeof columns !== 'number' || columns < 1)
    return undefined;
  const rows = Math.floor(bytes.length / (columns + 1));
  const table = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)];
    if (kind !== 0 && kind !== 2) return undefined;
    for (let column = 0; column < columns; column += 1) {
      const above = kind === 2 && row > 0 ? (table[(row - 1) * columns + column] ?? 0) : 0;
      table[row * columns + column] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + above;
    }
  }
  return table;
}
