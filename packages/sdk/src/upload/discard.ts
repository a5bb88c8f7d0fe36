// Leaves nothing of an upload behind that was given up, also where the answer that would have named it was lost.

import { withdrawDocument } from '@lintas/contract/documents';
import type { CaseConnection } from '../case-connection.ts';
import { callForNothing } from '../transport.ts';
import { announcementOf, type Job } from './job.ts';
import { create, createWithBytes } from './destination.ts';
import { DEFAULT_UPLOAD_TIMING } from './timing.ts';

/** Takes the document back, if there is one. When that fails it expires by itself, without a person's doing. */
export async function discard(job: Job, connection: CaseConnection): Promise<void> {
  try {
    const id = job.documentId ?? (await findAnnounced(job, connection));
    if (id === undefined) return;
    await callForNothing(connection, withdrawDocument, { params: { id } }, { signals: [connection.end] });
  } catch {
    return;
  }
}

/** The same request with the same key names the same document. */
async function findAnnounced(job: Job, connection: CaseConnection): Promise<string | undefined> {
  const announcement = announcementOf(job);
  if (job.announced === undefined || !announcement) return undefined;
  const { end: signal } = connection;
  const sending = { timing: DEFAULT_UPLOAD_TIMING, signal, onSent: () => undefined };
  const { id } =
    job.announced === 'alone'
      ? await create(connection, announcement, job.key, signal)
      : await createWithBytes(connection, announcement, job.key, new Blob(), sending);
  return id;
}
