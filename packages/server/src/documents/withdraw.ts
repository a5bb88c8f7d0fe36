// Taking a document back: what says whose it is goes at once, and no byte of it stays in the blob store.

import type { ENDPOINTS } from '@lintas/contract';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { Dependencies } from '../dependencies.ts';
import { answerEmpty } from '../http/answer.ts';
import type { Handler, Person } from '../http/call.ts';
import { Refusal } from '../http/problems.ts';
import { mismatch } from './content.ts';
import { moveDocument } from './move.ts';
import { segmentsOf } from './segments.ts';
import { lockDocument } from './store.ts';

type Calls = typeof ENDPOINTS;

export function withdrawDocument(dependencies: Dependencies): Handler<Calls['withdrawDocument']> {
  return {
    for: 'bytes',
    async answer({ params, caller, exchange }) {
      if (caller.kind !== 'person') throw mismatch();
      await withdrawOwn(caller, params.id, dependencies);
      return answerEmpty(exchange, 204);
    },
  };
}

/**
 * Withdraws a document of the person's case. Twice does no harm, and once more erases what a store that failed has kept.
 *
 * @throws Refusal `not-found` or `document-in-use`
 */
export async function withdrawOwn(person: Person, id: string, dependencies: Dependencies): Promise<void> {
  await dependencies.database.inTenant(person.tenantId, async (transaction) => {
    const row = await lockDocument(transaction, id);
    if (row?.application_id !== person.applicationId) throw new Refusal('not-found');
    if (row.state === 'accepted') throw new Refusal('document-in-use');
    if (row.state === 'withdrawn' || row.state === 'expired') return;
    const who = { by: 'applicant', actorClass: 'applicant', actor: 'session' } as const;
    await moveDocument(
      transaction,
      row,
      { to: 'withdrawn', action: 'document.withdraw', ...who },
      dependencies,
    );
  });
  await eraseDocument(dependencies.blobs, id);
}

/** Erases every byte of a document. */
export async function eraseDocument(blobs: BlobStore, id: string): Promise<void> {
  for (const key of [segmentsOf(id), originalOf(id), copyOf(id)]) await blobs.deleteAll(key);
}

/** Where the file as it was handed in is in the blob store, unless it came in one segment: then it is that one. */
export function originalOf(id: string): string {
  return `originals/${id}`;
}

/** Where the copy that reviewers see is. */
export function copyOf(id: string): string {
  return `copies/${id}`;
}
