// Finishes documents of which all bytes are here: puts the file together, compares its SHA-256 with what was announced,
// forgets the pieces, and has the file checked. Any number of processes may do that at once, and twice does no harm.

import type { RunningHash } from '../adapters.ts';
import { StorageFull, StorageUnavailable, type BlobStore } from '../blobs/blob-store.ts';
import { sealedStore } from '../blobs/sealed.ts';
import { DatabaseFull, DatabaseUnavailable, type Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { framesOf, nameError } from '../http/problems.ts';
import { hex } from '../identifiers.ts';
import { recordFindings } from './checks/record.ts';
import { runChecks } from './checks/run-checks.ts';
import { startFingerprint } from './fingerprint.ts';
import { leaseDocument, postpone, whileLeased } from './lease.ts';
import { moveDocument } from './move.ts';
import { forgetSegments, listSegments, type Segment } from './segments.ts';
import { lockDocument, type DocumentRow } from './store.ts';
import { eraseDocument, originalOf } from './withdraw.ts';

/** More cases than wait at once, unless somebody has many. */
const REMEMBERED_CASES = 1000;

/**
 * Finishes all documents that wait for it and can be finished now, one of each case in turn: many files of one person
 * hold up nobody else's. Resolves when none is left, or when it is told to stop and has finished what it had begun.
 */
export async function finishPending(dependencies: Dependencies, stop?: AbortSignal): Promise<void> {
  let served: readonly string[] = [];
  const lease = async (): Promise<DocumentRow | undefined> =>
    stop?.aborted ? undefined : leaseDocument(dependencies, served);
  for (let row = await lease(); row; row = await lease()) {
    const { application_id } = row;
    await finishDocument(row, dependencies);
    served = [...served.filter((id) => id !== application_id), application_id].slice(-REMEMBERED_CASES);
  }
}

async function finishDocument(row: DocumentRow, dependencies: Dependencies): Promise<void> {
  const work = async (): Promise<'done' | 'later'> => {
    const whole = row.original === null ? await assemble(row, dependencies) : row;
    return whole ? runChecks(whole, dependencies) : 'done';
  };
  const outcome = await whileLeased(row, work, dependencies).catch((error: unknown) => {
    logFailure(error, dependencies);
    return 'later';
  });
  if (outcome === 'later') await postpone(row, dependencies);
}

/** Answers the document with its original; `undefined` when there is nothing left to do for it. */
async function assemble(row: DocumentRow, dependencies: Dependencies): Promise<DocumentRow | undefined> {
  const { database, cryptography } = dependencies;
  const blobs = sealedStore(dependencies, row.key_share);
  const segments = await database.inTenant(row.tenant_id, (transaction) => listSegments(transaction, row.id));
  const sha256 = cryptography.startSha256();
  const fingerprint = row.fingerprint && startFingerprint(cryptography);
  const bytes = joined(segments, row.bytes, fingerprint ? [sha256, fingerprint] : [sha256], blobs);
  const [first] = segments;
  // What came in one piece is whole already.
  const original = first && segments.length === 1 ? first.blob : originalOf(row.id);
  if (original === first?.blob) for await (const chunk of bytes) void chunk;
  else await blobs.put(original, bytes);
  const file = { original, sha256: sha256.digest(), fingerprint: fingerprint?.digest() };

  const stands = await database.inTenant(row.tenant_id, async (transaction) => {
    const locked = await lockDocument(transaction, row.id);
    const isOpen = locked?.state === 'scanning' && locked.original === null;
    return isOpen ? settle(transaction, locked, file, dependencies) : locked;
  });
  // Taken back meanwhile, or not the file that was announced. Whoever was faster has kept the same file.
  if (!stands?.original) await eraseDocument(dependencies.blobs, row.id);
  return stands?.original && stands.state === 'scanning' ? stands : undefined;
}

interface AssembledFile {
  /** Key in the blob store. */
  readonly original: string;
  readonly sha256: Uint8Array;
  /** Of a file that was announced with one. */
  readonly fingerprint: Uint8Array | undefined;
}

/** Writes down that the file is whole, or that it is not what was announced. */
async function settle(
  transaction: Transaction,
  row: DocumentRow,
  { original, sha256, fingerprint }: AssembledFile,
  dependencies: Dependencies,
): Promise<DocumentRow> {
  const { id } = row;
  const [announced, found] = fingerprint ? [row.fingerprint, fingerprint] : [row.sha256, sha256];
  const intact = announced === null || hex(announced) === hex(found);
  const now = new Date(dependencies.clock());
  await forgetSegments(transaction, id);
  const changes = { sweep_at: now, ...(intact && { original, sha256 }) };
  await transaction.updateTable('documents').set(changes).where('id', '=', id).execute();
  if (announced !== null) {
    const finding = { method: 'checksum', result: intact ? 'pass' : 'fail' } as const;
    const findings = [{ ...finding, ...(!intact && { reason: 'corrupt' as const }) }];
    await recordFindings(transaction, { ...row, sha256 }, findings, dependencies);
  }
  if (intact) return { ...row, ...changes };
  const who = { by: 'system', actorClass: 'system', actor: 'system' } as const;
  return moveDocument(transaction, row, { to: 'needs_better_copy', reason: 'corrupt', ...who }, dependencies);
}

/** The bytes of a document from its segments, digested on their way. */
async function* joined(
  segments: readonly Segment[],
  bytes: number,
  hashes: readonly RunningHash[],
  blobs: Pick<BlobStore, 'get'>,
): AsyncGenerator<Uint8Array> {
  let position = 0;
  for (const { start, length, blob } of segments) {
    if (start !== position) break;
    for await (const chunk of await blobs.get(blob)) {
      for (const hash of hashes) hash.update(chunk);
      position += chunk.length;
      yield chunk;
    }
    if (position !== start + length) break;
  }
  if (position !== bytes) throw new Error('The segments of a document do not make up its bytes.');
}

/** What will pass by itself is no fault of ours; the rest somebody has to look at. */
function logFailure(error: unknown, { log }: Dependencies): void {
  const passing = [StorageFull, StorageUnavailable, DatabaseFull, DatabaseUnavailable];
  const passes = passing.some((kind) => error instanceof kind);
  const frames = passes ? undefined : framesOf(error);
  log({ level: 'error', message: 'a document could not be finished', error: nameError(error), frames });
}
