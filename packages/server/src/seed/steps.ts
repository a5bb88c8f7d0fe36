// Steps that histories of the demonstration are put together from. Each is an event as an authority's system
// would append it; some need to know what the case looks like by then.

import {
  TaskInput,
  type AppendEvent,
  type CaseState,
  type CheckKind,
  type CheckState,
  type Outcome,
  type Reason,
  type Task,
  type TaskKind,
} from '@lintas/contract';
import * as z from 'zod/mini';
import type { Calendar } from './calendar.ts';
import { PLACES, TASKS, WAYS, type Office } from './texts.ts';

/** An event on a day, counted from today (negative: before). */
export interface Step {
  readonly day: number;
  /** Jakarta time, `HH:MM`. */
  readonly time: string;
  readonly event: (calendar: Calendar, state: CaseState) => AppendEvent;
}

type Checks = Partial<Record<CheckKind, CheckState>>;

function checks(states: Checks): { kind: CheckKind; state: CheckState }[] {
  const kinds: readonly CheckKind[] = [
    'completeness',
    'payment',
    'identity',
    'documents',
    'biometrics',
    'security',
    'interview',
    'sponsor',
  ];
  return kinds.flatMap((kind) => {
    const state = states[kind];
    return state === undefined ? [] : [{ kind, state }];
  });
}

type TaskInput = z.infer<typeof TaskInput>;

/** A task as it stands, to be sent again. */
function sameTask(task: Task): TaskInput {
  return z.parse(TaskInput, task);
}

/** What was asked has been done. */
function closeTask(task: Task): TaskInput {
  return { ...sameTask(task), state: task.state === 'not_needed' ? 'not_needed' : 'accepted' };
}

const step =
  (time: string, event: Step['event']) =>
  (day: number): Step => ({ day, time, event });

export const paymentAsked = (day: number, dueIn: number, amount = '500000'): Step => ({
  day,
  time: '10:05',
  event: (calendar) => ({
    code: 'payment_requested',
    change: 'progress',
    to: 'payment_due',
    nextStep: 'pay',
    checks: checks({ payment: 'waiting_on_you' }),
    payment: { amount, currency: 'IDR', due: calendar.due(dueIn, '23:59') },
    tasks: [
      {
        kind: 'pay',
        title: TASKS.fee,
        state: 'open',
        due: calendar.due(dueIn, '23:59'),
        how: [WAYS.counter],
      },
    ],
  }),
});

export const accepted = (day: number, range: readonly [from: number, to: number] = [20, 45]): Step => ({
  day,
  time: '09:30',
  event: (calendar, { payment, tasks }) => ({
    code: 'accepted_for_processing',
    change: 'progress',
    to: 'received',
    nextStep: 'wait',
    checks: checks({ completeness: 'completed', ...(payment && { payment: 'completed' }) }),
    ...(payment && { payment: { ...payment, paidAt: calendar.at(day - 1, '14:20') } }),
    ...(tasks.length > 0 && { tasks: tasks.map(closeTask) }),
    estimate: {
      basis: 'percentile',
      earliest: calendar.day(range[0]),
      latest: calendar.day(range[1]),
      percentile: 80,
      sample: 412,
      asOf: calendar.day(day),
      overdue: false,
    },
  }),
});

export const returned = (day: number, missing: Reason = 'documents_missing'): Step => ({
  day,
  time: '11:15',
  event: (calendar, { status }) => ({
    code: 'returned_incomplete',
    change: status === 'received' ? 'regression' : 'progress',
    to: 'returned',
    reason: missing,
    nextStep: 'see_tasks',
    checks: checks({ completeness: 'waiting_on_you' }),
    tasks: [
      {
        kind: 'correct',
        title: TASKS.sponsorLetter,
        state: 'open',
        due: calendar.due(day + 21),
        how: [WAYS.online, WAYS.partner],
      },
      { kind: 'upload', title: TASKS.photo, state: 'open', due: calendar.due(day + 21), how: [WAYS.online] },
    ],
  }),
});

export const sentAgain = step('08:40', (_calendar, { tasks }) => ({
  code: 'sent_again',
  change: 'progress',
  to: 'submitted',
  tasks: tasks.map((task) => (task.state === 'open' ? { ...sameTask(task), state: 'sent' } : sameTask(task))),
}));

export const reviewed = step('09:10', () => ({
  code: 'review_started',
  change: 'progress',
  to: 'in_review',
  nextStep: 'wait',
  checks: checks({ identity: 'in_progress', documents: 'in_progress', security: 'in_progress' }),
}));

export const identityDone = step('13:45', () => ({
  code: 'checks_updated',
  change: 'information',
  checks: checks({ identity: 'completed' }),
}));

export const needed = (day: number, dueIn: number, kind: TaskKind = 'upload'): Step => ({
  day,
  time: '14:00',
  event: (calendar) => ({
    code: 'something_needed',
    change: 'progress',
    to: 'action_required',
    reason: 'documents_unclear',
    nextStep: 'see_tasks',
    checks: checks({ documents: 'waiting_on_you' }),
    tasks: [
      {
        kind,
        title: kind === 'answer' ? TASKS.address : TASKS.passportCopy,
        state: dueIn < 0 ? 'overdue' : 'open',
        due: calendar.due(dueIn),
        reason: 'documents_unclear',
        how: [WAYS.online, WAYS.counter, WAYS.partner],
      },
    ],
  }),
});

export const answered = step('10:20', (_calendar, { tasks }) => ({
  code: 'answer_received',
  change: 'progress',
  to: 'in_review',
  nextStep: 'wait',
  checks: checks({ documents: 'in_progress' }),
  tasks: tasks.map(closeTask),
}));

