// What is said aloud after changes came in: one sentence, however many there were.

import { pickText } from '@lintas/contract/core';
import { headline } from './headline.ts';
import { connectionText, warningText } from './notices.ts';
import type { Reading } from './reading.ts';
import type { OpenState } from './view-state.ts';

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

/** What is said when the session begins to end. */
export function sessionNews(before: OpenState, after: OpenState, reading: Reading): string | undefined {
  if (before.session.phase === 'warning' || after.session.phase !== 'warning') return undefined;
  return `${reading.messages.session.warningTitle} ${warningText(after, reading)}`;
}

/** What is said when the connection is lost or back. */
export function connectionNews(before: OpenState, after: OpenState, reading: Reading): string | undefined {
  const [was, is] = [connectionText(before, reading), connectionText(after, reading)];
  if (before.connection === after.connection || (was === undefined && is === undefined)) return undefined;
  return is ?? reading.messages.connection.back;
}
