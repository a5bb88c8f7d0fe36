// Checks a document of which all bytes are here, and says what came of it. A machine decides nothing about a paper: it
// asks for another file only where nobody could use this one.

import type { Dependencies } from '../../dependencies.ts';
import { StorageUnavailable } from '../../blobs/blob-store.ts';
import { moveDocument } from '../move.ts';
import { findRequirement, limitsOf } from '../requirements.ts';
import { lockDocument, type DocumentRow } from '../store.ts';
import { unusableBecause, type Finding } from './finding.ts';
import { checkFormat } from './format.ts';
import { HEAD_BYTES } from './media-type.ts';
import { recordFindings } from './record.ts';

type Tools = Pick<Dependencies, 'database' | 'blobs' | 'clock' | 'cryptography' | 'log'>;

/**
 * Checks a document in `scanning` whose original is in the blob store, and moves it to `received` or
 * `needs_better_copy`. Twice does no harm: what has been moved meanwhile is left alone.
 *
 * @returns `later` when something that is needed cannot be reached: the document stays in `scanning`
 */
export async function runChecks(document: DocumentRow, dependencies: Tools): Promise<'done' | 'later'> {
  try {
    await checkFile(document, dependencies);
    return 'done';
  } catch (error) {
    if (error instanceof StorageUnavailable) return 'later';
    throw error;
  }
}

async function checkFile(document: DocumentRow, dependencies: Tools): Promise<void> {
  const { database, blobs } = dependencies;
  if (document.original === null) throw new Error('A document is checked that has no original.');
  const limits = await database.inTenant(document.tenant_id, async (transaction) =>
    limitsOf(await findRequirement(transaction, document.requirement_id ?? '')),
  );
  const head = await readHead(await blobs.get(document.original));
  const format = checkFormat(head, document.bytes, { mediaType: document.media_type, limits });
  await settle(document, [format], dependencies);
}

/** Writes down what was found and moves the document on. */
async function settle(
  { id, tenant_id }: DocumentRow,
  findings: readonly Finding[],
  dependencies: Tools,
): Promise<void> {
  await dependencies.database.inTenant(tenant_id, async (transaction) => {
    const row = await lockDocument(transaction, id);
    if (row?.state !== 'scanning') return;
    await recordFindings(transaction, row, findings, dependencies);
    const reason = unusableBecause(findings);
    const to = reason === undefined ? 'received' : 'needs_better_copy';
    const who = { by: 'system', actorClass: 'system', actor: 'system' } as const;
    await moveDocument(transaction, row, { to, reason, ...who }, dependencies);
  });
}

async function readHead(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  for await (const chunk of bytes) {
    head.set(chunk.subarray(0, HEAD_BYTES - length), length);
    length = Math.min(HEAD_BYTES, length + chunk.length);
    if (length === HEAD_BYTES) break;
  }
  return head.subarray(0, length);
}
