// Announces a document: everything about it is looked at before its first byte is taken, and the same file announced
// again while it is still on its way is the same document.

import {
  mayBeReplaced,
  refuseFile,
  type CreateDocument,
  type DocumentRequirementInput,
} from '@lintas/contract';
import { KEY_SHARE_BYTES } from '../blobs/sealed.ts';
import { recordAudit } from '../db/audit.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Person } from '../http/call.ts';
import { Refusal, refuseValues } from '../http/problems.ts';
import { hex, newId, unhex } from '../identifiers.ts';
import { lockApplication, type ApplicationRow } from '../status/store.ts';
import { findRequirement, limitsOf } from './requirements.ts';
import { isLive, measureCase, type DocumentRow } from './store.ts';

/** What one case can hold. */
export const MAX_DOCUMENTS = 100;
export const MAX_CASE_BYTES = 2 * 1024 ** 3;

/** And how many may be announced for it in a day and not stay: each leaves a row, an entry in the audit, and work. */
export const MAX_ENDED = 300;
const COUNTED_MS = 24 * 60 * 60_000;

/** An upload that stands still for so long is given up. */
export const UPLOAD_LIFETIME_MS = 24 * 60 * 60_000;

export interface Announcement {
  readonly input: CreateDocument;
  /** Keyed hash of what makes this request the same when it is sent again. */
  readonly creationKey?: Uint8Array | undefined;
  /** Nothing makes it the same: standard clients send no key, and ask again when the answer was lost. */
  readonly withoutKey?: boolean | undefined;
}

/** For so long a request without a key is taken for the one before it, as long as no byte has come. */
const REPEATED_MS = 60_000;

