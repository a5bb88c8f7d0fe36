// What an officer's click means: for every status that a case may go to, the event that takes it there.

import { decideTransition, isKnown, openTasks, STATUSES, TaskInput } from '@lintas/contract';
import type { AppendEvent, Application, EventCode, Status } from '@lintas/contract';

const DAY = 24 * 60 * 60 * 1000;
const ZONE = 'Asia/Jakarta';

const EVENT_OF: Readonly<Record<Status, EventCode>> = {
  draft: 'application_drafted',
  submitted: 'sent_again',
  payment_due: 'payment_requested',
  returned: 'returned_incomplete',
  received: 'accepted_for_processing',
  in_review: 'review_started',
  action_required: 'something_needed',
  appointment_set: 'appointment_made',
  with_other_body: 'other_office_asked',
  on_hold: 'paused',
  ready_for_decision: 'checks_finished',
  decided: 'decision_made',
  document_ready: 'document_ready',
  under_appeal: 'review_requested',
  transferred: 'moved_to_other_office',
  expired: 'deadline_passed',
  completed: 'finished',
  withdrawn: 'withdrawn',
};

/** The event that takes an application to a status, or `undefined` when it may not go there. */
export function eventFor(
  { status: from, tasks }: Application,
  to: Status,
  now: Date,
): AppendEvent | undefined {
  const step = isKnown(STATUSES, from) && decideTransition(from, to);
  if (!step || !step.allowed) return undefined;
  return {
    to,
    code: from === 'ready_for_decision' && to === 'in_review' ? 'sent_back_for_checks' : EVENT_OF[to],
    change: step.change,
    ...(from === 'action_required' && to === 'in_review' ? answered(tasks) : {}),
    ...detailsFor(to, step.change === 'regression', now),
  };
}

/** What the applicant was asked for has come: the list on their screen must not go on asking. */
function answered(tasks: Application['tasks']): Partial<AppendEvent> {
  const accepted = openTasks(tasks).flatMap((task) => {
    const { data } = TaskInput.safeParse({ ...task, state: 'accepted' });
    return data ? [data] : [];
  });
  return { code: 'answer_received', tasks: accepted, checks: [{ kind: 'documents', state: 'completed' }] };
}

function detailsFor(to: Status, back: boolean, now: Date): Partial<AppendEvent> {
  switch (to) {
    case 'payment_due':
      return { payment: { amount: '500000', currency: 'IDR', due: deadline(now, 7) } };
    case 'returned':
      return { reason: 'documents_missing' };
    case 'action_required':
      return { tasks: [clearerPhotograph(now)] };
    case 'appointment_set':
      return { appointment: appointment(now) };
    case 'on_hold':
      return { reason: 'waiting_for_other_office' };
    case 'ready_for_decision':
      return { checks: [{ kind: 'documents', state: 'completed' }] };
    case 'decided':
      return { decision: { outcome: 'approved', reasons: [], nextStep: 'collect_document' } };
    default:
      return back ? { reason: 'new_information' } : {};
  }
}

function clearerPhotograph(now: Date): NonNullable<AppendEvent['tasks']>[number] {
  return {
    kind: 'upload',
    state: 'open',
    title: {
      en: { text: 'Send a clearer photograph of your face', reviewed: 'peer' },
      id: { text: 'Kirim foto wajah yang lebih jelas', reviewed: 'peer' },
    },
    due: deadline(now, 14),
  };
}

function appointment(now: Date): NonNullable<AppendEvent['appointment']> {
  return {
    at: deadline(now, 10),
    place: {
      en: { text: 'Immigration Office, South Jakarta', reviewed: 'peer' },
      id: { text: 'Kantor Imigrasi Jakarta Selatan', reviewed: 'peer' },
    },
    bring: ['reference_letter', 'identity_document'],
  };
}

function deadline(now: Date, days: number): { at: string; zone: string } {
  const day = new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
  return { at: `${day}T03:00:00Z`, zone: ZONE };
}
