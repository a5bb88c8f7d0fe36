// What is said aloud after changes came in: one sentence, however many there were.

import { pickText } from '@lintas/contract/core';
import { headline } from './headline.ts';
import type { Reading } from '../core/reading.ts';
import type { OpenState } from '../case/view-state.ts';

/**
 * The news since an event: where the case stands now if it moved, else what happened last.
 *
 * @param heard `seq` of the last event that was said, or was there when the case was opened
 */
export function caseNews(open: OpenState, heard: number, reading: Reading): string {
  const added = open.history.filter(({ seq }) => seq > heard);
  const moved = added.some(({ to }) => to !== undefined);
  const last = added.at(-1);
  const text = moved || !last ? undefined : pickText(last.text, reading.languages)?.text;
  return reading.messages.a11y.updated(text ?? headline(open.case, open.history, reading));
}
