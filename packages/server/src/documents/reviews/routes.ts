// What a partner's or authority's system may do with documents that it reviews. The case is another tenant's: each call
// asks at the gate why this reviewer may see the document, and then works within the tenant that has it.

import type { ENDPOINTS, Review } from '@lintas/contract';
import { recordAudit } from '../../db/audit.ts';
import type { Transaction } from '../../db/database.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Frozen, Handler, System } from '../../http/call.ts';
import { Refusal } from '../../http/problems.ts';
import { cursorAfterId, readIdCursor, readPage } from '../../pagination.ts';
import { contentSender, mismatch, type Content } from '../content.ts';
import type { DocumentRow } from '../store.ts';
import { claim, lockClaimed, lockReviewed, release } from './claims.ts';
import { findGround, listGrounds, type Ground } from './grounds.ts';
import { reviewViews } from './views.ts';

type Calls = typeof ENDPOINTS;

export function listReviews({ database, clock }: Dependencies): Handler<Calls['listReviews']> {
  return {
    for: 'integration',
    async handle({ query, system }) {
      const now = new Date(clock());
      const after = readIdCursor(query.cursor);
      const { rows: grounds, page } = await readPage(
        query.limit,
        (limit) =>
          database.atGate((transaction) =>
            listGrounds(transaction, system.tenantId, now, { show: query.show, after, limit }),
          ),
        ({ documentId }) => cursorAfterId(documentId),
      );
      const views = new Map<string, Frozen<Review>>();
      for (const tenantId of new Set(grounds.map((ground) => ground.tenantId))) {
        const group = grounds.filter((ground) => ground.tenantId === tenantId);
        const read = await database.inTenant(tenantId, (transaction) =>
          reviewViews(transaction, group, system.tenantId, now),
        );
        for (const view of read) views.set(view.id, view);
      }
      const data = grounds.flatMap(({ documentId }) => views.get(documentId) ?? []);
      return { body: { data, page } };
    },
  };
}

export function claimReview(dependencies: Dependencies): Handler<Calls['claimReview']> {
  return {
    for: 'integration',
    async handle({ params, system, once }) {
      const { ground, now } = await enter(params.id, system, dependencies);
      return once(ground.tenantId, async (transaction) => {
        const { row } = await lockReviewed(transaction, system.tenantId, ground, now);
        await claim(transaction, row, system.tenantId, now);
        const body = await viewOf(transaction, ground, system, now);
        await recordReview(transaction, row, system, 'document.claim', now);
        return { body };
      });
    },
  };
}

export function releaseReview(dependencies: Dependencies): Handler<Calls['releaseReview']> {
  return {
    for: 'integration',
    async handle({ params, system, once }) {
      const { ground, now } = await enter(params.id, system, dependencies);
      return once(ground.tenantId, async (transaction) => {
        const { row } = await lockClaimed(transaction, system.tenantId, ground, now);
        await release(transaction, row);
        const body = await viewOf(transaction, ground, system, now);
        await recordReview(transaction, row, system, 'document.release', now);
        return { body };
      });
    },
  };
}

export function openReviewed(dependencies: Dependencies): Handler<Calls['openReviewed']> {
  const send = contentSender(dependencies);
  return {
    for: 'bytes',
    answer({ params, caller, exchange }) {
      if (caller.kind !== 'system') throw mismatch();
      return send(exchange, caller, async (isRead) => {
        const { ground, now } = await enter(params.id, caller, dependencies);
        return dependencies.database.inTenant(ground.tenantId, async (transaction) => {
          const { row } = await lockClaimed(transaction, caller.tenantId, ground, now);
          if (isRead) await recordReview(transaction, row, caller, 'document.open', now);
          return contentForReview(row);
        });
      });
    },
  };
}

/** Why this reviewer may see the document, and since when that is known. */
export async function enter(
  documentId: string,
  { tenantId }: System,
  { database, clock }: Pick<Dependencies, 'database' | 'clock'>,
): Promise<{ ground: Ground; now: Date }> {
  const now = new Date(clock());
  const ground = await database.atGate((transaction) => findGround(transaction, tenantId, documentId, now));
  return { ground, now };
}

export async function viewOf(
  transaction: Transaction,
  ground: Ground,
  { tenantId }: System,
  now: Date,
): Promise<Frozen<Review>> {
  const [view] = await reviewViews(transaction, [ground], tenantId, now);
  if (!view) throw new Refusal('not-found');
  return view;
}

/** The re-encoded copy where there is one: it is what was looked at, and cannot do what the original might. */
function contentForReview(row: DocumentRow): Content {
  const { original, copy, copy_media_type, media_type, key_share: keyShare } = row;
  if (copy !== null) return { blob: copy, keyShare, mediaType: copy_media_type ?? media_type };
  if (original === null) throw new Refusal('not-found');
  return { blob: original, keyShare, mediaType: media_type };
}

async function recordReview(
  transaction: Transaction,
  { tenant_id: tenantId, application_id: applicationId, id: documentId }: DocumentRow,
  { keyId }: System,
  action: 'document.claim' | 'document.open' | 'document.release',
  now: Date,
): Promise<void> {
  await recordAudit(transaction, {
    tenantId,
    at: now,
    actor: `key:${keyId}`,
    action,
    applicationId,
    documentId,
  });
}
