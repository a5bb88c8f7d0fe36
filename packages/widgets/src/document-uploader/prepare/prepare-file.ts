// Looks at a file on the person's device and makes it ready to be sent.

import { refuseFile, type FileLimits } from '@lintas/contract/documents';
import { SNIFFED_BYTES, sniffMediaType } from './media-type.ts';
import type { PreparedFile } from './prepared-file.ts';

/**
 * Makes a file ready for what a requirement takes. Nothing leaves the device, and the file is never whole in memory
 * unless it is a picture of ordinary size.
 *
 * @param limits what the requirement takes
 * @throws the signal's reason when it is aborted, and nothing else: what is wrong with the file is in `problems`
 */
export async function prepareFile(
  file: Blob,
  limits: FileLimits,
  signal?: AbortSignal,
): Promise<PreparedFile> {
  const head = new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer());
  signal?.throwIfAborted();
  const mediaType = sniffMediaType(head);
  const problem = refuseFile({ mediaType, bytes: file.size }, limits);
  return { file, mediaType, changes: [], warnings: [], problems: problem ? [problem] : [] };
}
