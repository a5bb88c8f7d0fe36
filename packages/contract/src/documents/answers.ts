// Whether the documents of a case answer what is required of it. Free of I/O; asked on both sides.

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
