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
import { watchDownloads, type Reader } from './downloads.ts';
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
  const send = contentSender(dependencies);
  return {
    for: 'bytes',
    answer({ params, caller, exchange }) {
      if (caller.kind !== 'person') throw mismatch();
      return send(exchange, caller, (isRead) => {
        const now = new Date(dependencies.clock());
        return dependencies.database.inTenant(caller.tenantId, async (transaction) => {
          await requireStepUp(transaction, caller.tokenHash, now);
          const row = await findDocument(transaction, params.id);
          if (row?.application_id !== caller.applicationId) throw new Refusal('not-found');
          const original = originalOf(row);
          if (isRead) await recordDownload(transaction, row, 'session', now);
          return original;
        });
      });
    },
  };
}

export function downloadApplicationDocument(
  dependencies: Dependencies,
): Handler<Calls['downloadApplicationDocument']> {
  const send = contentSender(dependencies);
  return {
    for: 'bytes',
    answer({ params, caller, exchange }) {
      if (caller.kind !== 'system') throw mismatch();
      return send(exchange, caller, (isRead) => {
        const now = new Date(dependencies.clock());
        return dependencies.database.inTenant(caller.tenantId, async (transaction) => {
          const row = await findDocument(transaction, params.id);
          // What is still being checked may do harm.
          if (!row || row.state === 'scanning') throw new Refusal('not-found');
          const original = originalOf(row);
          if (isRead) await recordDownload(transaction, row, `key:${caller.keyId}`, now);
          return original;
        });
      });
    },
  };
}

/**
 * Finds what a reader asks for, and records that they have it. Not when it is not read: who asks for the headers alone
 * learns nothing that the list of documents does not say, and would have read what they never saw.
 */
export type Find = (isRead: boolean) => Promise<Content>;

/** Sends bytes with the headers that keep a browser from doing anything with them but saving them. */
export function contentSender(
  dependencies: SealingTools & Pick<Dependencies, 'database' | 'clock' | 'log'>,
): (exchange: Exchange, reader: Reader, find: Find) => Promise<Response> {
  const downloads = watchDownloads(dependencies);
  return async (exchange, reader, find) => {
    if (exchange.request.method === 'HEAD') {
      describe(exchange, await find(false));
      return answerBytes(exchange, 200);
    }
    // Before it is found: what is refused is not recorded either.
    const download = downloads.begin(reader);
    try {
      const content = await find(true);
      const bytes = await sealedStore(dependencies, content.keyShare).get(content.blob);
      describe(exchange, content);
      const pieces = withEnd(inPieces(bytes, exchange, dependencies), download.end);
      return answerBytes(exchange, 200, pieces, download.over);
    } catch (error) {
      download.end();
      throw error;
    }
  };
}

function describe({ headers }: Exchange, { mediaType }: Content): void {
  headers['Content-Type'] = MEDIA_TYPES.some((known) => known === mediaType)
    ? mediaType
    : 'application/octet-stream';
  headers['Content-Disposition'] = 'attachment; filename="document"';
  headers['Cross-Origin-Opener-Policy'] = 'same-origin';
}

/** A slow phone has to take each in time. */
const PIECE_BYTES = 16 * 1024;

/** Says in the log why a file was not sent to its end; whoever fetched it sees only that it was not. */
async function* inPieces(
  bytes: AsyncIterable<Uint8Array>,
  { requestId }: Exchange,
  { log }: Pick<Dependencies, 'log'>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
    }
  } catch (error) {
    log({ level: 'error', message: 'a file could not be sent', requestId, error: nameError(error) });
    throw error;
  }
}

/** Calls `end` however it ends, also when nobody ever began to read, which a generator would not notice. */
function withEnd(
  bytes: AsyncGenerator<Uint8Array, void, undefined>,
  end: () => void,
): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        try {
          const next = await bytes.next();
          if (next.done === true) end();
          return next;
        } catch (error) {
          end();
          throw error;
        }
      },
      async return() {
        end();
        return bytes.return();
      },
    }),
  };
}

/** The file as it was handed in, but none that does harm. */
function originalOf({ original, reason, key_share: keyShare, media_type: mediaType }: DocumentRow): Content {
  if (original === null || reason === 'harmful') throw new Refusal('not-found');
  return { blob: original, keyShare, mediaType };
}

/** The person can read who fetched it. */
async function recordDownload(
  transaction: Transaction,
  { tenant_id: tenantId, application_id: applicationId, id: documentId }: DocumentRow,
  actor: string,
  now: Date,
): Promise<void> {
  const action = 'document.download';
  await recordAudit(transaction, { tenantId, at: now, actor, action, applicationId, documentId });
}

/** A handler is bound to a call that has another kind of caller. */
export function mismatch(): Error {
  return new Error('A handler is bound to a call that has another kind of caller.');
}
