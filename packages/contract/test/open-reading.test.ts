// A widget that was embedded years ago reads what servers have learnt since.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type * as z from 'zod/mini';
import {
  ApplicationPage,
  CaseView,
  Consent,
  DecisionView,
  Document,
  Health,
  isKnown,
  OpenStatus,
  Problem,
  STATUSES,
  StatusEvent,
  StatusEventPage,
  StatusUpdate,
  type Application,
} from '@lintas/contract';
import { caseView, consent, decisionView, document, statusEvent } from './samples.ts';
import { placesIn, withValueAt } from './values.ts';

const { checks, tasks, estimate, payment, appointment, lastMeaningfulChangeAt, sourceSyncedAt } = caseView;
const { legalHelp: _, ...decision } = decisionView;
const application: Application = {
  id: 'application-1',
  reference: '7K00-0000-0000',
  kind: 'rsd',
  filedAt: caseView.filedAt,
  applicant: { initials: 'AB' },
  relatedReferences: [],
  ...{ status: 'decided', phase: 'decision', checks, tasks, estimate, payment, appointment, seq: 7 },
  ...{ lastMeaningfulChangeAt, sourceSyncedAt, decision },
  createdAt: caseView.filedAt,
  updatedAt: caseView.filedAt,
};

const answers: Record<string, [schema: z.ZodMiniType, value: unknown]> = {
  CaseView: [CaseView, caseView],
  StatusEvent: [StatusEvent, statusEvent],
  DecisionView: [DecisionView, decisionView],
  Consent: [Consent, consent],
  Document: [Document, document],
  StatusUpdate: [StatusUpdate, { event: statusEvent, case: caseView }],
  StatusEventPage: [StatusEventPage, { data: [statusEvent], page: { next: 'eyJ' } }],
  ApplicationPage: [ApplicationPage, { data: [application], page: { next: null } }],
  Problem: [Problem, { type: 'urn:lintas:problem:new', title: 'New', status: 418, errors: [] }],
  Health: [Health, { status: 'ok', version: '1' }],
};

/** Fields whose values are a list that grows with time. */
const WORDS = [
  ...[
    'kind',
    'status',
    'phase',
    'state',
    'reason',
    'reasons',
    'basis',
    'bring',
    'precision',
    'code',
    'change',
  ],
  ...['actorClass', 'visibility', 'to', 'nextStep', 'outcome'],
];

for (const [name, [schema, whole]] of Object.entries(answers)) {
  describe(name, () => {
    test('reads a whole answer and changes nothing in it', () => {
      assert.deepEqual(schema.parse(whole), whole);
    });

    test('reads an unknown word in every place where one may come, and hands it on', () => {
      for (const { path, value } of placesIn(whole)) {
        const field = path.findLast((step) => typeof step === 'string') ?? '';
        if (typeof value !== 'string' || !WORDS.includes(field)) continue;
        const newer = withValueAt(whole, path, 'word_of_tomorrow');
        assert.deepEqual(schema.parse(newer), newer, path.join('/'));
      }
    });

    test('drops unknown fields at every depth and reads the rest', () => {
      for (const { path, value } of placesIn(whole)) {
        // In a text every name is a language, so there a new field is a wording.
        if (typeof value !== 'object' || value === null || Array.isArray(value) || 'en' in value) continue;
        const newer = withValueAt(whole, path, { ...value, addedLater: { kind: ['anything'] } });
        assert.deepEqual(schema.parse(newer), whole, path.join('/'));
      }
    });
  });
}

test('the sample answers hold every word that a case can have', () => {
  const fields = Object.values(answers).flatMap(([, whole]) =>
    placesIn(whole).map(({ path }) => path.findLast((step) => typeof step === 'string')),
  );
  assert.deepEqual(
    WORDS.filter((word) => !fields.includes(word)),
    [],
  );
});

test('a person reads the case without the decision, whatever the server sends', () => {
  const leaking = { ...caseView, decision, applicant: { initials: 'AB' }, reference: '7K00-0000-0000' };
  assert.deepEqual(CaseView.parse(leaking), caseView);
});

test('a link to legal help leads to a website or nowhere', () => {
  const read = (url: string) => {
    const [help] = decisionView.legalHelp;
    return DecisionView.parse({ ...decisionView, legalHelp: [{ ...help, url }] }).legalHelp[0];
  };
  for (const url of ['https://help.example.org/a?b=c', 'http://localhost:4681/'])
    assert.equal(read(url)?.url, url);
  for (const url of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'https:',
    '',
  ]) {
    assert.equal(read(url)?.url, undefined, url);
    assert.ok(read(url)?.name, url);
  }
});

test('a known word is told from an unknown one', () => {
  assert.ok(isKnown(STATUSES, 'received'));
  for (const word of ['word_of_tomorrow', '', 'constructor', 'Received'])
    assert.ok(!isKnown(STATUSES, word), word);
  assert.ok(!OpenStatus.safeParse(7).success);
});
