// The bytes of documents, for those who may have them. Always as an attachment: never run, shown in our name or cached.

import type { ENDPOINTS } from '@lintas/contract';
import { MEDIA_TYPES } from '@lintas/contract';
import { sealedStore, type SealingTools } from '../blobs/sealed.ts';
import { recordAudit } from '../db/audit.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { answerBytes } from '../http/answer.ts';
import type { Handler } from '../http/call.ts';
import type { Exchange } from '../http/exchange.ts';
import { nameError, Refusal } from '../http/problems.ts';
import { requireStepUp } from './step-up.ts';
import { findDocument, type DocumentRow } from './store.ts';

type Calls = typeof ENDPOINTS;

/** What of a document is sent: a key of the blob store, how it is sealed there, and its media type. */
export interface Content {
  readonly blob: string;
  readonly keyShare: Uint8Array | null;
  readonly mediaType: string;
}

export function downloadDocument(dependencies: Dependencies): Handler<Calls['downloadDocument']> {
  return {
    for: 'bytes',
    async answer({ params, caller, exchange }) {
      if (caller.kind !== 'person') throw mismatch();
      const now = new Date(dependencies.clock());
      const content = await dependencies.database.inTenant(caller.tenantId, async (transaction) => {
        await requireStepUp(transaction, caller.tokenHash, now);
        const row = await findDocument(transaction, params.id);
        if (row?.application_id !== caller.applicationId) throw new Refusal('not-found');
        return openOriginal(transaction, row, 'session', now);
      });
      return sendContent(exchange, content, dependencies);
    },
  };
}

export function downloadApplicationDocument(
  dependencies: Dependencies,
): Handler<Calls['downloadApplicationDocument']> {
  return {
    for: 'bytes',
    async answer({ params, caller, exchange }) {
      if (caller.kind !== 'system') throw mismatch();
      const now = new Date(dependencies.clock());
      const content = await dependencies.database.inTenant(caller.tenantId, async (transaction) => {
        const row = await findDocument(transaction, params.id);
        // What is still being checked may do harm.
        if (!row || row.state === 'scanning') throw new Refusal('not-found');
        return openOriginal(transaction, row, `key:${caller.keyId}`, now);
      });
      return sendContent(exchange, content, dependencies);
    },
  };
}

/** Sends bytes with the headers that keep a browser from doing anything with them but saving them. */
export async function sendContent(
  exchange: Exchange,
  { blob, keyShare, mediaType }: Content,
  tools: SealingTools & Pick<Dependencies, 'log'>,
): Promise<Response> {
  const bytes = await sealedStore(tools, keyShare).get(blob);
  const { headers } = exchange;
  headers['Content-Type'] = MEDIA_TYPES.some((known) => known === mediaType)
    ? mediaType
    : 'application/octet-stream';
  headers['Content-Disposition'] = 'attachment; filename="document"';
  headers['Cross-Origin-Opener-Policy'] = 'same-origin';
  return answerBytes(exchange, 200, logged(bytes, exchange, tools));
}

/** Says in the log why a file was not sent to its end; whoever fetched it sees only that it was not. */
async function* logged(
  bytes: AsyncIterable<Uint8Array>,
  { requestId }: Exchange,
  { log }: Pick<Dependencies, 'log'>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    log({ level: 'error', message: 'a file could not be sent', requestId, error: nameError(error) });
    throw error;
  }
}

/** The file as it was handed in, but none that does harm; the person can read who fetched it. */
async function openOriginal(
  transaction: Transaction,
  row: DocumentRow,
  actor: string,
  now: Date,
): Promise<Content> {
  if (row.original === null || row.reason === 'harmful') throw new Refusal('not-found');
  const { tenant_id: tenantId, application_id: applicationId, id: documentId } = row;
  const action = 'document.download';
  await recordAudit(transaction, { tenantId, at: now, actor, action, applicationId, documentId });
  return { blob: row.original, keyShare: row.key_share, mediaType: row.media_type };
}

/** A handler is bound to a call that has another kind of caller. */
export function mismatch(): Error {
  return new Error('A handler is bound to a call that has another kind of caller.');
}
