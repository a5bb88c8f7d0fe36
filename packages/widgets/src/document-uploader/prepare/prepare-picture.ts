// Makes a picture ready to be sent: without what is not the picture, no larger than it has to be, and as a JPEG where
// it is of a type that few programs open.

import type { FileLimits } from '@lintas/contract/documents';
import { MAX_PIXELS } from '@lintas/contract/documents/media-type';
import { joinPieces, type Picture } from './pictures/picture.ts';
import { judge } from './pixels/quality.ts';
import type { PictureResult } from './pixels/process-picture.ts';
import { showPreview } from './pixels/show-preview.ts';
import { fitInto, ENOUGH, MAX_DECODED, planSizes } from './pixels/sizes.ts';
import { workOnPicture } from './pixels/work-on-picture.ts';
import type { FileChange, FileProblem, FileWarning, Pixels, PreparedFile } from './prepared-file.ts';

export interface FoundPicture {
  readonly file: Blob;
  readonly mediaType: string;
  readonly picture: Picture;
}

export async function preparePicture(
  found: FoundPicture,
  limits: FileLimits,
  signal: AbortSignal | undefined,
): Promise<PreparedFile> {
  const { file, mediaType, picture } = found;
  const { pixels } = picture;
  if (Math.min(pixels.width, pixels.height) < (limits.minPixels ?? 0)) {
    return { file, mediaType, pixels, changes: [], warnings: [], problems: ['too_small'] };
  }
  const stripped = joinPieces(file, picture, mediaType);
  const order = { pixels, sizes: chooseSizes(found, stripped.size, limits), ...outputOf(mediaType, limits) };
  const result =
    area(pixels) <= MAX_DECODED
      ? await workOnPicture(file, { ...order, maxBytes: limits.maxBytes }, signal)
      : undefined;
  const made = result?.made && isBetter(result.made.file, stripped, found) ? result.made : undefined;
  const ready: Ready = made
    ? { file: made.file, mediaType: made.file.type, pixels: made.pixels }
    : { file: stripped, mediaType, pixels };
  const preview = result && showPreview(result.preview);
  const problems = problemsOf(ready, limits);
  if (problems.length > 0) return { file, mediaType, pixels, changes: [], warnings: [], problems, preview };
  return {
    ...ready,
    originalPixels: area(ready.pixels) < area(pixels) ? pixels : undefined,
    changes: changesOf(found, ready),
    warnings: warningsOf(found, made !== undefined, result),
    problems,
    preview,
  };
}

interface Ready {
  readonly file: Blob;
  readonly mediaType: string;
  readonly pixels: Pixels;
}

const area = ({ width, height }: Pixels): number => width * height;

/** HEIC is made anew in any case; other pictures only where they are too large. */
function chooseSizes(
  { mediaType, picture }: FoundPicture,
  bytes: number,
  limits: FileLimits,
): readonly Pixels[] {
  const sizes = planSizes(picture.pixels, bytes, limits);
  if (sizes.length > 0 || mediaType !== 'image/heic' || !limits.accept.includes('image/jpeg')) return sizes;
  return [fitInto(picture.pixels, ENOUGH)];
}

/** JPEG where it is taken; otherwise the type that it has. */
function outputOf(mediaType: string, { accept }: FileLimits): { readonly mediaType: string } {
  return { mediaType: accept.includes('image/jpeg') ? 'image/jpeg' : mediaType };
}

/** A new file that is not smaller is no gain; unless the picture could not be opened everywhere as it was. */
function isBetter(made: Blob, stripped: Blob, { mediaType, picture }: FoundPicture): boolean {
  const opens = mediaType !== 'image/heic' && area(picture.pixels) <= MAX_PIXELS;
  return opens ? made.size < stripped.size : made.type !== 'image/heic';
}

function problemsOf({ file, mediaType, pixels }: Ready, { accept, maxBytes }: FileLimits): FileProblem[] {
  if (!accept.includes(mediaType))
    return [mediaType === 'image/heic' ? 'heic_not_convertible' : 'type_not_supported'];
  return file.size > maxBytes || area(pixels) > MAX_PIXELS ? ['too_large'] : [];
}

function changesOf({ mediaType, picture }: FoundPicture, ready: Ready): FileChange[] {
  const changes: FileChange[] = [];
  if (picture.leavesOut.location) changes.push('location_removed');
  if (picture.leavesOut.details) changes.push('details_removed');
  if (area(ready.pixels) < area(picture.pixels)) changes.push('scaled_down');
  if (ready.mediaType !== mediaType) changes.push('turned_into_jpeg');
  return changes;
}

function warningsOf(
  { picture }: FoundPicture,
  isNew: boolean,
  result: PictureResult | undefined,
): FileWarning[] {
  const warnings: FileWarning[] = [...(result?.quality ? judge(result.quality) : [])];
  if (picture.breaksOff) warnings.push('breaks_off');
  if (picture.keepsDetails && !isNew) warnings.push('details_kept');
  return warnings;
}
