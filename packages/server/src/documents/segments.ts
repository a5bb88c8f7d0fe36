// Segments: pieces of an unfinished upload. Each is durable in the blob store before its row is written, and its row
// comes together with the new offset. So what is acknowledged is there, and of two writers one is first.

import type { Transaction } from '../db/database.ts';
import { UPLOAD_LIFETIME_MS } from './announce.ts';
import type { DocumentRow } from './store.ts';
import { wakeWorkers } from './wake.ts';

export interface Segment {
  readonly start: number;
  readonly length: number;
  /** Key in the blob store. */
  readonly blob: string;
}

/** Where the segments of a document are in the blob store. */
export function segmentsOf(documentId: string): string {
  return `segments/${documentId}/`;
}

/**
 * Adds segments that follow each other, in the tenant of the document; with the last byte it goes on to be checked.
 *
 * @returns the document as it is now; `undefined`, and nothing has happened, when the upload is no longer where the
 *   first of them begins
 */
export async function addSegments(
  transaction: Transaction,
  document: DocumentRow,
  segments: readonly Segment[],
  now: Date,
): Promise<DocumentRow | undefined> {
  const { id, tenant_id, bytes } = document;
  const [first] = segments;
  if (!first) return document;
  const received = segments.reduce((end, { length }) => end + length, first.start);
  const finished = received === bytes;
  const row = await transaction
    .updateTable('documents')
    .set({
      received,
      state: finished ? 'scanning' : 'uploading',
      updated_at: now,
      received_at: finished ? now : null,
      expires_at: finished ? null : new Date(now.getTime() + UPLOAD_LIFETIME_MS),
    })
    .where('id', '=', id)
    .where('received', '=', first.start)
    .where('state', 'in', ['queued', 'uploading'])
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  await transaction
    .insertInto('segments')
    .values(segments.map((segment) => ({ tenant_id, document_id: id, ...segment })))
    .execute();
  if (finished) await wakeWorkers(transaction, now);
  return row;
}

/** The segments of a document, from its beginning. */
export async function listSegments(transaction: Transaction, documentId: string): Promise<Segment[]> {
  return transaction
    .selectFrom('segments')
    .select(['start', 'length', 'blob'])
    .where('document_id', '=', documentId)
    .orderBy('start')
    .execute();
}

export async function forgetSegments(transaction: Transaction, documentId: string): Promise<void> {
  await transaction.deleteFrom('segments').where('document_id', '=', documentId).execute();
}