export const invited = (day: number, onDay: number, place: Office): Step => ({
  day,
  time: '15:30',
  event: (calendar) => ({
    code: 'appointment_made',
    change: 'progress',
    to: 'appointment_set',
    nextStep: 'attend',
    checks: checks({ biometrics: 'waiting_on_you', interview: 'waiting_on_you' }),
    appointment: {
      at: calendar.due(onDay, '09:00'),
      place: PLACES[place],
      bring: ['reference_letter', 'identity_document', 'photo'],
    },
    tasks: [{ kind: 'attend', title: TASKS.biometrics, state: 'open', due: calendar.due(onDay, '09:00') }],
  }),
});

export const attended = step('11:40', (_calendar, { tasks }) => ({
  code: 'appointment_attended',
  change: 'progress',
  to: 'in_review',
  appointment: null,
  checks: checks({ biometrics: 'completed', interview: 'completed' }),
  tasks: tasks.map(closeTask),
}));

export const otherOfficeAsked = step('16:10', () => ({
  code: 'other_office_asked',
  change: 'progress',
  to: 'with_other_body',
  reason: 'waiting_for_other_office',
  checks: checks({ sponsor: 'waiting_on_other' }),
}));

export const paused = (day: number, reason: Reason): Step => ({
  day,
  time: '15:05',
  event: (calendar) => ({
    code: 'paused',
    change: 'progress',
    to: 'on_hold',
    reason,
    nextStep: 'wait',
    estimate: { basis: 'unknown', asOf: calendar.day(day), overdue: false },
  }),
});

export const checked = step('16:30', () => ({
  code: 'checks_finished',
  change: 'progress',
  to: 'ready_for_decision',
  checks: checks({ identity: 'completed', documents: 'completed', security: 'completed' }),
}));

export const sentBack = step('10:50', () => ({
  code: 'sent_back_for_checks',
  change: 'regression',
  to: 'in_review',
  reason: 'new_information',
  checks: checks({ documents: 'in_progress' }),
}));

export const decided = (day: number, outcome: Outcome): Step => ({
  day,
  time: '14:35',
  event: (calendar) => ({
    code: 'decision_made',
    change: 'progress',
    to: 'decided',
    estimate: null,
    decision: {
      outcome,
      reasons: REASONS_OF[outcome],
      ...(outcome === 'refused' && { review: calendar.due(day + 60), nextStep: 'ask_for_review' as const }),
      ...(outcome.startsWith('approved') && {
        nextStep: 'wait' as const,
        validUntil: calendar.day(day + 365),
      }),
    },
  }),
});

const REASONS_OF: Readonly<Record<Outcome, Reason[]>> = {
  approved: [],
  approved_with_conditions: ['other'],
  refused: ['requirements_not_met', 'documents_missing'],
  closed_without_decision: ['your_request'],
};

export const ready = (day: number, until: number): Step => ({
  day,
  time: '08:15',
  event: (calendar) => ({
    code: 'document_ready',
    change: 'progress',
    to: 'document_ready',
    nextStep: 'collect_document',
    tasks: [{ kind: 'collect', title: TASKS.collect, state: 'open', due: calendar.due(until) }],
  }),
});

export const finished = step('12:00', (_calendar, { tasks }) => ({
  code: tasks.some(({ kind }) => kind === 'collect') ? 'document_handed_over' : 'finished',
  change: 'progress',
  to: 'completed',
  nextStep: 'none',
  tasks: tasks.map(closeTask),
}));

export const appealed = step('09:50', () => ({
  code: 'review_requested',
  change: 'progress',
  to: 'under_appeal',
}));
export const moved = step('13:10', () => ({
  code: 'moved_to_other_office',
  change: 'progress',
  to: 'transferred',
}));
export const ranOut = step('00:10', () => ({
  code: 'deadline_passed',
  change: 'progress',
  to: 'expired',
  reason: 'time_limit_passed',
}));
export const stopped = step('10:00', () => ({
  code: 'withdrawn',
  change: 'progress',
  to: 'withdrawn',
  reason: 'your_request',
}));

/** Says that it takes longer than was estimated, with a new range or without. */
export const delayed = (day: number, range?: readonly [from: number, to: number]): Step => ({
  day,
  time: '09:00',
  event: (calendar) => ({
    code: 'estimate_updated',
    change: 'information',
    reason: 'high_demand',
    estimate: range
      ? {
          basis: 'officer',
          earliest: calendar.day(range[0]),
          latest: calendar.day(range[1]),
          asOf: calendar.day(day),
          overdue: true,
        }
      : { basis: 'unknown', asOf: calendar.day(day), overdue: true },
  }),
});

/** An estimate that rests on too few cases to be shown. */
export const fewCases = (day: number): Step => ({
  day,
  time: '09:05',
  event: (calendar) => ({
    code: 'estimate_updated',
    change: 'information',
    estimate: {
      basis: 'percentile',
      earliest: calendar.day(10),
      latest: calendar.day(90),
      percentile: 80,
      sample: 11,
      asOf: calendar.day(day),
      overdue: false,
    },
  }),
});

/** A place in a line, for estimates without a date. */
export const queued = (day: number, ahead: number, total: number): Step => ({
  day,
  time: '09:20',
  event: (calendar) => ({
    code: 'estimate_updated',
    change: 'information',
    estimate: { basis: 'queue', asOf: calendar.day(day), queue: { ahead, total }, overdue: false },
  }),
});

export const noted = step('16:45', () => ({
  code: 'note_for_partners',
  change: 'information',
  visibility: 'partner',
}));
