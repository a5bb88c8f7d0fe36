// How the events of a case add up to its state. Free of I/O: a server stores what this gives, and anybody
// who has all events can compute it again.

import { compareInstants, type Instant } from '../core/index.ts';
import type { CaseEvent, CaseState, Task } from './case.ts';
import { phaseOf } from './transitions.ts';
import type { Status } from './vocabulary.ts';

/** The case before its first event. */
export function emptyCase(status: Status, at: Instant): CaseState {
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
    lastMeaningfulChangeAt: isVisible(event)
      ? later(event.at, state.lastMeaningfulChangeAt)
      : state.lastMeaningfulChangeAt,
  };
}

/** Whether the person themself may see an event. */
export function isVisible(event: Pick<CaseEvent, 'visibility'>): boolean {
  return event.visibility === 'applicant';
}

/** Tasks that still wait for the person, the most urgent first and those without a deadline last. */
export function openTasks<Open extends Pick<Task, 'due'> & { readonly state: string }>(
  tasks: readonly Open[],
): Open[] {
  const waiting = tasks.filter((task) => ['open', 'rejected', 'overdue'].includes(task.state));
  return waiting.sort(({ due: one }, { due: other }) =>
    one && other ? compareInstants(one.at, other.at) : Number(!one) - Number(!other),
  );
}

function later(one: Instant, other: Instant): Instant {
  return compareInstants(one, other) > 0 ? one : other;
}

/** `current` with every entry that has a replacement replaced, and new ones appended. */
function replaceBy<Entry>(
  current: readonly Entry[],
  changed: readonly Entry[],
  key: (entry: Entry) => string,
): readonly Entry[] {
  const entries = new Map([...current, ...changed].map((entry) => [key(entry), entry]));
  return [...entries.values()];
}
