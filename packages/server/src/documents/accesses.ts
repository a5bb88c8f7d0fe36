// Who did what with a case and its documents, as the person reads it.

import { ACCESS_ACTIONS, type Access, type ENDPOINTS, type I18nText } from '@lintas/contract';
import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';
import type { Frozen, Handler } from '../http/call.ts';
import { readPage, refuseCursor } from '../pagination.ts';

export function listAccesses(): Handler<(typeof ENDPOINTS)['listAccesses']> {
  return {
    for: 'person',
    async handle({ person, query, transaction }) {
      const before = query.cursor === undefined ? undefined : readPosition(query.cursor);
      const { rows, page } = await readPage(
        query.limit,
        (limit) => listEntries(transaction, person.applicationId, { before, limit }),
        ({ position }) => String(position),
      );
      const holders = await nameKeyHolders(
        transaction,
        rows.map(({ actor }) => actor),
      );
      const data = rows.map(({ at, actor, action, document_id }): Frozen<Access> => ({
        at: at.toISOString(),
        by: holders.get(actor) ?? { class: actor === 'session' ? 'applicant' : 'system' },
        action,
        documentId: document_id ?? undefined,
      }));
      return { body: { data, page } };
    },
  };
}

/** Up to `limit` entries of the log that stand before a position, newest first. */
async function listEntries(
  transaction: Transaction,
  applicationId: string,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
) {
  return transaction
    .selectFrom('audit')
    .select(['position', 'at', 'actor', 'action', 'document_id'])
    .where('application_id', '=', applicationId)
    .where('action', 'in', ACCESS_ACTIONS)
    .$if(before !== undefined, (query) => query.where('position', '<', before ?? 0))
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
}

type Holder = { readonly class: string; readonly name: I18nText };

/** The organisations behind `key:…`, by actor. */
async function nameKeyHolders(
  transaction: Transaction,
  actors: readonly string[],
): Promise<Map<string, Holder>> {
  const ids = actors.filter((actor) => actor.startsWith('key:')).map((actor) => actor.slice('key:'.length));
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ keyId: string; kind: string; name: I18nText }>`
    select key_id as "keyId", kind, name from name_key_holders(${[...new Set(ids)]}::text[])
  `.execute(transaction);
  return new Map(rows.map(({ keyId, kind, name }) => [`key:${keyId}`, { class: kind, name }]));
}

function readPosition(cursor: string): number {
  if (/^[1-9]\d{0,14}$/.test(cursor)) return Number(cursor);
  throw refuseCursor();
}
