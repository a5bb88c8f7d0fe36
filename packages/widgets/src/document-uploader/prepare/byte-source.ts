// Reads a file in pieces: what is parsed here is never whole in memory.

import { throwIfAborted } from '../../core/throw-if-aborted.ts';

/** Bytes of a file, by their place in it. */
export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes from `start` on: fewer at the end of the file. The view is only to be read. */
  read(start: number, length: number): Promise<Uint8Array>;
}

/** How much is read at once, in bytes. */
const WINDOW = 128 * 1024;

/**
 * Opens a file. `read` throws the device's error when the bytes are not there any more, and the signal's reason.
 */
export function openFile(file: Blob, signal?: AbortSignal): ByteSource {
  let held: { start: number; bytes: Uint8Array } = { start: 0, bytes: new Uint8Array() };
  return {
    size: file.size,
    async read(start, length) {
      const end = Math.min(file.size, start + length);
      if (start < held.start || end > held.start + held.bytes.length) {
        const slice = file.slice(start, Math.max(end, start + WINDOW));
        held = { start, bytes: new Uint8Array(await slice.arrayBuffer()) };
      }
      throwIfAborted(signal);
      return held.bytes.subarray(start - held.start, Math.max(start, end) - held.start);
    },
  };
}

/** Bytes as characters, one each: signatures and names can be compared as they read. */
export function asText(bytes: Uint8Array): string {
  let text = '';
  // In portions: one by one takes seconds for some megabytes, and a call cannot take all of them.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

export function asBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
