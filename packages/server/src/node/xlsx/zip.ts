// Reads the files of a ZIP archive (APPNOTE 6.3.3) that is in memory, as far as office programs write them: stored or
// deflated, not encrypted, not split. Sizes are limited, because a few kilobytes can claim to be gigabytes.

import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** Longest comment at the end of an archive. */
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 1000;
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Answers how to read a file by its name; `undefined` where there is none. @throws Error for what is no archive */
export function openZip(bytes: Buffer): (name: string) => Buffer | undefined {
  const entries = new Map<string, () => Buffer>();
  const end = findEnd(bytes);
  const count = Math.min(bytes.readUInt16LE(end + 10), MAX_ENTRIES);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('The file is damaged.');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    );
    const start = at + ENTRY_BYTES;
    const name = bytes.toString('utf8', start, start + (nameLength ?? 0));
    const head = at;
    entries.set(name, () => readEntry(bytes, head));
    at = start + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return (name) => entries.get(name)?.();
}

function findEnd(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('This is not an .xlsx file.');
}

function readEntry(bytes: Buffer, head: number): Buffer {
  const flags = bytes.readUInt16LE(head + 8);
  const method = bytes.readUInt16LE(head + 10);
  const packed = bytes.readUInt32LE(head + 20);
  const local = bytes.readUInt32LE(head + 42);
  if ((flags & 1) === 1) throw new Error('The file has a password. Save it without one.');
  const start = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) throw new Error('The file is packed in a way that is not read here.');
  return inflateRawSync(data, { maxOutputLength: MAX_FILE_BYTES });
}
