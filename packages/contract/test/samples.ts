// Whole values as they cross the wire, for tests to change in one place at a time.

import type { CaseView, Consent, DecisionView, Document, GiveConsent, StatusEvent } from '@lintas/contract';

/** One wording in two languages. */
export const text = {
  en: { text: 'Passport photo', reviewed: 'peer' },
  id: { text: 'Foto paspor', reviewed: 'peer' },
} as const;

const deadline = { at: '2026-04-01T09:00:00Z', zone: 'Asia/Jakarta' };

/** A case with every part filled in, as a person's page reads it. */
export const caseView: CaseView = {
  kind: 'stay_limited',
  issuer: text,
  office: 'Jakarta',
  filedAt: '2026-01-05T02:00:00Z',
  status: 'action_required',
  phase: 'checks',
  checks: [{ kind: 'identity', state: 'in_progress', since: '2026-02-01T03:00:00Z' }],
  tasks: [
    {
      id: 'task-1',
      kind: 'upload',
      title: text,
      state: 'open',
      requirementId: 'photo',
      due: deadline,
      reason: 'documents_unclear',
      how: [text],
    },
  ],
  estimate: {
    basis: 'percentile',
    earliest: '2026-03-01',
    latest: '2026-05-01',
    percentile: 80,
    sample: 412,
    asOf: '2026-02-01',
    queue: { ahead: 12, total: 90 },
    overdue: false,
  },
  payment: { amount: '500000', currency: 'IDR', due: deadline, paidAt: '2026-01-06T02:00:00Z' },
  appointment: { at: deadline, place: text, bring: ['passport'] },
  seq: 7,
  lastMeaningfulChangeAt: '2026-02-01T03:00:00Z',
  sourceSyncedAt: '2026-02-02T03:00:00Z',
  decidedAt: null,
  checkedAt: '2026-02-02T03:00:05Z',
};

/** One entry of the log, with every part filled in. */
export const statusEvent: StatusEvent = {
  id: 'event-7',
  seq: 7,
  at: '2026-02-01T03:00:00Z',
  precision: 'minute',
  code: 'something_needed',
  change: 'progress',
  actorClass: 'authority',
  visibility: 'applicant',
  text,
  to: 'action_required',
  reason: 'documents_unclear',
  nextStep: 'see_tasks',
  corrects: 'event-6',
};

/** A decision with every part filled in. */
export const decisionView: DecisionView = {
  outcome: 'refused',
  decidedAt: '2026-03-01T03:00:00Z',
  reasons: ['requirements_not_met'],
  review: deadline,
  nextStep: 'ask_for_review',
  validUntil: '2027-03-01',
  legalHelp: [{ name: text, url: 'https://help.example.org/', phone: '+62 21 555 0100' }],
};

/** A consent as a page gives it. */
export const givenConsent: GiveConsent = {
  partner: 'welcome-house',
  purpose: 'document_review',
  language: 'fa-AF',
  textVersion: 'uploader-1',
  textHash: '0123456789abcdef'.repeat(4),
  expiresAt: '2026-06-01T03:00:00Z',
};

/** A consent with every part filled in, as the person reads it. */
export const consent: Consent = {
  id: 'consent-1',
  partner: { id: 'welcome-house', name: text },
  purpose: 'document_review',
  language: 'fa-AF',
  textVersion: 'uploader-1',
  textHash: '0123456789abcdef'.repeat(4),
  givenAt: '2026-03-01T03:00:00Z',
  expiresAt: '2026-06-01T03:00:00Z',
  withdrawnAt: '2026-04-01T03:00:00Z',
};

/** A document that a partner looked at under that consent. */
export const document: Document = {
  id: 'document-1',
  requirementId: 'photo',
  kind: 'photo',
  side: 'whole',
  fileName: 'IMG_0001.jpg',
  mediaType: 'image/jpeg',
  bytes: 48_000,
  offset: 48_000,
  sha256: 'fedcba9876543210'.repeat(4),
  state: 'needs_better_copy',
  reason: 'blurred',
  createdAt: '2026-03-01T03:00:00Z',
  receivedAt: '2026-03-01T03:00:10Z',
  verifications: [
    {
      id: 'verification-1',
      by: 'partner',
      method: 'human_review',
      result: 'inconclusive',
      reason: 'blurred',
      at: '2026-03-02T03:00:00Z',
      evidenceHash: 'fedcba9876543210'.repeat(4),
      consentId: 'consent-1',
    },
  ],
};
