// Checks a document of which all bytes are here, and says what came of it. A machine decides nothing about a paper: it
// asks for another file only where nobody could use this one.

import { unusableBecause } from '@lintas/contract';
import { StorageFull, StorageUnavailable } from '../../blobs/blob-store.ts';
import { sealedStore } from '../../blobs/sealed.ts';
import type { Dependencies } from '../../dependencies.ts';
import { nameError } from '../../http/problems.ts';
import { moveDocument } from '../move.ts';
import { findDocument, listVerifications, lockDocument, type DocumentRow } from '../store.ts';
import { copyOf } from '../withdraw.ts';
import type { Finding } from './finding.ts';
import { InspectorUnavailable, type Inspection } from './inspection.ts';
import { knowledgeOf, type Knowledge } from './knowledge.ts';
import { ScannerUnavailable } from './malware.ts';
import { checkMrz } from './mrz.ts';
import { recordFindings } from './record.ts';

type Tools = Pick<
  Dependencies,
  'database' | 'blobs' | 'clock' | 'cryptography' | 'log' | 'inspector' | 'malwareScanner'
>;

/**
 * Checks a document in `scanning` whose original is in the blob store, and moves it to `received` or
 * `needs_better_copy`. Twice does no harm: what was found already is not looked for again, and a document that was
 * moved meanwhile is left alone.
 *
 * @returns `later` when something that is needed gave no answer: the document stays in `scanning`
 */
export async function runChecks(document: DocumentRow, dependencies: Tools): Promise<'done' | 'later'> {
  try {
    await checkDocument(document, dependencies);
    return 'done';
  } catch (error) {
    if (!PASSING.some((kind) => error instanceof kind)) throw error;
    dependencies.log({ level: 'error', message: 'a document waits for a check', error: nameError(error) });
    return 'later';
  }
}

/** What will pass by itself. */
const PASSING = [InspectorUnavailable, ScannerUnavailable, StorageUnavailable, StorageFull];

async function checkDocument(document: DocumentRow, dependencies: Tools): Promise<void> {
  const { database, malwareScanner } = dependencies;
  const { original, tenant_id, id } = document;
  if (original === null) throw new Error('A document is checked that has no original.');
  const known = await database.inTenant(tenant_id, (transaction) => knowledgeOf(transaction, id));
  if (!known) return;
  if (!known.inspected && !(await inspect(document, original, known, dependencies))) return;
  // Also of what nobody could use: staff can open it all the same.
  const malware =
    malwareScanner &&
    malwareFinding(
      await malwareScanner.scan(await sealedStore(dependencies, document.key_share).get(original)),
    );
  await settle(document, malware, dependencies);
}

/** Looks into the file and writes down what was found. @returns whether the document still waits */
async function inspect(
  document: DocumentRow,
  original: string,
  { limits, applicant, hasTwin }: Knowledge,
  dependencies: Tools,
): Promise<boolean> {
  const { inspector, clock } = dependencies;
  const blobs = sealedStore(dependencies, document.key_share);
  const { id, mrz, media_type: mediaType } = document;
  const inspection = await inspector.inspect(await blobs.get(original), { mediaType, limits }, (copy) =>
    blobs.put(copyOf(id), copy),
  );
  const findings: Finding[] = [
    ...inspection.findings,
    {
      method: 'duplicate',
      ...(hasTwin ? { result: 'inconclusive', reason: 'duplicate' } : { result: 'pass' }),
    },
    ...(mrz === null ? [] : checkMrz(mrz, applicant, new Date(clock()))),
  ];
  const isThere = await note(document, findings, inspection, dependencies);
  if (!isThere) await removeCopy(document, dependencies);
  return isThere;
}

/** The document was taken back meanwhile; or another process was faster, and the copy is the same as its own. */
async function removeCopy({ id, tenant_id }: DocumentRow, { database, blobs }: Tools): Promise<void> {
  const row = await database.inTenant(tenant_id, (transaction) => findDocument(transaction, id));
  if (!row?.copy) await blobs.deleteAll(copyOf(id));
}

/** Keeps what was found while the document stays where it is. @returns whether it is still there */
async function note(
  { id, tenant_id }: DocumentRow,
  findings: readonly Finding[],
  { pages, copy }: Inspection,
  { database, ...tools }: Tools,
): Promise<boolean> {
  return database.inTenant(tenant_id, async (transaction) => {
    const row = await lockDocument(transaction, id);
    if (row?.state !== 'scanning') return false;
    await recordFindings(transaction, row, findings, tools);
    await transaction
      .updateTable('documents')
      .set({ pages: pages ?? null, copy: copy ? copyOf(id) : null, copy_media_type: copy ?? null })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

/** Writes down what the scanner said, where there is one, and moves the document on, if it is still there. */
async function settle(
  { id, tenant_id }: DocumentRow,
  malware: Finding | undefined,
  { database, ...tools }: Tools,
): Promise<void> {
  await database.inTenant(tenant_id, async (transaction) => {
    const row = await lockDocument(transaction, id);
    if (row?.state !== 'scanning') return;
    const earlier = await listVerifications(transaction, [id]);
    const findings = malware ? [malware] : [];
    await recordFindings(transaction, row, findings, tools);
    // That a file does harm matters more than that it is of no use.
    const reason = unusableBecause([...findings, ...earlier]);
    const who = { by: 'system', actorClass: 'system', actor: 'system' } as const;
    const to = reason === undefined ? 'received' : 'needs_better_copy';
    await moveDocument(transaction, row, { to, reason, ...who }, tools);
  });
}

function malwareFinding(verdict: 'clean' | 'found'): Finding {
  return verdict === 'clean'
    ? { method: 'malware', result: 'pass' }
    : { method: 'malware', result: 'fail', reason: 'harmful' };
}
