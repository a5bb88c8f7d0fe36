// What is said while something is the matter: above the case, that the connection is gone, and in words for who hears
// the page, also that the session ends soon. Nothing takes the focus.

import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatAge, formatDuration } from '../core/dates.ts';
import type { Reading } from '../core/reading.ts';
import type { OpenState } from './view-state.ts';

export function notices(open: OpenState, reading: Reading): TemplateResult | typeof nothing {
  const connection = connectionText(open, reading);
  if (!connection) return nothing;
  return html`<div class="notices">
    <div class="notice attention" part="connection">
      <p><strong>${connection}</strong></p>
      <p>${reading.messages.connection.reconnecting}</p>
    </div>
  </div>`;
}

/** What is the matter with the connection, in words; `undefined` while nothing is. */
export function connectionText(
  { connection, checkedAt }: OpenState,
  { messages, reader, now }: Reading,
): string | undefined {
  if (connection === 'live' || connection === 'reconnecting') return undefined;
  const age = isolate(formatAge(new Date(checkedAt).toISOString(), now, reader));
  return connection === 'offline' ? messages.connection.offline(age) : messages.connection.trouble(age);
}

/** How long the person still has, in words. */
export function warningText({ session }: OpenState, { messages, reader }: Reading): string {
  const remaining = isolate(formatDuration(session.remaining, reader));
  return session.extendable ? messages.session.warning(remaining) : messages.session.lastWarning(remaining);
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
