// Every screen of the tracker, made from data: also those that take a long time or a newer API to come about.

import { addCatalogue } from '../../src/core/catalogues.ts';
import { isolate } from '../../src/core/bidi.ts';
import { messages as english } from '../../src/locales/en.ts';
import type { OpenState, ViewState } from '../../src/case/view-state.ts';
import { caseView, statusEvent } from '../case/case-fixture.ts';

export function openState(changes: Partial<OpenState> = {}): OpenState {
  return {
    kind: 'open',
    case: caseView(),
    history: [statusEvent()],
    changed: new Set(),
    connection: 'live',
    checkedAt: Date.parse('2026-11-24T07:40:00Z'),
    decision: { kind: 'hidden' },
    session: { phase: 'running', remaining: 600_000, extendable: true },
    ...changes,
  };
}

const text = (words: string) => ({ en: { text: words, reviewed: 'peer' as const } });
const due = { at: '2026-12-04T09:00:00Z', zone: 'Asia/Jakarta' };

/** What only a newer API sends. */
export const UNKNOWN: OpenState = openState({
  case: caseView({
    kind: 'moon_visa',
    status: 'teleported',
    phase: 'orbit',
    checks: [{ kind: 'aura', state: 'glowing', since: '2026-11-01T02:00:00Z' }],
    tasks: [{ id: 'a', kind: 'sing', title: {}, state: 'humming', reason: 'stars' }],
    estimate: {
      basis: 'oracle',
      earliest: '2027-01-01',
      latest: '2027-02-01',
      asOf: '2026-11-01',
      overdue: false,
    },
    appointment: { at: { at: '2027-01-02T02:00:00Z', zone: 'Moon/Base' }, place: {}, bring: ['helmet'] },
    payment: { amount: '12', currency: '???' },
    decidedAt: '2026-11-02T00:00:00Z',
  }),
  history: [
    statusEvent({
      code: 'landed',
      change: 'leap',
      actorClass: 'alien',
      precision: 'century',
      reason: 'stars',
      text: {},
    }),
  ],
  decision: {
    kind: 'shown',
    decision: {
      outcome: 'maybe',
      decidedAt: '2026-11-02T00:00:00Z',
      reasons: ['stars'],
      nextStep: 'sleep',
      legalHelp: [],
    },
  },
});

export const SCREENS: Readonly<Record<string, ViewState>> = {
  form: { kind: 'closed' },
  opening: { kind: 'opening' },
  'nothing found': { kind: 'failed', failure: { kind: 'lookup' } },
  'a wait': { kind: 'failed', failure: { kind: 'wait', until: Date.parse('2999-01-01') } },
  'in review': openState(),
  'something to do': openState({
    case: caseView({
      status: 'action_required',
      tasks: [
        {
          id: 'a',
          kind: 'upload',
          title: text('Send your passport'),
          requirementId: 'passport',
          state: 'rejected',
          reason: 'documents_unclear',
          due,
          how: [text('By post')],
        },
        { id: 'b', kind: 'answer', title: text('Answer'), state: 'sent' },
      ],
      payment: { amount: '500000', currency: 'IDR', due },
      appointment: {
        at: { ...due, at: '2999-12-04T09:00:00Z' },
        place: text('Counter 4'),
        bring: ['passport'],
      },
    }),
    changed: new Set(['status', 'task:a', 'event:event-1', 'check:identity', 'estimate'] as const),
  }),
  'a decision, hidden': openState({
    case: caseView({ status: 'decided', phase: 'decision', decidedAt: '2026-11-20T02:00:00Z' }),
  }),
  'a refusal': openState({
    case: caseView({ status: 'decided', phase: 'decision', decidedAt: '2026-11-20T02:00:00Z' }),
    decision: {
      kind: 'shown',
      decision: {
        outcome: 'refused',
        decidedAt: '2026-11-20T02:00:00Z',
        reasons: ['requirements_not_met'],
        review: due,
        nextStep: 'ask_for_review',
        legalHelp: [{ name: text('Legal Aid'), url: 'https://example.org', phone: '+62 21 555 0142' }],
      },
    },
  }),
  'a session that ends soon': openState({
    session: { phase: 'warning', remaining: 119_000, extendable: true },
  }),
  offline: openState({ connection: 'offline' }),
  'a case that was stopped': openState({ case: caseView({ status: 'withdrawn' }) }),
  'values of a newer API': UNKNOWN,
  'the time is over': { kind: 'ended', why: 'expired' },
};

/** Registers a right-to-left language whose words are those of the English one, in other letters. */
export function addPseudoLanguage(): void {
  addCatalogue('ar', () => Promise.resolve({ messages: inPseudoLetters(english) }));
}

/** A catalogue with all its words in Arabic letters. */
export function inPseudoLetters<Texts extends object>(messages: Texts): Texts {
  const turn = (value: unknown): unknown => {
    if (typeof value === 'string') return inArabicLetters(value);
    if (typeof value === 'function')
      return (...given: readonly unknown[]) => turn(Reflect.apply(value, undefined, given));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, turn(inner)]));
  };
  return { ...messages, ...(turn(messages) as Partial<Texts>) };
}

/** Values that were put into a sentence keep their letters: they come isolated. */
function inArabicLetters(sentence: string): string {
  const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';
  return sentence
    .split(/\u2068([^\u2069]*)\u2069/)
    .map((part, index) =>
      index % 2 === 1
        ? isolate(part)
        : part.replaceAll(/[a-z]/gi, (letter) => letters.charAt(letter.toLowerCase().charCodeAt(0) - 97)),
    )
    .join('');
}
