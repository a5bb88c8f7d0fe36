// What a server takes from outside: what it knows, and nothing else.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type * as z from 'zod/mini';
import {
  AppendEvent,
  ApplicationsQuery,
  CreateApplication,
  ENDPOINTS,
  EventsQuery,
  GiveConsent,
  OpenStatusSession,
} from '@lintas/contract';
import { givenConsent, text } from './samples.ts';
import { placesIn, withValueAt } from './values.ts';

const deadline = { at: '2026-04-01T09:00:00Z', zone: 'Asia/Jakarta' };
const estimate = {
  basis: 'percentile',
  earliest: '2026-03-01',
  latest: '2026-05-01',
  percentile: 80,
  sample: 412,
  asOf: '2026-02-01',
  queue: { ahead: 12, total: 90 },
  overdue: false,
};

/** One whole value of everything that a caller can send. */
const inputs: Record<string, [schema: z.ZodMiniType, value: object]> = {
  OpenStatusSession: [
    OpenStatusSession,
    { reference: '7K00-0000-0000', secret: { kind: 'pin', value: '12345678' } },
  ],
  CreateApplication: [
    CreateApplication,
    {
      kind: 'stay_limited',
      subKind: 'extension',
      officialCode: 'E28A',
      externalId: 'IM/2026/0042',
      filedAt: '2026-01-05T02:00:00Z',
      office: 'Jakarta Selatan',
      applicant: { initials: 'A. B.', nationality: 'AFG', dependants: 2 },
      status: 'submitted',
      procedure: { id: 'itas', version: '3' },
      relatedReferences: ['IOE0912345678'],
      estimate,
      retentionUntil: '2031-01-05',
    },
  ],
  AppendEvent: [
    AppendEvent,
    {
      code: 'decision_made',
      change: 'progress',
      to: 'decided',
      at: '2026-02-01T03:00:00Z',
      precision: 'minute',
      visibility: 'applicant',
      reason: 'other',
      nextStep: 'wait',
      corrects: 'event-1',
      checks: [{ kind: 'identity', state: 'completed', since: '2026-02-01T03:00:00Z' }],
      tasks: [
        {
          id: 'task-1',
          kind: 'upload',
          title: text,
          state: 'open',
          requirementId: 'photo',
          due: deadline,
          reason: 'other',
          how: [text],
        },
      ],
      estimate,
      payment: { amount: '500000.50', currency: 'IDR', due: deadline, paidAt: '2026-01-06T02:00:00Z' },
      appointment: { at: deadline, place: text, bring: ['passport'] },
      decision: {
        outcome: 'refused',
        reasons: ['requirements_not_met'],
        review: deadline,
        nextStep: 'ask_for_review',
        validUntil: '2027-03-01',
      },
    },
  ],
  ApplicationsQuery: [
    ApplicationsQuery,
    {
      cursor: 'eyJ0IjoxfQ',
      limit: '100',
      status: 'received',
      kind: 'rsd',
      office: 'Jakarta Selatan',
      externalId: 'IM/2026/0042',
    },
  ],
  EventsQuery: [EventsQuery, { after: '12', limit: '1' }],
  GiveConsent: [GiveConsent, givenConsent],
};

const takes = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;

for (const [name, [schema, whole]] of Object.entries(inputs)) {
  const places = placesIn(whole);

  describe(name, () => {
    test('takes a whole value and gives it back unchanged', () => {
      assert.deepEqual(schema.parse(whole), whole);
    });

    test('takes no unknown field, at any depth', () => {
      // A text's fields are languages: a name that is no language is unknown there.
      for (const { path, value } of places) {
        if (typeof value !== 'object' || Array.isArray(value)) continue;
        for (const field of ['isAdmin', 'tenant', 'constructor', 'hasOwnProperty', 'toString', '$where']) {
          const mixed = withValueAt(whole, path, { ...value, [field]: true });
          assert.ok(!takes(schema, mixed), `${path.join('/')} ${field}`);
        }
      }
    });

    test('never lets a prototype in, at any depth', () => {
      for (const { path, value } of places) {
        if (typeof value !== 'object' || Array.isArray(value)) continue;
        const poisoned = JSON.stringify(value).replace('{', '{"__proto__":{"isAdmin":true},');
        const read = schema.safeParse(withValueAt(whole, path, JSON.parse(poisoned)));
        if (read.success) assert.deepEqual(read.data, whole, path.join('/'));
      }
    });

    test('takes no value of another type in any place', () => {
      const wrong = [
        true,
        7.5,
        -1,
        '',
        '\0',
        'value_of_tomorrow',
        [[]],
        { a: 1 },
        Number.NaN,
        2 ** 53,
        '9'.repeat(600),
      ];
      for (const { path, value } of places) {
        for (const other of wrong.filter((each) => typeof each !== typeof value)) {
          assert.ok(
            !takes(schema, withValueAt(whole, path, other)),
            `${path.join('/')} ${JSON.stringify(other)}`,
          );
        }
      }
    });

    test('takes no text with control characters or marks that reorder it', () => {
      for (const { path, value } of places) {
        if (typeof value !== 'string' || isSecretPlace(path)) continue;
        for (const mark of ['\0', '\n', '\u001b', '\u202e', '\u2066', '\ud800']) {
          assert.ok(
            !takes(schema, withValueAt(whole, path, value + mark)),
            `${path.join('/')} ${JSON.stringify(mark)}`,
          );
        }
      }
    });

    test('takes no endless text', () => {
      for (const { path, value } of places) {
        if (typeof value === 'string')
          assert.ok(!takes(schema, withValueAt(whole, path, 'A'.repeat(2000))), path.join('/'));
      }
    });

    test('answers any JSON value without failing', () => {
      fc.assert(
        fc.property(fc.jsonValue({ maxDepth: 12 }), (value) => typeof takes(schema, value) === 'boolean'),
      );
      fc.assert(
        fc.property(fc.constantFrom(...places), fc.jsonValue(), ({ path }, value) => {
          takes(schema, withValueAt(whole, path, value));
        }),
      );
    });
  });
}

/** Whatever is typed here must fail like a wrong PIN does, so the schema lets any text through. */
function isSecretPlace(path: readonly (string | number)[]): boolean {
  return path.join('/') === 'reference' || path.join('/') === 'secret/value';
}

test('a body nested ten levels deep is refused', () => {
  const nested = JSON.parse('{"a":'.repeat(10) + '1' + '}'.repeat(10));
  for (const call of Object.values(ENDPOINTS)) {
    if (call.body) assert.ok(!takes(call.body, nested), call.id);
  }
});
