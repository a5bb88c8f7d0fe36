// What a document that moves does to the list of things that the person has to do, and to the check that waits for them.

import {
  moveDocumentsCheck,
  type AppendEvent,
  type CaseState,
  type DocumentRequirementInput,
  type Progress,
} from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import { lockApplication } from '../status/store.ts';
import type { DocumentRow } from './store.ts';

type TaskInput = NonNullable<AppendEvent['tasks']>[number];

/**
 * The tasks of the case that change: those that ask for this document. Where another copy is wanted and no task asks
 * for it yet, there is a new one. With them the check of the documents, which waits for the person or no longer does.
 */
export async function changeTasks(
  transaction: Transaction,
  document: DocumentRow,
  requirement: DocumentRequirementInput | undefined,
  progress: Progress | undefined,
): Promise<Pick<AppendEvent, 'tasks' | 'checks'>> {
  if (!requirement || !progress) return {};
  // Locked, so that of the last two papers at once one knows that nothing is missing any more.
  const application = await lockApplication(transaction, document.application_id);
  if (!application) return {};
  const tasks = listChanged(application.state, document, requirement, progress);
  if (tasks.length === 0) return {};
  const unchanged = application.state.tasks.filter(({ id }) => tasks.every((task) => task.id !== id));
  const opened = tasks.some(({ state }) => state === 'open');
  const check = application.state.checks.find(({ kind }) => kind === 'documents');
  const state = check && moveDocumentsCheck(check.state, [...unchanged, ...tasks], opened);
  return { tasks, ...(state && { checks: [{ kind: 'documents', state }] }) };
}

function listChanged(
  { tasks }: CaseState,
  document: DocumentRow,
  requirement: DocumentRequirementInput,
  progress: Progress,
): TaskInput[] {
  const linked = tasks.filter(
    ({ kind, requirementId }) => kind === 'upload' && requirementId === requirement.id,
  );
  const wanted = document.state === 'needs_better_copy' || document.state === 'rejected';
  const state = wanted ? 'open' : progress;
  const reason = wanted ? ('documents_unclear' as const) : undefined;
  if (linked.length === 0) {
    return wanted
      ? [{ kind: 'upload', title: requirement.title, state, requirementId: requirement.id, reason }]
      : [];
  }
  return linked
    .filter((task) => task.state !== state && task.state !== 'not_needed')
    .map(({ id, kind, title, due, how }) => ({
      id,
      kind,
      title,
      state,
      requirementId: requirement.id,
      due,
      how: how && [...how],
      reason,
    }));
}
