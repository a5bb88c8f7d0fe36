// What the person has to do, and by when: tasks, a payment, an appointment.

import {
  isFinal,
  isKnown,
  openTasks,
  STATUSES,
  TASK_STATES,
  type AppointmentView,
  type CaseView,
  type PaymentView,
  type TaskView,
} from '@lintas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { textFor } from '../locales/messages.ts';
import type { CasePart } from '../case/case-changes.ts';
import { bringText, reasonSentence, reasonText } from './headline.ts';
import * as icons from '../case/icons.ts';
import { newMark } from './marks.ts';
import { moneyText } from './money.ts';
import { apiText, deadlineText, weighty } from '../case/reading.ts';
import { deadline } from './deadline.ts';
import type { Reading } from '../core/reading.ts';

export interface TaskActions {
  /** Brings the person to where a paper is given; `undefined` where nothing on the page takes papers. */
  readonly showPaper: ((requirementId: string) => void) | undefined;
}

type Changed = ReadonlySet<CasePart>;
type Deadline = AppointmentView['at'];

/** Statuses that ask something of the person, or are over: an empty list must not say "nothing" there. */
const NOT_CALM: readonly string[] = [
  'draft',
  'returned',
  'payment_due',
  'action_required',
  'decided',
  'expired',
];

export function toDo(
  view: CaseView,
  changed: Changed,
  actions: TaskActions,
  reading: Reading,
): TemplateResult | typeof nothing {
  const { messages } = reading;
  // What this version cannot place may well be something to do.
  const unreadable = view.tasks.filter(({ state }) => !isKnown(TASK_STATES, state));
  const entries = [
    ...[...openTasks(view.tasks), ...unreadable].map((task) =>
      // The appointment itself says when it is.
      taskEntry(
        task,
        task.kind === 'attend' && isAhead(view.appointment, reading),
        changed,
        actions,
        reading,
      ),
    ),
    ...(view.payment && !view.payment.paidAt ? [paymentEntry(view.payment, changed, reading)] : []),
    ...(isAhead(view.appointment, reading) ? [appointmentEntry(view.appointment, changed, reading)] : []),
  ];
  const answered = view.tasks.filter(({ state }) => ['sent', 'accepted', 'not_needed'].includes(state));
  const calm = isKnown(STATUSES, view.status) && !isFinal(view.status) && !NOT_CALM.includes(view.status);
  if (entries.length === 0 && answered.length === 0 && !calm) return nothing;
  return html`<section class=${entries.length > 0 ? 'asked' : ''} part="to-do">
    <h3>${messages.task.title}</h3>
    <div class="body">
      ${
        entries.length > 0
          ? html`<ul class="tasks" role="list">
              ${entries}
            </ul>`
          : calm
            ? html`<p>${messages.task.nothing}</p>`
            : nothing
      }
      ${answered.length > 0 ? answeredTasks(answered, changed, reading) : nothing}
    </div>
  </section>`;
}

function taskEntry(
  task: TaskView,
  hasAppointment: boolean,
  changed: Changed,
  actions: TaskActions,
  reading: Reading,
): TemplateResult {
  const { messages } = reading;
  const title = apiText(task.title, reading);
  return html`<li>
    <p>
      <strong id="task-${task.id}">${title === nothing ? textFor(messages.tasks, task.kind) : title}</strong>
      ${newMark(changed.has(`task:${task.id}`), messages)}
    </p>
    ${stateOf(task, reading)}
    ${task.due && !hasAppointment ? deadline(task.due, dueText(task.due), reading) : nothing}
    ${
      task.how?.length
        ? html`<div>
            <p>${messages.task.how}:</p>
            <ul class="how" role="list">
              ${task.how.map((way) => html`<li>${apiText(way, reading)}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    ${wayToPaper(task, actions, reading)}
  </li>`;
}

/** That something is to be done, its place says already; why is told all the same. */
function stateOf(task: TaskView, reading: Reading): TemplateResult | typeof nothing {
  const { messages } = reading;
  if (task.state === 'open') {
    const why = reasonSentence(task, reading);
    return why === undefined ? nothing : html`<p>${why}</p>`;
  }
  const reason = reasonText(task, messages);
  const because = reason === undefined ? '' : ` ${messages.history.because(reason)}`;
  return html`<p>${textFor(messages.taskStates, task.state)}${because}.</p>`;
}

/** Leads to the place of the task's paper, where there is one on the page. */
function wayToPaper(
  { id, kind, requirementId }: TaskView,
  { showPaper }: TaskActions,
  { messages }: Reading,
): TemplateResult | typeof nothing {
  if (kind !== 'upload' || requirementId === undefined || !showPaper) return nothing;
  return html`<button
    type="button"
    part="paper-button"
    id="give-${id}"
    aria-labelledby="give-${id} task-${id}"
    @click=${() => showPaper(requirementId)}
  >
    ${messages.task.give}
  </button>`;
}

function paymentEntry(payment: PaymentView, changed: Changed, reading: Reading): TemplateResult {
  const { messages } = reading;
  return html`<li>
    <p><strong>${messages.payment.title}</strong>${newMark(changed.has('payment'), messages)}</p>
    ${payment.due ? deadline(payment.due, paymentText(payment), reading) : html`<p>${weighty(paymentText(payment), reading)}</p>`}
  </li>`;
}

function appointmentEntry(appointment: AppointmentView, changed: Changed, reading: Reading): TemplateResult {
  const { messages } = reading;
  const place = apiText(appointment.place, reading);
  return html`<li>
    <p><strong>${messages.appointment.title}</strong>${newMark(changed.has('appointment'), messages)}</p>
    ${deadline(appointment.at, (each) => deadlineText(appointment.at, each), reading)}
    <dl class="facts">
      ${
        place === nothing
          ? nothing
          : html`<dt>${messages.appointment.where}</dt>
              <dd>${place}</dd>`
      }
      ${
        appointment.bring.length > 0
          ? html`<dt>${messages.appointment.bring}</dt>
              <dd>${bringText(appointment.bring, reading)}</dd>`
          : nothing
      }
    </dl>
  </li>`;
}

type Write = (reading: Reading) => string;

function dueText(due: Deadline): Write {
  return (reading) => reading.messages.task.due(deadlineText(due, reading));
}

function paymentText(payment: PaymentView): Write {
  return (reading) => {
    const { due, open } = reading.messages.payment;
    const amount = isolate(moneyText(payment, reading));
    return payment.due ? due(amount, deadlineText(payment.due, reading)) : open(amount);
  };
}

function answeredTasks(tasks: readonly TaskView[], changed: Changed, reading: Reading): TemplateResult {
  const { messages } = reading;
  return html`<div class="answered">
    <p class="soft">${messages.task.doneTitle}</p>
    <ul role="list">
      ${tasks.map(
        (task) =>
          html`<li>
            ${icons.tick}<span
              >${apiText(task.title, reading)}
              <span class="soft">${textFor(messages.taskStates, task.state)}</span>
              ${newMark(changed.has(`task:${task.id}`), messages)}</span
            >
          </li>`,
      )}
    </ul>
  </div>`;
}

function isAhead(appointment: AppointmentView | null, { now }: Reading): appointment is AppointmentView {
  return appointment !== null && Date.parse(appointment.at.at) > now;
}
