// PDFs that keep whoever looks into them busy: each is small, and made to be read, or unpacked, over and over.

import { deflateSync } from 'node:zlib';
import type { DocumentReason } from '@lintas/contract';
import * as pdfs from './pdfs.ts';
import { MEBIBYTE } from './sample.ts';

export interface Tangle {
  readonly name: string;
  readonly reason: DocumentReason;
  /** @param bytes about how long the file is to be */
  readonly file: (bytes: number) => Buffer;
}

export const TANGLED_PDFS: readonly Tangle[] = [
  { name: 'dictionaries that begin in one another', reason: 'corrupt', file: repeated('xobj<<') },
  { name: 'lists that begin in one another', reason: 'corrupt', file: repeated('xobj[') },
  { name: 'strings that begin in one another', reason: 'corrupt', file: repeated('xobj(') },
  { name: 'strings of digits that begin in one another', reason: 'corrupt', file: repeated('xobj<4') },
  { name: 'comments that begin in one another', reason: 'corrupt', file: repeated('xobj%') },
  { name: 'trailers that begin in one another', reason: 'corrupt', file: repeated('trailer(') },
  {
    name: 'a long list that four hundred objects share',
    reason: 'corrupt',
    file: (bytes) => between('xobj['.repeat(400), 'a '.repeat(bytes / 2), ']'.repeat(400)),
  },
  {
    name: 'brackets in one another',
    reason: 'corrupt',
    file: (bytes) => between('1 0 obj', '['.repeat(bytes / 2), ']'.repeat(bytes / 2)),
  },
  {
    name: 'streams that unpack to much and break off in the end',
    reason: 'too_large',
    file: (bytes) => streams(bytes, breakingOff(8 * MEBIBYTE)),
  },
  {
    name: 'streams that begin in one another and unpack to next to nothing',
    reason: 'too_large',
    file: streamsInOneAnother,
  },
  {
    name: 'packed objects in packed objects',
    reason: 'too_large',
    file: repeated('xobj<</Type/ObjStm/N 1/First 0>>stream\n'),
  },
  {
    name: 'packed objects that are all listed to begin in one another',
    reason: 'corrupt',
    file: (bytes) => listing(bytes, (index) => `1 ${index}`),
  },
  {
    name: 'packed objects that are listed to begin in one another, and nowhere',
    reason: 'corrupt',
    file: (bytes) => listing(bytes, (index) => `1 Infinity 1 ${index}`),
  },
];

/** A file that takes no work to look through, and hours to open: each `1` may begin an object, behind a comment. */
export function slow(): Buffer {
  return between('1 0 obj<<>>endobj\n', '1%'.repeat(2_000_000));
}

function between(...parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(
    ['%PDF-1.7\n', ...parts, '\n%%EOF\n'].map((part) => Buffer.from(part as string, 'latin1')),
  );
}

function repeated(part: string): Tangle['file'] {
  return (bytes) => between(part.repeat(bytes / part.length));
}

const HEAD = Buffer.from('1 0 obj<</Filter/Fl>>stream\n');

function streams(bytes: number, data: Buffer): Buffer {
  const one = Buffer.concat([HEAD, data, Buffer.from('\nendstream endobj\n')]);
  return between(...Array.from({ length: bytes / one.length }, () => one));
}

/** Zeros, and a sum of them that is wrong. */
function breakingOff(bytes: number): Buffer {
  const data = deflateSync(Buffer.alloc(bytes), { level: 9 });
  return data.fill(0xff, data.length - 4);
}

/** Each is all that follows it: blocks without content, and others that hold the beginning of the next one. */
function streamsInOneAnother(bytes: number): Buffer {
  const begin = Buffer.concat([HEAD, Buffer.from([0x78, 0x01])]);
  const nothing = Buffer.alloc(20 * 5, Buffer.from([0, 0, 0, 0xff, 0xff]));
  const next = Buffer.from([0, begin.length, 0, ~begin.length & 0xff, 0xff]);
  const one = Buffer.concat([begin, nothing, next]);
  return between(...Array.from({ length: bytes / one.length }, () => one));
}

/** Packed objects that begin where the list says. */
function listing(bytes: number, entry: (index: number) => string): Buffer {
  const list = Array.from({ length: bytes / 16 }, (_, index) => entry(index)).join(' ');
  const data = `${list} ${'('.repeat(bytes / 16)}`;
  return pdfs.pdf({ 5: pdfs.flateStream(`/Type /ObjStm /N 9 /First ${list.length + 1}`, data) });
}
