// Moves a document from one state to another: the rules are asked, and the document, the log of the case, its tasks and
// the audit are written in one transaction. Through the log the case's streams hear of it.

import {
  mayMove,
  progressOf,
  type AccessAction,
  type ActorClass,
  type AppendEvent,
  type DocumentReason,
  type DocumentState,
  type EventCode,
  type Mover,
} from '@lintas/contract';
import { recordAudit } from '../db/audit.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { Refusal } from '../http/problems.ts';
import { appendToCase } from '../status/append.ts';
import { forgetEvidence } from './checks/record.ts';
import { findRequirement } from './requirements.ts';
import { forgetSegments } from './segments.ts';
import { findDocument, isLive, listLiveDocuments, lockDocument, type DocumentRow } from './store.ts';
import { changeTasks } from './tasks.ts';
import { wakeWorkers } from './wake.ts';

export interface Move {
  readonly to: DocumentState;
  /** Why, where the state asks for another copy or says no. */
  readonly reason?: DocumentReason | undefined;
  readonly by: Mover;
  /** Class of who does it, for the log of the case. */
  readonly actorClass: ActorClass;
  /** As the audit names them: `key:<id>`, `session` or `system`. */
  readonly actor: string;
  /** What the audit says was done; without it there is no entry. */
  readonly action?: AccessAction | undefined;
  /** The person sees it by itself elsewhere: a paper that was replaced. */
  readonly silent?: boolean | undefined;
}

type Tools = Pick<Dependencies, 'clock' | 'cryptography'>;

/**
 * @param row as locked in this transaction
 * @throws Refusal `document-state` when it may not go there
 */
export async function moveDocument(
  transaction: Transaction,
  row: DocumentRow,
  move: Move,
  tools: Tools,
): Promise<DocumentRow> {
  if (!mayMove(row.state, move.to, move.by)) throw new Refusal('document-state');
  const now = new Date(tools.clock());
  await transaction
    .updateTable('documents')
    .set({
      state: move.to,
      reason: move.reason ?? null,
      updated_at: now,
      work_until: null,
      ...(!isLive({ state: move.to }) && { ...FORGOTTEN, sweep_at: now }),
    })
    .where('id', '=', row.id)
    .execute();
  if (!isLive({ state: move.to })) {
    await forgetSegments(transaction, row.id);
    await forgetEvidence(transaction, row.id);
    await wakeWorkers(transaction, now);
  }
  if (move.to === 'received') await withdrawReplaced(transaction, row, tools);
  const moved = await findDocument(transaction, row.id);
  if (!moved) throw new Error('A document that was just moved is not there.');
  if (!move.silent) await tell(transaction, row, moved, move, tools);
  if (move.action) {
    const { tenant_id: tenantId, application_id: applicationId, id: documentId } = row;
    const { actor, action } = move;
    await recordAudit(transaction, { tenantId, at: now, actor, action, applicationId, documentId });
  }
  return moved;
}

/** Says whose it is, or where its bytes are: goes when those go. */
const FORGOTTEN = {
  file_name: null,
  sha256: null,
  fingerprint: null,
  mrz: null,
  original: null,
  copy: null,
  copy_media_type: null,
  key_share: null,
  expires_at: null,
} as const;

/**
 * What a paper that is here was to replace is taken back, and what that was to replace, which may still be there: up to
 * one that somebody has accepted meanwhile.
 */
async function withdrawReplaced(
  transaction: Transaction,
  { replaces }: DocumentRow,
  tools: Tools,
): Promise<void> {
  const replaced = replaces === null ? undefined : await lockDocument(transaction, replaces);
  if (!replaced || replaced.state === 'accepted') return;
  if (mayMove(replaced.state, 'withdrawn', 'applicant')) {
    const who = { by: 'applicant', actorClass: 'applicant', actor: 'session' } as const;
    const move: Move = { to: 'withdrawn', action: 'document.withdraw', silent: true, ...who };
    await moveDocument(transaction, replaced, move, tools);
  }
  await withdrawReplaced(transaction, replaced, tools);
}

/** What the log of the case says of a state; nothing of those that only a machine cares about. */
const EVENTS: Readonly<Partial<Record<DocumentState, EventCode>>> = {
  received: 'document_received',
  needs_better_copy: 'document_better_copy_needed',
  accepted: 'document_accepted',
  rejected: 'document_not_accepted',
  withdrawn: 'document_taken_back',
};

async function tell(
  transaction: Transaction,
  before: DocumentRow,
  moved: DocumentRow,
  { actorClass, actor }: Move,
  tools: Tools,
): Promise<void> {
  const code = EVENTS[moved.state];
  // What never was handed in is not missed either.
  const wasHandedIn = !['queued', 'uploading', 'scanning'].includes(before.state);
  if (code === undefined || (moved.state === 'withdrawn' && !wasHandedIn)) return;
  const requirement = await findRequirement(transaction, moved.requirement_id ?? '');
  const documents = (await listLiveDocuments(transaction, moved.application_id)).map((row) => ({
    requirementId: row.requirement_id ?? undefined,
    side: row.side,
    state: row.state,
  }));
  const progress = requirement && progressOf(requirement, documents);
  const changes = await changeTasks(transaction, moved, requirement, progress);
  const wanted = moved.state === 'needs_better_copy' || moved.state === 'rejected';
  const input: AppendEvent = {
    code,
    change: 'information',
    ...changes,
    ...(wanted && { reason: 'documents_unclear', nextStep: 'see_tasks' }),
  };
  await appendToCase(transaction, { applicationId: moved.application_id, input, actorClass, actor }, tools);
}
