// What is said above the case while something is the matter: the connection is gone, or the session ends soon.
// Neither takes the focus; both are announced.

import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatAge, formatDuration } from '../core/dates.ts';
import { failureText } from './failure-text.ts';
import type { Reading } from '../core/reading.ts';
import type { OpenState } from './view-state.ts';

export interface SessionActions {
  extend(): void;
}

export function notices(
  open: OpenState,
  actions: SessionActions,
  reading: Reading,
): TemplateResult | typeof nothing {
  const connection = connectionText(open, reading);
  const warning = open.session.phase === 'warning';
  if (!connection && !warning) return nothing;
  return html`<div class="notices">
    ${warning ? sessionWarning(open, actions, reading) : nothing}
    ${
      connection
        ? html`<div class="notice attention" part="connection">
            <p><strong>${connection}</strong></p>
            <p>${reading.messages.connection.reconnecting}</p>
          </div>`
        : nothing
    }
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

function sessionWarning(open: OpenState, actions: SessionActions, reading: Reading): TemplateResult {
  const texts = reading.messages.session;
  return html`<div class="notice attention" part="session-warning" role="group" aria-labelledby="still-there">
    <h3 id="still-there">${texts.warningTitle}</h3>
    <p>${warningText(open, reading)}</p>
    ${open.extendFailure ? html`<p class="problem">${failureText(open.extendFailure, reading)}</p>` : nothing}
    ${
      open.session.extendable
        ? html`<button class="primary" type="button" part="stay-button" @click=${actions.extend}>
            ${texts.extend}
          </button>`
        : nothing
    }
  </div>`;
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
