// Clean-up: gives up uploads that stand still, and erases what is left in the blob store of documents that are over or
// no longer need it. What is finished is never touched.

import { isUnfinished } from '@lintas/contract';
import type { Dependencies } from '../dependencies.ts';
import { nameError } from '../http/problems.ts';
import { moveDocument } from './move.ts';
import { segmentsOf } from './segments.ts';
import { lockDocument } from './store.ts';
import { copyOf, eraseDocument, originalOf } from './withdraw.ts';

type Tools = Pick<Dependencies, 'database' | 'blobs' | 'clock' | 'log'>;

const BATCH_SIZE = 100;

/** Whoever was writing a blob when its document moved on has certainly ended after so long. */
const LATE_MS = 60 * 60_000;

/** What could not be cleaned up is tried again after so long: a store may refuse to erase one file for ever. */
const PUT_OFF_MS = 10 * 60_000;

/** Gives up unfinished uploads whose time is over. */
export async function expireUploads(dependencies: Dependencies): Promise<void> {
  const { database, clock } = dependencies;
  const now = new Date(clock());
  const due = await database.asOwner((transaction) =>
    transaction
      .selectFrom('documents')
      .select(['id', 'tenant_id', 'expires_at'])
      .where('state', 'in', ['queued', 'uploading'])
      .where('expires_at', '<=', now)
      .limit(BATCH_SIZE)
      .execute(),
  );
  await forEach(due, dependencies, {
    cleanUp: ({ id, tenant_id }) =>
      database.inTenant(tenant_id, async (transaction) => {
        const row = await lockDocument(transaction, id);
        // Bytes may have come since.
        if (!row || !isUnfinished(row.state) || row.expires_at === null || row.expires_at > now) return;
        const who = { by: 'system', actorClass: 'system', actor: 'system' } as const;
        await moveDocument(transaction, row, { to: 'expired', ...who }, dependencies);
      }),
    putOff: ({ id, tenant_id, expires_at }, until) =>
      database.inTenant(tenant_id, (transaction) =>
        transaction
          .updateTable('documents')
          .set({ expires_at: until })
          .where('id', '=', id)
          .where('expires_at', '=', expires_at)
          .execute(),
      ),
  });
  if (due.length === BATCH_SIZE) await expireUploads(dependencies);
}

/**
 * Erases blobs that are no longer needed: once when their document has moved on, and once more much later, for what a
 * process in the middle of writing has left behind when it was killed.
 */
export async function sweepBlobs(dependencies: Tools): Promise<void> {
  const { database, blobs, clock } = dependencies;
  const now = new Date(clock());
  const due = await database.asOwner((transaction) =>
    transaction
      .selectFrom('documents')
      .select(['id', 'tenant_id', 'state', 'original', 'updated_at', 'sweep_at'])
      .where('sweep_at', '<=', now)
      .orderBy('sweep_at')
      .limit(BATCH_SIZE)
      .execute(),
  );
  const sweepNext = ({ id, tenant_id, sweep_at }: (typeof due)[number], at: Date | null) =>
    database.inTenant(tenant_id, (transaction) =>
      transaction
        .updateTable('documents')
        .set({ sweep_at: at })
        .where('id', '=', id)
        .where('sweep_at', '=', sweep_at)
        .execute(),
    );
  await forEach(due, dependencies, {
    async cleanUp(row) {
      const { id, state, original, updated_at } = row;
      const isOver = state === 'withdrawn' || state === 'expired';
      const late = new Date(updated_at.getTime() + LATE_MS);
      const isLate = late <= now;
      if (isOver || original === null) await eraseDocument(blobs, id);
      else {
        await blobs.deleteAll(segmentsOf(id), original);
        // These stay, but for parts of them that somebody has sent in vain.
        if (isLate) for (const key of [originalOf(id), copyOf(id)]) await blobs.deleteAll(key, key);
      }
      await sweepNext(row, isLate ? null : late);
    },
    putOff: sweepNext,
  });
  if (due.length === BATCH_SIZE) await sweepBlobs(dependencies);
}

/**
 * Erases the blobs of documents whose case was erased: at once, and once more much later. Then nothing tells of them any
 * more.
 */
export async function sweepErased(tools: Tools): Promise<void> {
  const { database, blobs, clock } = tools;
  const now = new Date(clock());
  const due = await database.asOwner((transaction) =>
    transaction
      .selectFrom('erased_documents')
      .selectAll()
      .where('sweep_at', '<=', now)
      .orderBy('sweep_at')
      .limit(BATCH_SIZE)
      .execute(),
  );
  const sweepNext = ({ document_id }: (typeof due)[number], at: Date) =>
    database.asOwner((transaction) =>
      transaction
        .updateTable('erased_documents')
        .set({ sweep_at: at })
        .where('document_id', '=', document_id)
        .execute(),
    );
  await forEach(due, tools, {
    async cleanUp(row) {
      const { document_id, erased_at } = row;
      await eraseDocument(blobs, document_id);
      const late = new Date(erased_at.getTime() + LATE_MS);
      if (late > now) await sweepNext(row, late);
      else
        await database.asOwner((transaction) =>
          transaction.deleteFrom('erased_documents').where('document_id', '=', document_id).execute(),
        );
    },
    putOff: sweepNext,
  });
  if (due.length === BATCH_SIZE) await sweepErased(tools);
}

interface Steps<Row> {
  cleanUp(row: Row): Promise<unknown>;
  /** It is not due again before that. */
  putOff(row: Row, until: Date): Promise<unknown>;
}

/**
 * Cleans up one after the other. One that cannot be is told to the log and put off, so that no other waits for it, in
 * this round or the next.
 */
async function forEach<Row>(
  due: readonly Row[],
  { clock, log }: Tools,
  { cleanUp, putOff }: Steps<Row>,
): Promise<void> {
  for (const row of due) {
    try {
      await cleanUp(row);
    } catch (error) {
      log({ level: 'error', message: 'a document could not be cleaned up', error: nameError(error) });
      await putOff(row, new Date(clock() + PUT_OFF_MS));
    }
  }
}
