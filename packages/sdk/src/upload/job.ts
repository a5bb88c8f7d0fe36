// A file that is to become a document, and what is known of that document so far.

import type { CreateDocument } from '@lintas/contract/documents';
import { isLarge } from '../digest.ts';
import { randomKey } from '../transport.ts';

/** What the API is told of a file, beside what can be read from the file itself. */
export type UploadDescription = Omit<CreateDocument, 'bytes' | 'sha256' | 'fingerprint' | 'mediaType'> & {
  /** Media type of the file, where the file itself does not tell. */
  readonly mediaType?: string;
};

/** Lives as long as the upload, over pauses and new tries. */
export interface Job {
  readonly file: Blob;
  /** Missing for an upload of an earlier page, whose document is there already. */
  readonly description: UploadDescription | undefined;
  /** One key for all tries to announce the file, so that there is one document. */
  key: string;
  /** How the document was announced; it may be there, though the answer was lost. */
  announced?: 'alone' | 'with-bytes';
  /** Tells the file from all others: its SHA-256, or of a large one its fingerprint. */
  digest?: string;
  documentId?: string;
}

/** An upload that begins. */
export function createJob(file: Blob, description: UploadDescription): Job {
  return { file, description, key: randomKey() };
}

/** Forgets the document: the file is to become another one. */
export function startAgain(job: Job): void {
  job.key = randomKey();
  delete job.announced;
  delete job.documentId;
}

/** What the document is announced with. `undefined` for an upload of an earlier page, which was announced there. */
export function announcementOf({ file, description, digest }: Job): CreateDocument | undefined {
  if (!description) return undefined;
  const mediaType = description.mediaType ?? file.type;
  const told = digest !== undefined && (isLarge(file) ? { fingerprint: digest } : { sha256: digest });
  return { ...description, mediaType, bytes: file.size, ...told };
}
