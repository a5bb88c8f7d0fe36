// The state machine of a case: 18 statuses, 52 transitions, and the phase each status is shown in.

import type { Change, Phase, Status } from './vocabulary.ts';

/** Where a case may go from each status. */
export const TRANSITIONS: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['payment_due', 'received', 'returned', 'withdrawn'],
  payment_due: ['received', 'expired', 'withdrawn'],
  returned: ['submitted', 'expired', 'withdrawn'],
  received: ['in_review', 'action_required', 'returned', 'transferred', 'withdrawn'],
  in_review: [
    'action_required',
    'appointment_set',
    'with_other_body',
    'on_hold',
    'ready_for_decision',
    'transferred',
    'withdrawn',
  ],
  action_required: ['in_review', 'on_hold', 'expired', 'withdrawn'],
  appointment_set: ['appointment_set', 'in_review', 'action_required', 'withdrawn'],
  with_other_body: ['in_review', 'action_required', 'on_hold', 'withdrawn'],
  on_hold: ['in_review', 'action_required', 'withdrawn'],
  ready_for_decision: ['decided', 'in_review'],
  decided: ['document_ready', 'completed', 'under_appeal'],
  document_ready: ['completed', 'on_hold'],
  under_appeal: ['in_review', 'decided', 'withdrawn'],
  transferred: ['received'],
  expired: ['received'],
  completed: ['under_appeal'],
  withdrawn: [],
};

/** Statuses that a new case may start in. */
export const FIRST_STATUSES = ['draft', 'submitted'] as const satisfies readonly Status[];

/** Steps back, which must be told as such and with a reason. */
const STEPS_BACK: readonly (readonly [from: Status, to: Status])[] = [
  ['received', 'returned'],
  ['ready_for_decision', 'in_review'],
  ['document_ready', 'on_hold'],
];

const PHASE_OF: Readonly<Record<Exclude<Status, 'expired' | 'withdrawn'>, Phase>> = {
  draft: 'sent',
  submitted: 'sent',
  payment_due: 'sent',
  returned: 'sent',
  received: 'received',
  transferred: 'received',
  in_review: 'checks',
  action_required: 'checks',
  appointment_set: 'checks',
  with_other_body: 'checks',
  on_hold: 'checks',
  ready_for_decision: 'decision',
  decided: 'decision',
  under_appeal: 'decision',
  document_ready: 'document',
  completed: 'document',
};

/** The answer to "may this case go there?". */
export type TransitionDecision =
  | { readonly allowed: true; readonly change: Extract<Change, 'progress' | 'regression'> }
  | { readonly allowed: false; readonly from: Status; readonly alternatives: readonly Status[] };

/** Decides whether a case may go from one status to another, and whether that is a step back. */
export function decideTransition(from: Status, to: Status): TransitionDecision {
  const alternatives = TRANSITIONS[from];
  if (!alternatives.includes(to)) return { allowed: false, from, alternatives };
  const back = STEPS_BACK.some(([start, end]) => start === from && end === to);
  return { allowed: true, change: back ? 'regression' : 'progress' };
}

/** The phase to show. A case that was withdrawn or has expired stays in the phase it had reached. */
export function phaseOf(status: Status, reached: Phase): Phase {
  return status === 'expired' || status === 'withdrawn' ? reached : PHASE_OF[status];
}

/** Whether nothing more will happen by itself. */
export function isFinal(status: Status): boolean {
  return status === 'completed' || status === 'withdrawn';
}
