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
import { appendEvent } from '../status/append.ts';
import { findRequirement } from './requirements.ts';
import { findDocument, listLiveDocuments, type DocumentRow } from './store.ts';
import { changeTasks } from './tasks.ts';

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
  /** Other columns that change with the state. */
  readonly changes?:
    Partial<Pick<DocumentRow, 'pages' | 'copy' | 'copy_media_type' | 'original'>> | undefined;
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
      ...move.changes,
    })
    .where('id', '=', row.id)
    .execute();
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
  const tasks = await changeTasks(transaction, moved, requirement, progress);
  const wanted = moved.state === 'needs_better_copy' || moved.state === 'rejected';
  const input: AppendEvent = {
    code,
    change: 'information',
    ...(tasks.length > 0 && { tasks }),
    ...(wanted && { reason: 'documents_unclear', nextStep: 'see_tasks' }),
  };
  await appendEvent(transaction, { applicationId: moved.application_id, input, actorClass, actor }, tools);
}
