// Steps while officers check.

import type { Reason, TaskKind } from '@lintas/contract';
import { checks, closeTask, step, type Step } from './step.ts';
import { PLACES, TASKS, WAYS, type Office } from './texts.ts';

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
