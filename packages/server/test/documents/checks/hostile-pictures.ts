// Pictures, and what passes itself off as one, that nobody could use or should open.

import sharp from 'sharp';
import * as pdfs from './pdfs.ts';
import * as pictures from './pictures.ts';
import { behind, MEBIBYTE, type Sample } from './sample.ts';

const JPEG = 'image/jpeg';
const PNG = 'image/png';

const jpeg = (): Promise<Buffer> => pictures.sheet().jpeg().toBuffer();

/** Another file is asked for. */
export const HOSTILE_PICTURES: readonly Sample[] = [
  { name: 'nothing at all', type: JPEG, file: () => Buffer.alloc(0), finds: { format: 'empty' } },
  {
    name: 'more than is taken',
    type: JPEG,
    file: () => behind(jpeg(), Buffer.alloc(5 * MEBIBYTE)),
    finds: { format: 'too_large' },
  },
  {
    name: 'a thumbnail in HEIC',
    type: 'image/heic',
    file: () => pictures.heic(300, 299),
    finds: { image_quality: 'too_small' },
  },
  {
    name: 'a thumbnail',
    type: JPEG,
    file: () => pictures.sheet(300, 299).jpeg().toBuffer(),
    finds: { image_quality: 'too_small' },
  },
  {
    name: 'a page called JPEG',
    type: JPEG,
    file: () => Buffer.from('<!doctype html><script>alert(1)</script>'),
    finds: { format: 'type_mismatch' },
  },
  {
    name: 'an SVG called PNG',
    type: PNG,
    file: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    finds: { format: 'type_mismatch' },
  },
  {
    name: 'a GIF that is a script',
    type: JPEG,
    file: () => Buffer.from('GIF89a/*\x01\x00*/=1;alert(1)//', 'latin1'),
    finds: { format: 'type_mismatch' },
  },
  {
    name: 'an AVIF called HEIC',
    type: 'image/heic',
    file: () =>
      sharp({ create: { width: 400, height: 400, channels: 3, background: 'red' } })
        .avif()
        .toBuffer(),
    finds: { format: 'type_mismatch' },
  },
  {
    name: '900 megapixels in 109 KB',
    type: PNG,
    file: () => pictures.hugePng(30_000, 30_000),
    finds: { format: 'too_large' },
  },
  {
    name: 'a PNG whose text unpacks to 200 MiB',
    type: PNG,
    file: () => pictures.textBombPng(200 * MEBIBYTE),
    finds: { format: 'corrupt' },
  },
  {
    name: 'half a photograph',
    type: JPEG,
    file: async () => (await jpeg()).subarray(0, 40_000),
    finds: { format: 'corrupt' },
  },
  {
    name: 'noise that begins as a JPEG',
    type: JPEG,
    file: () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5_000, 77)]),
    finds: { format: 'corrupt' },
  },
  {
    name: 'a JPEG and an archive',
    type: JPEG,
    file: () => behind(jpeg(), pdfs.zip()),
    finds: { safety: 'mixed_content' },
  },
  {
    name: 'a JPEG and a PDF',
    type: JPEG,
    file: async () => pictures.withComment(await jpeg(), `\n${pdfs.pdf().toString('latin1')}`),
    finds: { safety: 'mixed_content' },
  },
];

/** Hostile to a careless server, and harmless here: the copy that is shown holds the pixels only. */
export const DISARMED: readonly Sample[] = [
  {
    name: 'a JPEG with a script behind it',
    type: JPEG,
    file: () => behind(pictures.photograph(), '<script>alert("CANARY-SCRIPT")</script>'),
  },
  {
    name: 'a JPEG with a script in its comment',
    type: JPEG,
    file: async () => pictures.withComment(await jpeg(), '<script>alert("CANARY-SCRIPT")</script>'),
  },
];
