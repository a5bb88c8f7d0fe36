// PDFs, and what passes itself off as one, that nobody could use or should open.

import { deflateSync } from 'node:zlib';
import * as pdfs from './pdfs.ts';
import { MEBIBYTE, type Sample } from './sample.ts';

const PDF = 'application/pdf';
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

/** Another file is asked for. */
export const HOSTILE_PDFS: readonly Sample[] = [
  { name: 'an archive called PDF', type: PDF, file: () => pdfs.zip(), finds: { format: 'type_mismatch' } },
  {
    name: 'a PDF and an archive',
    type: PDF,
    file: () => pdfs.pdf({}, { tail: pdfs.zip() }),
    finds: { safety: 'mixed_content' },
  },
  {
    name: 'a PDF and an archive that ends like a PDF',
    type: PDF,
    file: () => pdfs.pdf({}, { tail: pdfs.zip('\n%%EOF\n') }),
    finds: { safety: 'mixed_content' },
  },
  {
    name: 'a PDF and a page',
    type: PDF,
    file: () =>
      Buffer.from(
        pdfs.pdf().toString('latin1').replace('\n', '\n%<html><script>alert(1)</script>\n'),
        'latin1',
      ),
    finds: { safety: 'mixed_content' },
  },
  {
    name: 'a PDF whose header comes late',
    type: PDF,
    file: () => Buffer.concat([Buffer.from('#!/bin/sh\n'), pdfs.pdf()]),
    finds: { format: 'type_mismatch' },
  },
  {
    name: 'a PDF that breaks off',
    type: PDF,
    file: () => pdfs.pdf({ 5: pdfs.stream('', Buffer.alloc(4_000)) }).subarray(0, -1_000),
    finds: { format: 'corrupt' },
  },
  {
    name: 'a PDF with an end and nothing before it',
    type: PDF,
    file: () => Buffer.from('%PDF-1.7\nnothing\n%%EOF'),
    finds: { format: 'corrupt' },
  },
  { name: 'a PDF with a password', type: PDF, file: pdfs.encrypted, finds: { format: 'encrypted' } },
  {
    name: 'a PDF with too many pages',
    type: PDF,
    file: () => pdfs.letter(11),
    finds: { format: 'too_many_pages' },
    pages: 11,
  },
  { name: 'a script', type: PDF, file: () => pdfs.pressing(SCRIPT), finds: { safety: 'active_content' } },
  {
    name: 'a script whose name is written in another way',
    type: PDF,
    file: () => pdfs.pressing('<< /S /J#61va#53cript /J#53 (1) >>'),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a script among packed objects',
    type: PDF,
    file: () => pdfs.pressing('9 0 R', { 5: pdfs.packed({ 9: SCRIPT }) }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a program among packed objects',
    type: PDF,
    file: () => pdfs.pressing('9 0 R', { 5: pdfs.packed({ 8: '42', 9: '<< /S /Launch /F (cmd.exe) >>' }) }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a script among packed objects that do not say that they are',
    type: PDF,
    file: () =>
      pdfs.pressing('9 0 R', {
        5: pdfs.packed({ 9: SCRIPT }, (dictionary, data) =>
          pdfs.flateStream(dictionary.replace('/Type /ObjStm', ''), data),
        ),
      }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'packed objects that begin at two places',
    type: PDF,
    file: () =>
      pdfs.pdf({
        5: pdfs.packed({ 9: '(1)' }, (dictionary, data) => pdfs.flateStream(`${dictionary} /First 9`, data)),
      }),
    finds: { format: 'corrupt' },
  },
  {
    name: 'a script among objects packed twice',
    type: PDF,
    file: () => pdfs.pressing('9 0 R', { 5: pdfs.packed({ 9: SCRIPT }, twice) }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a script within a string of a packed object',
    type: PDF,
    file: () => pdfs.pressing('9 0 R', { 5: within(SCRIPT) }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a script that a later version takes away again',
    type: PDF,
    file: () => pdfs.changed(pdfs.pressing('9 0 R', { 9: SCRIPT }), { 9: '<< /S /GoTo >>' }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a script in the data of a stream',
    type: PDF,
    file: () => pdfs.pdf({ 5: pdfs.stream('', `9 0 obj ${SCRIPT} endobj`) }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'packed objects that cannot be looked through',
    type: PDF,
    file: () => pdfs.pdf({ 5: pdfs.stream('/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode', 'x') }),
    finds: { format: 'corrupt' },
  },
  {
    name: 'something done on every page',
    type: PDF,
    file: () => pdfs.pdf({ 5: '<< /AA << /O 6 0 R >> >>' }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'an address that is opened',
    type: PDF,
    file: () => pdfs.opening('<< /S /URI /URI (https://evil.example) >>'),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a file within the file',
    type: PDF,
    file: () =>
      pdfs.pdf({
        5: '<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>',
        6: pdfs.flateStream('/Type /EmbeddedFile', 'MZ'),
      }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a film',
    type: PDF,
    file: () => pdfs.pdf({ 5: '<< /Type /Annot /Subtype /RichMedia >>' }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a form of the kind that is a program',
    type: PDF,
    file: () => pdfs.pdf({ 5: '<< /XFA 6 0 R >>' }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a form that sends what is filled in',
    type: PDF,
    file: () => pdfs.pdf({ 5: '<< /S /SubmitForm /F (https://evil.example) >>' }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a way to another file',
    type: PDF,
    file: () => pdfs.pdf({ 5: '<< /S /GoToR /F (\\\\\\\\evil\\\\share) >>' }),
    finds: { safety: 'active_content' },
  },
  {
    name: 'a stream that unpacks to 300 MiB',
    type: PDF,
    file: () => pdfs.pdf({ 5: pdfs.flateStream('', Buffer.alloc(300 * MEBIBYTE)) }),
    finds: { format: 'too_large' },
  },
  {
    name: 'a stream that unpacks to a stream that unpacks to 300 MiB',
    type: PDF,
    file: () => pdfs.pdf({ 5: twice('', Buffer.alloc(300 * MEBIBYTE)) }),
    finds: { format: 'too_large' },
  },
  {
    name: 'packed objects that unpack to 64 MiB',
    type: PDF,
    file: () => pdfs.pdf({ 5: pdfs.packed({ 9: ' '.repeat(64 * MEBIBYTE) }) }),
    finds: { format: 'too_large' },
  },
  {
    name: 'a hundred thousand brackets in one another',
    type: PDF,
    file: () => pdfs.pdf({ 1: '['.repeat(100_000) + ']'.repeat(100_000) }),
    finds: { format: 'corrupt' },
  },
  {
    name: 'pages that are in one another, twice each, forty times over',
    type: PDF,
    file: () => pdfs.pdf(doubled(40)),
    finds: { format: 'corrupt' },
  },
  {
    name: 'a hundred thousand objects that begin in one another',
    type: PDF,
    file: () => Buffer.from(`%PDF-1.7\n${'xobj<<'.repeat(100_000)}\n%%EOF\n`),
    finds: { format: 'corrupt' },
  },
  {
    name: 'pages that contain themselves',
    type: PDF,
    file: () => pdfs.pdf({ 2: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' }),
    finds: { format: 'corrupt' },
  },
];

/** Groups of pages, each of which has the next one two times. */
function doubled(depth: number): Record<number, string> {
  const group = (kids: string): string => `<< /Type /Pages /Kids [${kids}] /Count 1 >>`;
  const groups: Record<number, string> = { 2: group('3 0 R 10 0 R'), [depth + 10]: group('') };
  for (let at = 10; at < depth + 10; at += 1) groups[at] = group(`${at + 1} 0 R ${at + 1} 0 R`);
  return groups;
}

/** Packed by Flate two times. */
function twice(dictionary: string, data: string | Buffer): Buffer {
  const bytes = Buffer.from(data as string, 'latin1');
  return pdfs.stream(
    `${dictionary} /Filter [/FlateDecode /FlateDecode]`,
    deflateSync(deflateSync(bytes, { level: 9 })),
  );
}

/** Objects of which one begins in the middle of another's string. */
function within(script: string): Buffer {
  const body = `(harmless ${script})`;
  return pdfs.flateStream('/Type /ObjStm /N 1 /First 6', `9 ${String(body.indexOf('<<')).padEnd(4)}${body}`);
}
