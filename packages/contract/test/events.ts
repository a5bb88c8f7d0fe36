// Events for tests: single ones, and whole histories as a server accepts them.

import fc from 'fast-check';
import {
  CHANGES,
  CHECK_KINDS,
  CHECK_STATES,
  decideTransition,
  emptyCase,
  EVENT_CODES,
  foldEvent,
  OUTCOMES,
  PRECISIONS,
  REASONS,
  refuseEvent,
  STATUSES,
  TASK_KINDS,
  TASK_STATES,
  TRANSITIONS,
  VISIBILITIES,
  type CaseEvent,
  type CaseState,
  type EventDraft,
  type Status,
} from '@lintas/contract';
import { text } from './samples.ts';

export const FILED_AT = '2026-01-05T02:00:00Z';

/** News that changes nothing, to be changed in one place. */
export const news: EventDraft = {
  at: '2026-02-01T03:00:00Z',
  precision: 'minute',
  code: 'tasks_updated',
  change: 'information',
  visibility: 'applicant',
};

/** What comes with the statuses that ask for something. */
export const decision = { outcome: 'approved', decidedAt: news.at, reasons: [] } as const;
export const appointment = { at: { at: news.at, zone: 'Asia/Jakarta' }, place: text, bring: [] } as const;

/** A case that stands at `status`, with nothing else in it. */
export function caseAt(status: Status, at = FILED_AT): CaseState {
  return emptyCase(status, at);
}

export function placed(draft: EventDraft, seq: number): CaseEvent {
  return { ...draft, id: `event-${seq}`, seq, actorClass: 'authority' };
}

/** Seconds since the last change, now and then before it, and a fraction of a second. */
const pause = fc.tuple(
  fc.integer({ min: -60, max: 86_400 }),
  fc.constantFrom('', '.5', '.25', '.250', '.000000001'),
);

function afterPause(last: string, [seconds, fraction]: readonly [number, string]): string {
  const moment = new Date(Date.parse(last) + seconds * 1000).toISOString();
  return `${moment.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}${fraction}Z`;
}

/** As JSON gives them back: objects with the usual prototype. */
const PLAIN = { noNullPrototype: true } as const;

const task = fc.record(
  {
    id: fc.constantFrom('task-1', 'task-2', 'task-3'),
    kind: fc.constantFrom(...TASK_KINDS),
    title: fc.constant(text),
    state: fc.constantFrom(...TASK_STATES),
  },
  PLAIN,
);

const check = fc.record(
  {
    kind: fc.constantFrom(...CHECK_KINDS),
    state: fc.constantFrom(...CHECK_STATES),
    since: fc.constant(FILED_AT),
  },
  PLAIN,
);

const estimate = fc.record(
  { basis: fc.constant('unknown' as const), asOf: fc.constant('2026-01-01'), overdue: fc.boolean() },
  PLAIN,
);

const noise = fc.record(
  {
    precision: fc.constantFrom(...PRECISIONS),
    code: fc.constantFrom(...EVENT_CODES),
    change: fc.constantFrom(...CHANGES),
    visibility: fc.constantFrom('applicant' as const, ...VISIBILITIES),
    reason: fc.constantFrom(...REASONS),
    corrects: fc.constant('event-1'),
    checks: fc.uniqueArray(check, { selector: ({ kind }) => kind, maxLength: 4 }),
    tasks: fc.uniqueArray(task, { selector: ({ id }) => id, maxLength: 3 }),
    estimate: fc.option(estimate),
    payment: fc.constant(null),
  },
  { requiredKeys: ['precision', 'code', 'change', 'visibility'] },
);

/** An event as somebody may send it, together with a wish to move the case: an index into where it may go. */
const wish = fc.record({
  noise,
  pause,
  move: fc.option(fc.nat({ max: 6 })),
  outcome: fc.constantFrom(...OUTCOMES),
});
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;

/** Gives the wish what its transition asks for, so that many are accepted and none by force. */
function fitted(state: CaseState, { noise, pause, move, outcome }: Wish): EventDraft {
  const at = afterPause(state.lastMeaningfulChangeAt, pause);
  const to = move === null ? undefined : TRANSITIONS[state.status][move];
  if (to === undefined) return { ...noise, at };
  const step = decideTransition(state.status, to);
  const { reason = 'other', corrects: _, ...rest } = noise;
  return {
    ...rest,
    at,
    to,
    visibility: 'applicant' as const,
    ...(step.allowed ? { change: step.change } : {}),
    ...(to === 'decided' ? { decision: { ...decision, outcome } } : { reason }),
    ...(to === 'appointment_set' ? { appointment } : {}),
  };
}

/** A history: what was accepted, in order, with the state before the first event and after each. */
export interface History {
  readonly start: CaseState;
  readonly events: readonly CaseEvent[];
  readonly states: readonly CaseState[];
}

/** Histories of up to 40 accepted events, from any status on. Whatever the rules refuse is left out. */
export const history: fc.Arbitrary<History> = fc
  .tuple(fc.constantFrom(...STATUSES), fc.array(wish, { maxLength: 40 }))
  .map(([status, wishes]) => {
    const start = emptyCase(status, FILED_AT);
    const events: CaseEvent[] = [];
    const states: CaseState[] = [];
    let state = start;
    for (const each of wishes) {
      const draft = fitted(state, each);
      if (refuseEvent(state, draft)) continue;
      const event = placed(draft, state.seq + 1);
      state = foldEvent(state, event);
      events.push(event);
      states.push(state);
    }
    return { start, events, states };
  });
