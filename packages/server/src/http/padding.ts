// What a person reads is filled up to a few sizes, so that somebody who sees only the length of encrypted
// traffic cannot tell a decision from a case that stands still.

const SMALLEST = 1024;

/** Size in bytes that `length` is filled up to: the next power of two, at least 1 KiB. */
export function sizeClass(length: number): number {
  return Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(length)));
}

/** JSON followed by as many spaces as its size class asks for. */
export function padJson(json: string): string {
  const length = byteLength(json);
  return json + ' '.repeat(sizeClass(length) - length);
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
