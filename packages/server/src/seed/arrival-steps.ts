// Steps from the form to the line: payment, what is missing, and the place in the line.

import type { Reason } from '@lintas/contract';
import { checks, sameTask, closeTask, step, type Step } from './step.ts';
import { TASKS, WAYS } from './texts.ts';

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
