// The rules of a case, free of I/O: which events are accepted, and what they add up to.

import type { FieldError } from '../core/index.ts';
import type { CaseEvent, CaseState, Estimate, Task } from './case.ts';
import { decideTransition, phaseOf } from './transitions.ts';
import type { Status } from './vocabulary.ts';

/** An event before the server has given it its place in the log. */
export type EventDraft = Omit<CaseEvent, 'id' | 'seq' | 'actorClass'>;

/** Why an event is refused. */
export type Refusal =
  | { readonly kind: 'transition'; readonly from: Status; readonly allowed: readonly Status[] }
  | { readonly kind: 'fields'; readonly errors: readonly FieldError[] };

/** The case before its first event. */
export function emptyCase(status: Status, at: string): CaseState {
  return {
    status,
    phase: phaseOf(status, 'sent'),
    checks: [],
    tasks: [],
    estimate: null,
    payment: null,
    appointment: null,
    decision: null,
    seq: 0,
    lastMeaningfulChangeAt: at,
  };
}

/** Adds one event to a case. Folding all events of a case, in order, gives its stored state. */
export function foldEvent(state: CaseState, event: CaseEvent): CaseState {
  const status = event.to ?? state.status;
  return {
    status,
    phase: phaseOf(status, state.phase),
    checks: replaceBy(state.checks, event.checks ?? [], (check) => check.kind),
    tasks: replaceBy(state.tasks, event.tasks ?? [], (task) => task.id),
    estimate: event.estimate === undefined ? state.estimate : event.estimate,
    payment: event.payment === undefined ? state.payment : event.payment,
    appointment: event.appointment === undefined ? state.appointment : event.appointment,
    decision: event.decision ?? state.decision,
    seq: event.seq,
    lastMeaningfulChangeAt:
      isVisible(event) && event.at > state.lastMeaningfulChangeAt ? event.at : state.lastMeaningfulChangeAt,
  };
}

/** Decides whether a case takes an event; `undefined` means yes. */
export function refuseEvent(state: CaseState, event: EventDraft): Refusal | undefined {
  if (event.to !== undefined) {
    const decision = decideTransition(state.status, event.to);
    if (!decision.allowed) return { kind: 'transition', from: decision.from, allowed: decision.alternatives };
  }
  const errors = [...changeErrors(state, event), ...contentErrors(state, event), ...visibilityErrors(event)];
  return errors.length > 0 ? { kind: 'fields', errors } : undefined;
}

/** Whether the person themself may see an event. */
export function isVisible(event: Pick<CaseEvent, 'visibility'>): boolean {
  return event.visibility === 'applicant';
}

/** Tasks that still wait for the person, the most urgent first. */
export function openTasks<Open extends Pick<Task, 'due'> & { readonly state: string }>(
  tasks: readonly Open[],
): Open[] {
  const waiting = tasks.filter((task) => ['open', 'rejected', 'overdue'].includes(task.state));
  const dueAt = (task: Open) => task.due?.at ?? '9999';
  return waiting.sort((a, b) => dueAt(a).localeCompare(dueAt(b)));
}

const MIN_SAMPLE = 30;
const MAX_RANGE_MONTHS = 24;

/** What may honestly be said of when a decision comes. */
export type Expectation =
  | { readonly kind: 'range'; readonly earliest: string; readonly latest: string }
  /** Longer than was said; with a new range when the authority gave one that lies ahead. */
  | { readonly kind: 'overdue'; readonly earliest?: string; readonly latest?: string }
  | { readonly kind: 'unknown' };

/**
 * Decides what is shown of an estimate: nothing that rests on fewer than 30 cases or spans more than 24 months.
 *
 * @param today calendar day of the reader, `YYYY-MM-DD`
 */
export function expectationOf(
  estimate: (Omit<Estimate, 'basis'> & { readonly basis: string }) | null,
  today: string,
): Expectation {
  const { earliest, latest, basis, sample, overdue } = estimate ?? { basis: 'unknown', overdue: false };
  const range = earliest !== undefined && latest !== undefined ? { earliest, latest } : undefined;
  if (range && range.latest < today) return { kind: 'overdue' };
  const tooFew = basis === 'percentile' && (sample ?? 0) < MIN_SAMPLE;
  const sound = range && basis !== 'unknown' && !tooFew && monthsBetween(range) <= MAX_RANGE_MONTHS;
  if (overdue) return { kind: 'overdue', ...(sound ? range : {}) };
  return sound ? { kind: 'range', ...range } : { kind: 'unknown' };
}

function changeErrors(state: CaseState, event: EventDraft): FieldError[] {
  const errors: FieldError[] = [];
  const correction = event.change === 'correction';
  if (event.to !== undefined && !correction) {
    const decision = decideTransition(state.status, event.to);
    if (decision.allowed && decision.change !== event.change) {
      errors.push(fieldError('/change', 'change_mismatch', `This step is a ${decision.change}.`));
    }
  }
  if (correction !== (event.corrects !== undefined)) {
    errors.push(
      fieldError('/corrects', 'correction_incomplete', 'A correction names the event that it corrects.'),
    );
  }
  const unexplained = event.change === 'regression' || event.to === 'on_hold' || event.to === 'returned';
  if (unexplained && event.reason === undefined) {
    errors.push(fieldError('/reason', 'reason_missing', 'A step back, a pause or a return needs a reason.'));
  }
  return errors;
}

function contentErrors(state: CaseState, event: EventDraft): FieldError[] {
  const errors: FieldError[] = [];
  if ((event.to === 'decided') !== (event.decision !== undefined)) {
    errors.push(
      fieldError(
        '/decision',
        'decision_mismatch',
        'A decision comes with the status `decided`, and only then.',
      ),
    );
  }
  if (event.to === 'appointment_set' && !event.appointment) {
    errors.push(
      fieldError('/appointment', 'appointment_missing', 'The status `appointment_set` needs an appointment.'),
    );
  }
  event.checks?.forEach((check, index) => {
    const telling = check.state !== 'in_progress' && check.state !== 'completed';
    if (check.kind === 'security' && telling) {
      errors.push(
        fieldError(
          `/checks/${index}/state`,
          'state_not_shown',
          'A security check is only in progress or completed.',
        ),
      );
    }
  });
  const exact = event.precision === 'day' ? 'YYYY-MM-DD'.length : undefined;
  const earlier = event.at.slice(0, exact) < state.lastMeaningfulChangeAt.slice(0, exact);
  if (earlier && isVisible(event) && event.change !== 'correction') {
    errors.push(
      fieldError('/at', 'before_last_change', 'An event cannot lie before the last visible change.'),
    );
  }
  return errors;
}

function visibilityErrors(event: EventDraft): FieldError[] {
  if (isVisible(event)) return [];
  const { to, checks, tasks, estimate, payment, appointment } = event;
  const changes = [to, checks, tasks, estimate, payment, appointment].some((part) => part !== undefined);
  const message = 'What changes the case must be visible to the applicant.';
  return changes ? [fieldError('/visibility', 'hidden_change', message)] : [];
}

function fieldError(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}

/** `current` with every entry that has a replacement replaced, and new ones appended. */
function replaceBy<Entry>(
  current: readonly Entry[],
  changed: readonly Entry[],
  key: (entry: Entry) => string,
) {
  const entries = new Map([...current, ...changed].map((entry) => [key(entry), entry]));
  return [...entries.values()];
}

function monthsBetween({ earliest, latest }: { earliest: string; latest: string }): number {
  const [from, to] = [new Date(earliest), new Date(latest)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() > from.getUTCDate() ? months + 1 : months;
}