/** @throws Refusal `file-not-taken`, `too-many-documents` or `invalid-request` */
export async function announceDocument(
  transaction: Transaction,
  person: Person,
  { input, creationKey, withoutKey = false }: Announcement,
  { clock, cryptography }: Pick<Dependencies, 'clock' | 'cryptography'>,
): Promise<DocumentRow> {
  // Locked, so that two announcements at once count each other.
  const application = await lockApplication(transaction, person.applicationId);
  if (!application) throw new Refusal('unauthenticated');
  const related = await listRelated(transaction, application.id, { input, creationKey });
  const earlier = creationKey && related.find((row) => equal(row.creation_key, hex(creationKey)));
  if (earlier) return earlier;
  const requirement = await requirementOf(transaction, application, input);
  const reason = refuseFile(input, limitsOf(requirement));
  if (reason !== undefined) throw new Refusal('file-not-taken', { reason });
  refuseReplacing(input, related);
  const now = new Date(clock());
  const same = related.find(
    (row) =>
      isForSamePlace(row, input) && (isSameFile(row, input) || (withoutKey && isRepeated(row, input, now))),
  );
  if (same) return same;
  const held = await measureCase(transaction, application.id, new Date(now.getTime() - COUNTED_MS));
  const isFull = held.documents >= MAX_DOCUMENTS || held.bytes + input.bytes > MAX_CASE_BYTES;
  if (isFull || held.ended >= MAX_ENDED) throw new Refusal('too-many-documents');

  const { tenantId, applicationId } = person;
  const documentId = newId(clock, cryptography);
  const row = await transaction
    .insertInto('documents')
    .values({
      ...EMPTY,
      id: documentId,
      tenant_id: tenantId,
      application_id: applicationId,
      requirement_id: input.requirementId ?? null,
      kind: input.kind,
      side: input.side ?? 'whole',
      file_name: nameWithoutPath(input.fileName),
      media_type: input.mediaType,
      bytes: input.bytes,
      sha256: input.sha256 === undefined ? null : unhex(input.sha256),
      fingerprint: input.fingerprint === undefined ? null : unhex(input.fingerprint),
      mrz: input.mrz ?? null,
      replaces: input.replaces ?? null,
      creation_key: creationKey ?? null,
      key_share: cryptography.randomBytes(KEY_SHARE_BYTES),
      created_at: now,
      updated_at: now,
      expires_at: new Date(now.getTime() + UPLOAD_LIFETIME_MS),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const action = 'document.create';
  await recordAudit(transaction, { tenantId, at: now, actor: 'session', action, applicationId, documentId });
  return row;
}

const EMPTY = {
  received: 0,
  state: 'queued',
  reason: null,
  pages: null,
  original: null,
  copy: null,
  copy_media_type: null,
  received_at: null,
  work_until: null,
  sweep_at: null,
  claimed_by: null,
  claimed_until: null,
} as const;

/** The documents of a case that an announcement may be about: the same one, or the one that it replaces. */
async function listRelated(
  transaction: Transaction,
  applicationId: string,
  { input: { bytes, replaces }, creationKey }: Announcement,
): Promise<DocumentRow[]> {
  return transaction
    .selectFrom('documents')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where((where) =>
      where.or([
        where.and([where('bytes', '=', bytes), where('state', 'in', ['queued', 'uploading'])]),
        ...(replaces === undefined ? [] : [where('id', '=', replaces)]),
        ...(creationKey === undefined ? [] : [where('creation_key', '=', creationKey)]),
      ]),
    )
    .orderBy('id')
    .execute();
}

async function requirementOf(
  transaction: Transaction,
  application: ApplicationRow,
  { requirementId, kind }: CreateDocument,
): Promise<DocumentRequirementInput | undefined> {
  if (requirementId === undefined) return undefined;
  const requirement = await findRequirement(transaction, requirementId);
  if (requirement?.kind !== application.kind) {
    const message = 'This kind of application has no such requirement.';
    throw refuseValues({ pointer: '/requirementId', code: 'unknown_requirement', message });
  }
  if (kind !== requirement.documentKind && !requirement.alternatives.includes(kind)) {
    const message = 'This is not what the requirement asks for, and none of its alternatives.';
    throw refuseValues({ pointer: '/kind', code: 'not_asked_for', message });
  }
  return requirement;
}

/** What was accepted stays; what is gone, or another's, is not there to be replaced. */
function refuseReplacing({ replaces }: CreateDocument, related: readonly DocumentRow[]): void {
  if (replaces === undefined) return;
  const replaced = related.find((row) => row.id === replaces && isLive(row));
  if (replaced && mayBeReplaced(replaced.state)) return;
  const code = replaced ? 'document_in_use' : 'unknown_document';
  const message = 'This case has no such document that can be replaced.';
  throw refuseValues({ pointer: '/replaces', code, message });
}

/** Whether a file that is still on its way goes where the one goes that is announced, and is as long. */
function isForSamePlace(row: DocumentRow, input: CreateDocument): boolean {
  return (
    (row.state === 'queued' || row.state === 'uploading') &&
    row.bytes === input.bytes &&
    row.kind === input.kind &&
    row.side === (input.side ?? 'whole') &&
    row.requirement_id === (input.requirementId ?? null) &&
    row.replaces === (input.replaces ?? null)
  );
}

function isSameFile({ sha256, fingerprint }: DocumentRow, input: CreateDocument): boolean {
  return equal(sha256, input.sha256) || equal(fingerprint, input.fingerprint);
}

/** Only with a name: files of one length are rare, and of one name and one length rarer. */
function isRepeated(row: DocumentRow, { fileName, mediaType, sha256 }: CreateDocument, now: Date): boolean {
  return (
    row.state === 'queued' &&
    [row.creation_key, row.sha256, row.fingerprint, sha256 ?? null].every((mark) => mark === null) &&
    row.file_name !== null &&
    row.file_name === nameWithoutPath(fileName) &&
    row.media_type === mediaType &&
    now.getTime() - row.created_at.getTime() < REPEATED_MS
  );
}

function equal(digest: Uint8Array | null, announced: string | undefined): boolean {
  return digest !== null && hex(digest) === announced;
}

/** Some browsers and cameras tell where on the device a file was; nobody has to know. */
function nameWithoutPath(name: string | undefined): string | null {
  return name?.split(/[\\/]/).at(-1) || null;
}
