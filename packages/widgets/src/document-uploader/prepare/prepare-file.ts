// Looks at a file on the person's device and makes it ready to be sent.

import { refuseFile, type FileLimits } from '@lintas/contract/documents';
import { SNIFFED_BYTES, sniffMediaType } from '@lintas/contract/documents/media-type';
import { throwIfAborted } from '../../core/throw-if-aborted.ts';
import { openFile, type ByteSource } from './byte-source.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { pictureReader } from './pictures/read-picture.ts';
import { preparePicture } from './prepare-picture.ts';
import type { FileProblem, PreparedFile } from './prepared-file.ts';

/**
 * Makes a file ready for what a requirement takes. Nothing leaves the device. The file is never whole in memory but
 * as the bitmap of a picture, and of those there is one at a time, however many files are prepared.
 *
 * @param limits what the requirement takes
 * @throws the signal's reason when it is aborted, and nothing else: what is wrong with the file is in `problems`
 */
export async function prepareFile(
  file: Blob,
  limits: FileLimits,
  signal?: AbortSignal,
): Promise<PreparedFile> {
  try {
    return await prepare(file, limits, signal);
  } catch (error) {
    throwIfAborted(signal);
    // Browsers give no bytes of a file that was changed, moved or removed.
    if (error instanceof DOMException) return withProblem(file, 'application/octet-stream', 'not_there');
    throw error;
  }
}

async function prepare(
  file: Blob,
  limits: FileLimits,
  signal: AbortSignal | undefined,
): Promise<PreparedFile> {
  const source = openFile(file, signal);
  const mediaType = sniffMediaType(await source.read(0, SNIFFED_BYTES));
  const problem = refuseFile({ mediaType, bytes: file.size }, limits);
  const readPicture = pictureReader(mediaType);
  // Pictures that are too large can be made smaller, and HEIC can become a JPEG.
  const mayChange = readPicture && (problem === 'too_large' || isConvertible(mediaType, limits));
  if (problem && !mayChange) return withProblem(file, mediaType, problem);
  if (mediaType === 'application/pdf') return preparePdf(file, source, limits);
  if (!readPicture) return { file, mediaType, changes: [], warnings: [], problems: [] };
  const picture = await readPicture(source);
  return picture
    ? preparePicture({ file, mediaType, picture }, limits, signal)
    : withProblem(file, mediaType, 'corrupt');
}

function isConvertible(mediaType: string, { accept }: FileLimits): boolean {
  return mediaType === 'image/heic' && accept.includes('image/jpeg');
}

async function preparePdf(file: Blob, source: ByteSource, { maxPages }: FileLimits): Promise<PreparedFile> {
  const { complete, encrypted, pages } = await readPdf(source);
  const problems: FileProblem[] = [];
  if (!complete) problems.push('corrupt');
  if (encrypted) problems.push('encrypted');
  if (maxPages !== undefined && pages !== undefined && pages > maxPages) problems.push('too_many_pages');
  return { file, mediaType: 'application/pdf', pages, changes: [], warnings: [], problems };
}

function withProblem(file: Blob, mediaType: string, problem: FileProblem): PreparedFile {
  return { file, mediaType, changes: [], warnings: [], problems: [problem] };
}
