// Whether a case asks for papers. Where it does not, they may be given, and nobody is told that they have to.

import { openTasks, type CaseView } from '@lintas/contract/status';

/** A case that is not filed, or was given back, lacks papers without a task that says so. */
const LACKING: readonly string[] = ['draft', 'returned'];

export function asksForPapers({ status, tasks }: Pick<CaseView, 'status' | 'tasks'>): boolean {
  return LACKING.includes(status) || openTasks(tasks).some(({ kind }) => kind === 'upload');
}
