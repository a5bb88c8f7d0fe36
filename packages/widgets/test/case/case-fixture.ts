// A case as the API sends it, for tests of what is made of it.

import type { CaseView, StatusEvent } from '@lintas/contract/status';

export function caseView(changes: Partial<CaseView> = {}): CaseView {
  return {
    kind: 'stay_limited',
    issuer: { en: { text: 'Immigration office', reviewed: 'peer' } },
    office: 'Jakarta Selatan',
    filedAt: '2026-08-03T02:00:00Z',
    status: 'in_review',
    phase: 'checks',
    checks: [{ kind: 'identity', state: 'in_progress', since: '2026-09-01T02:00:00Z' }],
    tasks: [],
    estimate: {
      basis: 'officer',
      earliest: '2026-12-01',
      latest: '2027-01-20',
      asOf: '2026-11-01',
      overdue: false,
    },
    payment: null,
    appointment: null,
    seq: 1,
    lastMeaningfulChangeAt: '2026-08-03T02:00:00Z',
    sourceSyncedAt: '2026-11-24T06:55:00Z',
    decidedAt: null,
    checkedAt: '2026-11-24T07:40:00Z',
    ...changes,
  };
}

export function statusEvent(changes: Partial<StatusEvent> = {}): StatusEvent {
  return {
    id: 'event-1',
    seq: 1,
    at: '2026-08-03T02:00:00Z',
    precision: 'minute',
    code: 'application_submitted',
    change: 'progress',
    actorClass: 'applicant',
    visibility: 'applicant',
    text: { en: { text: 'Your application was sent.', reviewed: 'peer' } },
    ...changes,
  };
}
