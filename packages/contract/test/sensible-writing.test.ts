// What a server takes must also make sense: ranges that run forwards, lists that name a thing once.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  AppendEvent,
  CreateApplication,
  EstimateInput,
  OpenStatusSession,
  PaymentInput,
  ApplicationsQuery,
  EventsQuery,
} from '@lintas/contract';
import { text } from './samples.ts';

const event = { code: 'checks_updated', change: 'information' };
const takesEvent = (more: object): boolean => AppendEvent.safeParse({ ...event, ...more }).success;

const application = {
  kind: 'rsd',
  filedAt: '2026-01-05T02:00:00Z',
  applicant: { initials: 'AB' },
};
const takesApplication = (more: object): boolean =>
  CreateApplication.safeParse({ ...application, ...more }).success;

describe('an estimate', () => {
  const asOf = '2026-02-01';
  const range = { earliest: '2026-03-01', latest: '2026-05-01' };
  const takes = (estimate: object): boolean =>
    EstimateInput.safeParse({ asOf, overdue: false, ...estimate }).success;

  test('is a range with its basis', () => {
    assert.ok(takes({ basis: 'service_standard', ...range }));
    assert.ok(takes({ basis: 'officer', earliest: range.latest, latest: range.latest }));
    assert.ok(takes({ basis: 'percentile', ...range, percentile: 80, sample: 30 }));
  });

  test('is an honest "unknown" without a range, also when the case is overdue', () => {
    assert.ok(takes({ basis: 'unknown' }));
    assert.ok(takes({ basis: 'unknown', overdue: true }));
    assert.ok(!takes({ basis: 'unknown', ...range }));
  });

  test('may be a place in a queue alone', () => {
    assert.ok(takes({ basis: 'queue', queue: { ahead: 12, total: 90 } }));
    assert.ok(!takes({ basis: 'queue' }));
    assert.ok(!takes({ basis: 'queue', queue: { ahead: 91, total: 90 } }));
  });

  test('is no basis without a range, no half a range, and no range that runs backwards', () => {
    assert.ok(!takes({ basis: 'statutory' }));
    assert.ok(!takes({ basis: 'officer', earliest: range.earliest }));
    assert.ok(!takes({ basis: 'officer', latest: range.latest }));
    assert.ok(!takes({ basis: 'officer', earliest: range.latest, latest: range.earliest }));
  });

  test('from a share of cases says which share, and of how many', () => {
    assert.ok(!takes({ basis: 'percentile', ...range, percentile: 80 }));
    assert.ok(!takes({ basis: 'percentile', ...range, sample: 412 }));
    assert.ok(!takes({ basis: 'officer', ...range, percentile: 80 }));
  });
});

describe('an event', () => {
  test('names each check, each known task and each thing once', () => {
    const check = { kind: 'identity', state: 'in_progress' };
    const task = { kind: 'upload', title: text, state: 'open' };
    const decision = { outcome: 'refused', reasons: ['other', 'other'] };
    const appointment = { at: { at: '2026-04-01T09:00:00Z', zone: 'Asia/Jakarta' }, place: text };
    assert.ok(takesEvent({ checks: [check, { ...check, kind: 'medical' }] }));
    assert.ok(!takesEvent({ checks: [check, { ...check, state: 'completed' }] }));
    assert.ok(takesEvent({ tasks: [task, task, { ...task, id: 'a' }] }));
    assert.ok(
      !takesEvent({
        tasks: [
          { ...task, id: 'a' },
          { ...task, id: 'a' },
        ],
      }),
    );
    assert.ok(!takesEvent({ to: 'decided', decision }));
    assert.ok(!takesEvent({ appointment: { ...appointment, bring: ['photo', 'photo'] } }));
  });

  test('names other things by ids that could be ids', () => {
    assert.ok(takesEvent({ corrects: '01JMXG4S1K9V8Q2Z-x_Y' }));
    for (const id of ['', ' ', 'a b', "a'--", 'a/b', 'a%00', 'é', 'a'.repeat(65)]) {
      assert.ok(!takesEvent({ corrects: id }), id);
    }
  });

  test('takes away with null what can be taken away, and nothing else', () => {
    for (const part of ['estimate', 'payment', 'appointment']) assert.ok(takesEvent({ [part]: null }));
    for (const part of ['decision', 'checks', 'tasks', 'to', 'reason'])
      assert.ok(!takesEvent({ [part]: null }));
  });
});

test('an amount is a plain decimal number in a currency', () => {
  const takes = (amount: string, currency = 'IDR'): boolean =>
    PaymentInput.safeParse({ amount, currency }).success;
  for (const amount of ['0', '1', '500000', '500000.50', '0.125']) assert.ok(takes(amount), amount);
  for (const amount of ['', '-1', '+1', '1e6', '1,5', '.5', '5.', '007', ' 1', '1.2345', '1'.repeat(13)]) {
    assert.ok(!takes(amount), amount);
  }
  for (const currency of ['', 'idr', 'ID', 'IDRX', 'Rp']) assert.ok(!takes('1', currency), currency);
});

describe('an application', () => {
  test('names a nationality by its ICAO code', () => {
    for (const nationality of ['AFG', 'XXA', 'XXB', 'UNO', 'D']) {
      assert.ok(takesApplication({ applicant: { initials: 'AB', nationality } }), nationality);
    }
    for (const nationality of ['', 'A', 'AF', 'afg', 'AFGH', 'DEU<']) {
      assert.ok(!takesApplication({ applicant: { initials: 'AB', nationality } }), nationality);
    }
  });

  test('starts as a draft or submitted, and nowhere else', () => {
    assert.ok(takesApplication({ status: 'draft' }) && takesApplication({ status: 'submitted' }));
    assert.ok(!takesApplication({ status: 'received' }) && !takesApplication({ status: 'decided' }));
  });

  test('has no blank number of its own, which every other blank one would clash with', () => {
    for (const blank of ['', ' ', '\u00a0', '\t']) assert.ok(!takesApplication({ externalId: blank }));
  });

  test('names each related reference once', () => {
    assert.ok(takesApplication({ relatedReferences: [] }));
    assert.ok(!takesApplication({ relatedReferences: ['IOE09', 'IOE09'] }));
  });
});

test('a reference and a PIN of any text are taken, so that all wrong ones fail the same way', () => {
  for (const typed of ['', '\0', 'x', "' or 1=1 --", '\ud800', '\u202e']) {
    const body = { reference: typed, secret: { kind: 'pin', value: typed } };
    assert.ok(OpenStatusSession.safeParse(body).success, JSON.stringify(typed));
  }
});

test('a page holds 1 to 100 entries, and a cursor is one visible word', () => {
  for (const limit of ['1', '9', '10', '99', '100'])
    assert.ok(EventsQuery.safeParse({ limit }).success, limit);
  for (const limit of ['', '0', '01', '101', '1000', '-1', '1.5', '1e1', '٥']) {
    assert.ok(!EventsQuery.safeParse({ limit }).success, limit);
  }
  for (const after of ['-1', '1.0', 'x', '1'.repeat(10)])
    assert.ok(!EventsQuery.safeParse({ after }).success, after);
  for (const cursor of ['', 'a b', '\0', 'é', 'a'.repeat(513)]) {
    assert.ok(!ApplicationsQuery.safeParse({ cursor }).success, cursor);
  }
});
