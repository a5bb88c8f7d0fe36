// Files as people hand them in, and some that a machine cannot be sure of.

import * as pdfs from './pdfs.ts';
import * as pictures from './pictures.ts';
import { behind, MEBIBYTE, type Sample } from './sample.ts';

const JPEG = 'image/jpeg';
const PNG = 'image/png';
const PDF = 'application/pdf';

const jpeg = (): Promise<Buffer> => pictures.sheet().jpeg().toBuffer();

/** What people hand in. None of it is sent back. */
export const HONEST: readonly Sample[] = [
  { name: 'a photograph from a phone', type: JPEG, file: pictures.photograph },
  { name: 'a scan', type: PNG, file: () => pictures.sheet().png().toBuffer() },
  {
    name: 'a picture with a short film behind it, as phones take',
    type: JPEG,
    file: () => behind(jpeg(), Buffer.alloc(5_000, 'ftypmp42')),
  },
  { name: 'a WebP', type: 'image/webp', file: () => pictures.sheet().webp().toBuffer() },
  {
    name: 'a PNG with transparency',
    type: PNG,
    file: () => pictures.sheet().ensureAlpha(0.5).png().toBuffer(),
  },
  {
    name: 'a picture in the colours of a printer',
    type: JPEG,
    file: () => pictures.sheet().toColourspace('cmyk').jpeg().toBuffer(),
  },
  {
    name: 'a letter with links, as a word processor saves it',
    type: PDF,
    file: () => pdfs.letter(2),
    pages: 2,
  },
  { name: 'a form that was filled in', type: PDF, file: pdfs.form, pages: 1 },
  {
    name: 'a PDF that was changed and saved again',
    type: PDF,
    file: () => pdfs.changed(pdfs.pdf(), { 4: pdfs.stream('', '0 0 m S') }),
    pages: 1,
  },
  {
    name: 'a PDF that goes to its first page by an action',
    type: PDF,
    file: () => pdfs.opening('<< /S /GoTo /D [3 0 R /Fit] >>'),
    pages: 1,
  },
  {
    name: 'a scan of a sheet at 600 dpi in a PDF',
    type: PDF,
    file: () =>
      pdfs.pdf({ 5: pdfs.flateStream('/Type /XObject /Subtype /Image', Buffer.alloc(100 * MEBIBYTE, 250)) }),
    pages: 1,
  },
];

/** Honest, and a human has to look: never sent back by a machine. */
export const UNSURE: readonly Sample[] = [
  {
    name: 'a WebP that a messenger called JPEG',
    type: JPEG,
    file: () => pictures.sheet().webp().toBuffer(),
    finds: { format: 'type_mismatch' },
  },
  {
    name: 'a HEIC',
    type: 'image/heic',
    file: pictures.heic,
    finds: { format: 'could_not_confirm', safety: 'could_not_confirm' },
  },
  {
    name: 'a HEIC of a kind that nobody here knows',
    type: 'image/heic',
    file: pictures.heicHead,
    finds: { format: 'could_not_confirm', safety: 'could_not_confirm', image_quality: 'could_not_confirm' },
  },
  {
    name: 'a photograph with a few stray bytes',
    type: JPEG,
    file: async () => stray(await jpeg()),
    finds: { format: 'could_not_confirm' },
  },
  {
    name: 'a photograph taken in the dark',
    type: JPEG,
    file: () => pictures.sheet().linear(0.1, 0).jpeg().toBuffer(),
    finds: { image_quality: 'too_dark' },
  },
  {
    name: 'a photograph out of focus',
    type: JPEG,
    file: () => pictures.sheet().blur(25).jpeg().toBuffer(),
    finds: { image_quality: 'blurred' },
  },
];

/** Bytes that do not belong there, between the first tables. */
function stray(file: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, 20), Buffer.from([1, 2, 3]), file.subarray(20)]);
}
