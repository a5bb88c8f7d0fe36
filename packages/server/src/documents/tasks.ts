// What a document that moves does to the list of things that the person has to do.

import type { AppendEvent, DocumentRequirementInput, Progress } from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import { findApplication } from '../status/store.ts';
import type { DocumentRow } from './store.ts';

type TaskInput = NonNullable<AppendEvent['tasks']>[number];

/**
 * The tasks of the case that change: those that ask for this document. Where another copy is wanted and no task asks
 * for it yet, there is a new one.
 */
export async function changeTasks(
  transaction: Transaction,
  document: DocumentRow,
  requirement: DocumentRequirementInput | undefined,
  progress: Progress | undefined,
): Promise<TaskInput[]> {
  if (!requirement || !progress) return [];
  const application = await findApplication(transaction, document.application_id);
  const linked = (application?.state.tasks ?? []).filter(
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
