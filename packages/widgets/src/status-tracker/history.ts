// What has happened, newest first: what, when, and what kind of body did it. Never a time that nobody wrote down.

import type { StatusEvent } from '@lintas/contract/status';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../core/dates.ts';
import { textFor } from '../locales/messages.ts';
import type { CasePart } from '../case/case-changes.ts';
import { reasonSentence } from './headline.ts';
import { newMark } from './marks.ts';
import { apiText } from '../case/reading.ts';
import type { Reading } from '../core/reading.ts';

/** Entries that are shown at once; older ones are behind a line to press. */
const AT_ONCE = 6;

export function historyList(
  history: readonly StatusEvent[],
  changed: ReadonlySet<CasePart>,
  reading: Reading,
): TemplateResult {
  const { messages } = reading;
  const newestFirst = [...history].reverse();
  const [recent, earlier] = [newestFirst.slice(0, AT_ONCE), newestFirst.slice(AT_ONCE)];
  return html`<section part="history">
    <h3>${messages.history.title}</h3>
    <div class="body">
      ${
        history.length === 0
          ? html`<p>${messages.history.empty}</p>`
          : html`<ol class="history" role="list">
              ${recent.map((event) => entry(event, history, changed, reading))}
            </ol>`
      }
      ${
        earlier.length > 0
          ? html`<details class="earlier">
              <summary>${messages.history.more}</summary>
              <ol class="history" role="list">
                ${earlier.map((event) => entry(event, history, changed, reading))}
              </ol>
            </details>`
          : nothing
      }
    </div>
  </section>`;
}

function entry(
  event: StatusEvent,
  history: readonly StatusEvent[],
  changed: ReadonlySet<CasePart>,
  reading: Reading,
): TemplateResult {
  const { messages, reader } = reading;
  const isNew = changed.has(`event:${event.id}`);
  const text = apiText(event.text, reading);
  const reason = reasonSentence(event, reading);
  return html`<li class=${isNew ? 'fresh' : ''} part="event">
    <p>${text === nothing ? textFor(messages.changes, event.change) : text}${newMark(isNew, messages)}</p>
    ${event.change === 'regression' ? html`<p>${messages.history.stepBack}</p>` : nothing}
    ${event.change === 'correction' ? correction(event, history, reading) : nothing}
    ${reason ? html`<p>${reason}</p>` : nothing}
    <p class="soft">
      <time datetime=${datetime(event)}><bdi>${formatInstant(event.at, event.precision, reader)}</bdi></time>
      · ${textFor(messages.actors, event.actorClass)}
    </p>
  </li>`;
}

/** Says which entry is put right, where it is one that the person can see. */
function correction(
  { corrects }: StatusEvent,
  history: readonly StatusEvent[],
  reading: Reading,
): TemplateResult {
  const { messages, reader } = reading;
  const corrected = history.find(({ id }) => id === corrects);
  return html`<p>
    ${messages.history.correction}${
      corrected
        ? html`: ${apiText(corrected.text, reading)}
          (<bdi>${formatInstant(corrected.at, corrected.precision, reader)}</bdi>)`
        : '.'
    }
  </p>`;
}

/** A day alone stays a day, for machines too. */
function datetime({ at, precision }: StatusEvent): string {
  return precision === 'minute' ? at : at.slice(0, 'YYYY-MM-DD'.length);
}
