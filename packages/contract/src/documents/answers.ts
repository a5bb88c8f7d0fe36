// Whether the documents of a case answer what is required of it. Free of I/O; asked on both sides.

import { openTasks } from '../status/fold.ts';
import type { CheckState, TaskKind, TaskState } from '../status/vocabulary.ts';
import type { Document } from './schemas.ts';
import { isHandedIn } from './states.ts';
import type { DocumentRequirement } from './requirements.ts';

/** What of a document this depends on. */
export type Answer = Pick<Document, 'requirementId' | 'side' | 'state'>;

/** How far a requirement is: nothing or not all handed in, all handed in, or all accepted. */
export type Progress = 'open' | 'sent' | 'accepted';

/** A card with two sides is answered by its front and its back, or by one file that shows both. */
export function progressOf(
  { id, sides }: Pick<DocumentRequirement, 'id' | 'sides'>,
  documents: readonly Answer[],
): Progress {
  const answers = documents.filter(({ requirementId }) => requirementId === id);
  const covers = (fits: (state: string) => boolean): boolean => {
    const shown = new Set(answers.filter(({ state }) => fits(state)).map(({ side }) => side));
    return shown.has('whole') || (sides === 1 ? shown.size > 0 : shown.has('front') && shown.has('back'));
  };
  if (covers((state) => state === 'accepted')) return 'accepted';
  return covers(isHandedIn) ? 'sent' : 'open';
}

/**
 * Where the check of a case's documents goes when its tasks have become these: on, once nothing is to be sent any more,
 * and back to the person with a task that has been opened. `undefined` where it stays.
 *
 * @param opened whether one of the tasks has just been opened
 */
export function moveDocumentsCheck(
  state: CheckState,
  tasks: readonly { readonly kind: TaskKind; readonly state: TaskState }[],
  opened: boolean,
): CheckState | undefined {
  const missing = openTasks(tasks.filter(({ kind }) => kind === 'upload'));
  if (state === 'waiting_on_you' && missing.length === 0) return 'in_progress';
  return state === 'in_progress' && opened ? 'waiting_on_you' : undefined;
}
