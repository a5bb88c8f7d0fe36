// Looks into a picture by decoding it, and writes a clean copy: what the pixels show and nothing else, no place, no
// camera, no bytes after the end.

import type { FileLimits, MediaType } from '@lintas/contract';
import { MAX_PIXELS } from '@lintas/contract/documents/media-type';
import { writeFile } from 'node:fs/promises';
import sharp, { type SharpOptions } from 'sharp';
import type { Finding } from '../../documents/checks/finding.ts';
import type { Inspection } from '../../documents/checks/inspection.ts';
import type { FileInHand } from './inspect-file.ts';
import { copyWithoutMetadata } from './heic-copy.ts';
import { findQuality } from './picture-quality.ts';

const JPEG_QUALITY = 90;

/** One file at a time, by no more loaders than there are types that are taken. */
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadWebpFile',
    'VipsForeignLoadHeifFile',
  ],
});

export async function inspectPicture(
  file: FileInHand,
  mediaType: MediaType,
  { minPixels }: FileLimits,
): Promise<Inspection> {
  const pixels = await readPixels(file.path);
  if (pixels && pixels.width * pixels.height > MAX_PIXELS) return unusable('too_large');
  const size = pixels && findSize(Math.min(pixels.width, pixels.height), minPixels);
  if (size?.result === 'fail') return { findings: [{ method: 'format', result: 'pass' }, size] };
  if (mediaType === 'image/heic') return inspectHeic(file, size);
  if (!pixels) return unusable('corrupt');

  const copy = mediaType === 'image/png' ? 'image/png' : 'image/jpeg';
  const clean = await makeCopy(file, copy);
  if (clean === 'corrupt') return unusable('corrupt');
  const findings: Finding[] = [
    { method: 'format', ...(clean === 'whole' ? { result: 'pass' } : UNSURE) },
    { method: 'safety', result: 'pass' },
    await findQuality(file.copyTo),
  ];
  return { findings, copy };
}

const UNSURE = { result: 'inconclusive', reason: 'could_not_confirm' } as const;

function unusable(reason: 'corrupt' | 'too_large'): Inspection {
  return { findings: [{ method: 'format', result: 'fail', reason }] };
}

/** What phones write is compressed in a way that this library does not decode. A human opens it as it is. */
async function inspectHeic({ bytes, copyTo }: FileInHand, size: Finding | undefined): Promise<Inspection> {
  const quality: Finding = size ?? { method: 'image_quality', ...UNSURE };
  const findings: Finding[] = [{ method: 'format', ...UNSURE }, { method: 'safety', ...UNSURE }, quality];
  const copy = copyWithoutMetadata(bytes);
  if (!copy) return { findings };
  await writeFile(copyTo, copy);
  return { findings, copy: 'image/heic' };
}

function findSize(shorterSide: number, minPixels: number | undefined): Finding {
  const method = 'image_quality';
  if (minPixels === undefined || shorterSide >= minPixels) return { method, result: 'pass' };
  return { method, result: 'fail', reason: 'too_small' };
}

/** Size as the file says; nothing is decoded for it. */
async function readPixels(path: string): Promise<{ width: number; height: number } | undefined> {
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata();
    return { width, height };
  } catch {
    return undefined;
  }
}

/**
 * A file that is damaged a little is shown as far as it goes: some phones write such files, and a human can see
 * whether anything is missing.
 */
async function makeCopy(file: FileInHand, type: MediaType): Promise<'whole' | 'damaged' | 'corrupt'> {
  if (await tryCopy(file, type, 'warning')) return 'whole';
  return (await tryCopy(file, type, 'truncated')) ? 'damaged' : 'corrupt';
}

async function tryCopy(
  { path, copyTo }: FileInHand,
  type: MediaType,
  failOn: NonNullable<SharpOptions['failOn']>,
): Promise<boolean> {
  // The first of several pictures, upright, in the colours that every screen shows; without metadata by default.
  const picture = sharp(path, { failOn, limitInputPixels: MAX_PIXELS, pages: 1 }).autoOrient();
  const encoded =
    type === 'image/png'
      ? picture.png()
      : picture.flatten({ background: 'white' }).jpeg({ quality: JPEG_QUALITY });
  return encoded.toFile(copyTo).then(
    () => true,
    () => false,
  );
}
