// Steps from the decision on, and the other ways in which a case ends.

import type { Outcome, Reason } from '@lintas/contract';
import { closeTask, step, type Step } from './step.ts';
import { TASKS } from './texts.ts';

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
