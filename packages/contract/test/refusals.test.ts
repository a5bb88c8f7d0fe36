// Which events a case does not take, and what the authority is told.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  refuseEvent,
  STATUSES,
  TRANSITIONS,
  type CaseState,
  type EventDraft,
  type Status,
} from '@lintas/contract';
import { appointment, caseAt, decision, FILED_AT, history, news } from './events.ts';
import { text } from './samples.ts';

/** Where and by which rule an event is refused; nothing when it is accepted. */
function refused(state: CaseState, event: EventDraft): string[] {
  const refusal = refuseEvent(state, event);
  if (refusal === undefined) return [];
  if (refusal.kind === 'transition') return [`${refusal.from} may go to ${refusal.allowed.join(', ')}`];
  return refusal.errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

const progress = { ...news, change: 'progress' } as const;

describe('a case takes', () => {
  test('news, and a step that is told as what it is', () => {
    assert.deepEqual(refused(caseAt('received'), news), []);
    assert.deepEqual(refused(caseAt('received'), { ...progress, to: 'in_review' }), []);
    assert.deepEqual(
      refused(caseAt('ready_for_decision'), {
        ...news,
        change: 'regression',
        to: 'in_review',
        reason: 'new_information',
      }),
      [],
    );
  });

  test('a decision together with the status that says so', () => {
    assert.deepEqual(refused(caseAt('ready_for_decision'), { ...progress, to: 'decided', decision }), []);
    assert.deepEqual(refused(caseAt('under_appeal'), { ...progress, to: 'decided', decision }), []);
  });

  test('another appointment in place of the first', () => {
    assert.deepEqual(
      refused(caseAt('appointment_set'), { ...progress, to: 'appointment_set', appointment }),
      [],
    );
  });

  test('a hidden note that changes nothing', () => {
    assert.deepEqual(refused(caseAt('received'), { ...news, visibility: 'partner', reason: 'other' }), []);
  });
});

describe('a case refuses', () => {
  test('every step that the state machine does not have, and says which it has', () => {
    for (const from of STATUSES) {
      for (const to of STATUSES) {
        const event = { ...progress, to, reason: 'other', decision, appointment } as const;
        const refusal = refuseEvent(caseAt(from), event);
        const allowed = TRANSITIONS[from];
        if (allowed.includes(to)) assert.notEqual(refusal?.kind, 'transition', `${from} ${to}`);
        else assert.deepEqual(refusal, { kind: 'transition', from, allowed });
      }
    }
  });

  test('a step that is told as something else than it is', () => {
    const wrong: [Status, Partial<EventDraft>][] = [
      ['received', { to: 'in_review', change: 'information' }],
      ['received', { to: 'in_review', change: 'regression', reason: 'other' }],
      ['received', { to: 'returned', change: 'progress', reason: 'other' }],
      ['ready_for_decision', { to: 'in_review', change: 'progress', reason: 'other' }],
      ['document_ready', { to: 'on_hold', change: 'progress', reason: 'other' }],
    ];
    for (const [from, event] of wrong) {
      assert.deepEqual(refused(caseAt(from), { ...news, ...event }), ['/change change_mismatch']);
    }
  });

  test('a step back, a pause or a return without a reason, also as a correction', () => {
    const correction = { change: 'correction', corrects: 'event-1' } as const;
    const wrong: [Status, Partial<EventDraft>][] = [
      ['received', { change: 'regression' }],
      ['in_review', { change: 'progress', to: 'on_hold' }],
      ['submitted', { change: 'progress', to: 'returned' }],
      ['received', { ...correction, to: 'returned' }],
      ['ready_for_decision', { ...correction, to: 'in_review' }],
    ];
    for (const [from, event] of wrong) {
      assert.deepEqual(refused(caseAt(from), { ...news, ...event }), ['/reason reason_missing']);
      assert.deepEqual(refused(caseAt(from), { ...news, ...event, reason: 'other' }), []);
    }
  });

  test('a correction of nothing, and a reference to something that is not corrected', () => {
    const state = caseAt('received');
    assert.deepEqual(refused(state, { ...news, change: 'correction' }), ['/corrects correction_incomplete']);
    assert.deepEqual(refused(state, { ...news, corrects: 'event-1' }), ['/corrects correction_incomplete']);
  });

  test('a decision without its status, and its status without a decision', () => {
    assert.deepEqual(refused(caseAt('in_review'), { ...news, decision }), ['/decision decision_mismatch']);
    assert.deepEqual(refused(caseAt('ready_for_decision'), { ...progress, to: 'decided' }), [
      '/decision decision_mismatch',
    ]);
  });

  test('a reason or next step beside a decision: the log would tell what the person has not asked to read', () => {
    const decided = { ...progress, to: 'decided', decision } as const;
    const state = caseAt('ready_for_decision');
    assert.deepEqual(refused(state, { ...decided, reason: 'requirements_not_met' }), [
      '/reason reveals_decision',
    ]);
    assert.deepEqual(refused(state, { ...decided, nextStep: 'ask_for_review' }), [
      '/nextStep reveals_decision',
    ]);
  });

  test('an appointment status without an appointment', () => {
    const event = { ...progress, to: 'appointment_set' } as const;
    assert.deepEqual(refused(caseAt('in_review'), event), ['/appointment appointment_missing']);
    assert.deepEqual(refused(caseAt('in_review'), { ...event, appointment: null }), [
      '/appointment appointment_missing',
    ]);
  });

  test('to tell more of a security check than that it runs or is done', () => {
    const told = (state: 'failed' | 'in_progress' | 'completed') => [
      { kind: 'identity', state: 'failed', since: news.at } as const,
      { kind: 'security', state, since: news.at } as const,
    ];
    assert.deepEqual(refused(caseAt('in_review'), { ...news, checks: told('failed') }), [
      '/checks/1/state state_not_shown',
    ]);
    assert.deepEqual(refused(caseAt('in_review'), { ...news, checks: told('in_progress') }), []);
    assert.deepEqual(refused(caseAt('in_review'), { ...news, checks: told('completed') }), []);
  });

  test('a visible event that lies before the last visible change, to the fraction of a second', () => {
    const state = caseAt('received', '2026-02-01T03:00:00.500Z');
    const at = (moment: string, more: Partial<EventDraft> = {}) =>
      refused(state, { ...news, at: moment, ...more });
    assert.deepEqual(at('2026-02-01T03:00:00Z'), ['/at before_last_change']);
    assert.deepEqual(at('2026-02-01T03:00:00.499Z'), ['/at before_last_change']);
    assert.deepEqual(at('2026-02-01T03:00:00.5Z'), []);
    assert.deepEqual(at('2026-02-01T03:00:01Z'), []);
    assert.deepEqual(at('2026-02-01T00:00:00Z', { precision: 'day' }), []);
    assert.deepEqual(at('2026-01-31T00:00:00Z', { precision: 'day' }), ['/at before_last_change']);
    assert.deepEqual(at('2026-01-01T00:00:00Z', { visibility: 'partner' }), []);
    assert.deepEqual(at('2026-01-01T00:00:00Z', { change: 'correction', corrects: 'event-1' }), []);
  });

  test('a hidden event that changes the case', () => {
    const { at } = news;
    const changes: Partial<EventDraft>[] = [
      { to: 'in_review', change: 'progress' },
      { checks: [{ kind: 'identity', state: 'completed', since: at }] },
      { tasks: [{ id: 'task-1', kind: 'upload', title: text, state: 'open' }] },
      { estimate: null },
      { payment: null },
      { appointment: null },
    ];
    for (const change of changes) {
      for (const visibility of ['delegate', 'partner'] as const) {
        assert.deepEqual(refused(caseAt('received'), { ...news, ...change, visibility }), [
          '/visibility hidden_change',
        ]);
      }
    }
  });

  test('several things at once, and names them all', () => {
    const event = { ...news, change: 'regression', to: 'appointment_set', visibility: 'partner' } as const;
    assert.deepEqual(refused(caseAt('in_review'), event), [
      '/change change_mismatch',
      '/reason reason_missing',
      '/appointment appointment_missing',
      '/visibility hidden_change',
    ]);
  });
});

test('accepted events lead everywhere: the rules shut no status off', () => {
  const histories = fc.sample(history, { numRuns: 1000, seed: 1 });
  const reached = new Set(histories.flatMap(({ events }) => events.flatMap(({ to }) => to ?? [])));
  assert.deepEqual([...reached].toSorted(), STATUSES.filter((status) => status !== 'draft').toSorted());
});

test('no message repeats a value that was sent', () => {
  const canary = 'canary-7f3a';
  const refusal = refuseEvent(caseAt('received', FILED_AT), {
    ...news,
    at: '2020-01-01T00:00:00Z',
    corrects: canary,
    visibility: 'partner',
    tasks: [{ id: canary, kind: 'upload', title: { en: { text: canary, reviewed: 'none' } }, state: 'open' }],
  });
  assert.equal(refusal?.kind, 'fields');
  assert.ok(!JSON.stringify(refusal).includes(canary));
});
