// Reads a JSON body: its type, its length and its depth are checked before it is parsed.

import { Refusal, refuseValues } from './problems.ts';

/** The largest body that any call takes. */
export const MAX_BODY_BYTES = 128 * 1024;

/** Objects and arrays within each other. The deepest body of the contract has six levels. */
const MAX_DEPTH = 9;

/** The body as text, for its hash, and parsed. */
export interface Body {
  readonly text: string;
  readonly value: unknown;
}

export async function readBody(request: Request): Promise<Body> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal('unsupported-media-type');
  }
  if (request.headers.has('transfer-encoding')) throw new Refusal('length-required');
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES)
    throw new Refusal('body-too-large');
  const text = decode(await readBytes(request.body));
  if (depthOf(text) > MAX_DEPTH) {
    const message = `No more than ${MAX_DEPTH} levels of objects and arrays.`;
    throw refuseValues({ pointer: '', code: 'too_deep', message });
  }
  return { text, value: parse(text) };
}

/** Counts while reading: what a header says of the length is only a claim. */
async function readBytes(stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Returning from the loop cancels the stream.
  for await (const chunk of stream ?? []) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Refusal('body-too-large');
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('malformed-json');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('malformed-json');
  }
}

/**
 * The most brackets that are open at once, those inside strings not counted. A string without an end goes to the end of
 * the text: were it given up instead, it would be looked at again from each quote in it.
 */
export function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.?)*(?:"|$)|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
}
