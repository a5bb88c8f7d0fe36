// What there is to say about a case in one sentence, with dates and places filled in, and whether anything changed.

import { openTasks, type CaseView, type StatusEvent } from '@lintas/contract/status';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatInstant, formatTime, type ZonedInstant } from '../core/dates.ts';
import { textFor, type Messages, type StatusFacts } from '../locales/messages.ts';
import { newMark } from './marks.ts';
import { deadlineText, weighty, wordsOf } from '../case/reading.ts';
import type { Reading } from '../core/reading.ts';
import type { OpenState } from '../case/view-state.ts';

/** The plain sentence for where a case stands. */
export function headline(view: CaseView, history: readonly StatusEvent[], reading: Reading): string {
  return textFor(reading.messages.statuses, view.status)(factsOf(view, history, reading));
}

export function standing(open: OpenState, reading: Reading): TemplateResult {
  const { messages, reader } = reading;
  const { case: view, history, changed } = open;
  const checkedAt = new Date(open.checkedAt).toISOString();
  const since = formatInstant(view.lastMeaningfulChangeAt, lastChangePrecision(view, history), reader);
  const stepBack = latestStep(history)?.change === 'regression' ? latestStep(history) : undefined;
  return html`<div class="standing">
    <h2 part="heading" tabindex="-1">${messages.status.title}${newMark(changed.has('status'), messages)}</h2>
    <p class="headline" part="headline">${weighty((each) => headline(view, history, each), reading)}</p>
    ${
      stepBack
        ? html`<p class="notice" part="step-back">
            ${weighty((each) => stepBackText(stepBack, each), reading)}
          </p>`
        : nothing
    }
    <p class="soft" part="freshness">
      ${messages.status.noChange(isolate(since), isolate(formatTime(checkedAt, reader)))}
    </p>
  </div>`;
}

function stepBackText(event: StatusEvent, { messages }: Reading): string {
  return messages.status.regression(reasonText(event, messages) ?? messages.reasons.unknown);
}

/** The end of a sentence "… because", for an event that has a reason. */
export function reasonText({ reason }: Pick<StatusEvent, 'reason'>, messages: Messages): string | undefined {
  return reason === undefined ? undefined : textFor(messages.reasons, reason);
}

/** The reason of an event as a sentence of its own: "Because a document is missing." */
export function reasonSentence(
  event: Pick<StatusEvent, 'reason'>,
  { messages, reader: { lang } }: Reading,
): string | undefined {
  const reason = reasonText(event, messages);
  if (reason === undefined) return undefined;
  const sentence = messages.history.because(reason);
  return `${sentence.charAt(0).toLocaleUpperCase(lang)}${sentence.slice(1)}.`;
}

/** Things to bring, as they are listed in the reader's language: `your passport and a photo`. */
export function bringText(bring: readonly string[], { messages, reader }: Reading): string {
  const things = bring.map((thing) => textFor(messages.bring, thing));
  return new Intl.ListFormat(reader.lang).format(things);
}

function factsOf(view: CaseView, history: readonly StatusEvent[], reading: Reading): StatusFacts {
  const { appointment, payment, status, tasks } = view;
  const open = openTasks(tasks);
  const reasonGiven = newest(history, ({ to }) => to === status);
  const dates: Readonly<Record<string, ZonedInstant | undefined>> = {
    payment_due: payment?.due,
    // A date that has passed is told with its task.
    action_required: open.find(({ due }) => due && Date.parse(due.at) > reading.now)?.due,
    appointment_set: appointment?.at,
  };
  const when = dates[status];
  const place =
    status === 'document_ready' ? view.office : appointment && wordsOf(appointment.place, reading);
  return {
    when: when && deadlineText(when, reading),
    place: place ? isolate(place) : undefined,
    bring: appointment?.bring.length ? bringText(appointment.bring, reading) : undefined,
    reason: reasonGiven && reasonText(reasonGiven, reading.messages),
    tasks: open.length,
    allSent: open.length === 0 && tasks.some(({ state }) => state === 'sent' || state === 'accepted'),
  };
}

/** The last event that moved the case, as it is told now. */
function latestStep(history: readonly StatusEvent[]): StatusEvent | undefined {
  return newest(history, ({ to, change }) => to !== undefined && change !== 'correction');
}

/** How exact the time of the last change is: where nothing says more, the day alone is shown. */
function lastChangePrecision(view: CaseView, history: readonly StatusEvent[]): string {
  const at = Date.parse(view.lastMeaningfulChangeAt);
  return newest(history, (event) => Date.parse(event.at) === at)?.precision ?? 'day';
}

function newest(
  history: readonly StatusEvent[],
  fits: (event: StatusEvent) => boolean,
): StatusEvent | undefined {
  return [...history].reverse().find(fits);
}
