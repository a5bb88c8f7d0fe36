// Which events a case takes. Free of I/O. What needs more than the state is the server's to check: that an
// event lies not in the future, that `corrects` names one of the case, and that a changed task exists.

import { compareInstants, type FieldError } from '../core/index.ts';
import type { CaseEvent, CaseState } from './case.ts';
import { isVisible } from './fold.ts';
import { decideTransition } from './transitions.ts';
import type { Status } from './vocabulary.ts';

/** An event before the server has given it its place in the log. */
export type EventDraft = Omit<CaseEvent, 'id' | 'seq' | 'actorClass'>;

/** Why an event is refused. */
export type Refusal =
  | { readonly kind: 'transition'; readonly from: Status; readonly allowed: readonly Status[] }
  | { readonly kind: 'fields'; readonly errors: readonly FieldError[] };

/** Decides whether a case takes an event; `undefined` means yes. */
export function refuseEvent(state: CaseState, event: EventDraft): Refusal | undefined {
  if (event.to !== undefined) {
    const decision = decideTransition(state.status, event.to);
    if (!decision.allowed) return { kind: 'transition', from: decision.from, allowed: decision.alternatives };
  }
  const errors = [
    ...changeErrors(state, event),
    ...decisionErrors(event),
    ...contentErrors(event),
    ...timeErrors(state, event),
    ...visibilityErrors(event),
  ];
  return errors.length > 0 ? { kind: 'fields', errors } : undefined;
}

/** A step is told as what it is, a correction names what it corrects, and what may worry has a reason. */
function changeErrors(state: CaseState, event: EventDraft): FieldError[] {
  const errors: FieldError[] = [];
  const step = event.to === undefined ? undefined : decideTransition(state.status, event.to);
  const told = step?.allowed ? step.change : event.change;
  const correction = event.change === 'correction';
  if (told !== event.change && !correction) {
    errors.push(fieldError('/change', 'change_mismatch', `This step is a ${told}.`));
  }
  if (correction !== (event.corrects !== undefined)) {
    const message = 'A correction, and nothing else, names the event that it corrects.';
    errors.push(fieldError('/corrects', 'correction_incomplete', message));
  }
  const back = event.change === 'regression' || told === 'regression';
  if ((back || event.to === 'on_hold' || event.to === 'returned') && event.reason === undefined) {
    const message = 'A step back, a pause or a return needs a reason.';
    errors.push(fieldError('/reason', 'reason_missing', message));
  }
  return errors;
}

/** A decision comes with its status, and nothing that a person sees unasked gives it away. */
function decisionErrors(event: EventDraft): FieldError[] {
  if ((event.to === 'decided') !== (event.decision !== undefined)) {
    const message = 'A decision comes with the status `decided`, and only then.';
    return [fieldError('/decision', 'decision_mismatch', message)];
  }
  if (event.decision === undefined) return [];
  const revealing = (['reason', 'nextStep'] as const).filter((field) => event[field] !== undefined);
  const message = 'Belongs in the decision: the log is shown before a person chooses to read the outcome.';
  return revealing.map((field) => fieldError(`/${field}`, 'reveals_decision', message));
}

function contentErrors(event: EventDraft): FieldError[] {
  const errors: FieldError[] = [];
  if (event.to === 'appointment_set' && !event.appointment) {
    const message = 'The status `appointment_set` needs an appointment.';
    errors.push(fieldError('/appointment', 'appointment_missing', message));
  }
  event.checks?.forEach(({ kind, state }, index) => {
    if (kind !== 'security' || state === 'in_progress' || state === 'completed') return;
    const message = 'A security check is only in progress or completed.';
    errors.push(fieldError(`/checks/${index}/state`, 'state_not_shown', message));
  });
  return errors;
}

function timeErrors(state: CaseState, event: EventDraft): FieldError[] {
  if (!liesBeforeLastChange(state, event) || !isVisible(event) || event.change === 'correction') return [];
  const message = 'An event cannot lie before the last visible change.';
  return [fieldError('/at', 'before_last_change', message)];
}

/** An event that only knows its day lies before the last change when its whole day does. */
function liesBeforeLastChange({ lastMeaningfulChangeAt }: CaseState, { at, precision }: EventDraft): boolean {
  const day = 'YYYY-MM-DD'.length;
  return precision === 'day'
    ? at.slice(0, day) < lastMeaningfulChangeAt.slice(0, day)
    : compareInstants(at, lastMeaningfulChangeAt) < 0;
}

function visibilityErrors(event: EventDraft): FieldError[] {
  if (isVisible(event)) return [];
  const { to, checks, tasks, estimate, payment, appointment, decision } = event;
  const parts = [to, checks, tasks, estimate, payment, appointment, decision];
  const message = 'What changes the case must be visible to the applicant.';
  return parts.some((part) => part !== undefined)
    ? [fieldError('/visibility', 'hidden_change', message)]
    : [];
}

function fieldError(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}
