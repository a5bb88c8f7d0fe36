// What is the same for everybody goes compressed to whoever takes that: questionnaires and published figures are long, and
// networks slow. What is about one person never does: how short it becomes would tell what is in it.

import { sizeClass } from './padding.ts';

/** Whether a request takes gzip (RFC 9110, section 12.5.3). */
export function takesGzip(acceptEncoding: string | null): boolean {
  return (acceptEncoding ?? '').split(',').some((entry) => {
    const [coding, ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    return coding === 'gzip' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const compressed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}

const HEADER_BYTES = 10;
/** Place of the flags in the header, and the flag of the field that readers skip. */
const FLAGS = 3;
const HAS_EXTRA_FIELD = 4;
/** Two lengths of two bytes each, and two letters between them that name what is in the field. */
const FIELD_BYTES = 6;
const MOST_PADDING = 0xffff - 4;

/** Fills gzip up to its size class with a field that readers skip (RFC 1952, section 2.3.1.1), as far as one can hold it. */
export function padGzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const without = bytes.length + FIELD_BYTES;
  const padding = Math.min(sizeClass(without) - without, MOST_PADDING);
  const padded = new Uint8Array(without + padding);
  padded.set(bytes.subarray(0, HEADER_BYTES));
  const view = new DataView(padded.buffer);
  view.setUint8(FLAGS, view.getUint8(FLAGS) | HAS_EXTRA_FIELD);
  view.setUint16(HEADER_BYTES, padding + 4, true);
  padded.set(new TextEncoder().encode('Ln'), HEADER_BYTES + 2);
  view.setUint16(HEADER_BYTES + 4, padding, true);
  padded.set(bytes.subarray(HEADER_BYTES), HEADER_BYTES + FIELD_BYTES + padding);
  return padded;
}
