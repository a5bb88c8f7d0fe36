// What the events of a case say of the time that it took.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  DOCUMENT_REASONS,
  UNUSABLE,
  type DocumentReason,
  type VerificationMethod,
  type VerificationResult,
} from '@lintas/contract/documents';
import { TRANSITIONS, type CaseEvent, type Outcome, type Status } from '@lintas/contract/status';
import {
  casesIn,
  dateOf,
  dayOf,
  firstResultOf,
  INDONESIAN_CALENDAR,
  nearestRank,
  spellsOf,
  type MeasuredDocument,
  type Spell,
} from '@lintas/contract/metrics';

type Measured = Pick<CaseEvent, 'at' | 'to' | 'decision' | 'estimate'>;

const on = (date: string, to?: Status, more: Partial<Measured> = {}): Measured => ({
  at: `${date}T03:00:00Z`,
  ...(to && { to }),
  ...more,
});
const decided = (date: string, outcome: Outcome): Measured => {
  const at = `${date}T03:00:00Z`;
  return { at, to: 'decided', decision: { outcome, decidedAt: at, reasons: [] } };
};
const promise = (latest: string): Partial<Measured> => ({
  estimate: { basis: 'service_standard', latest, asOf: '2026-02-02', overdue: false },
});
const measure = (...events: Measured[]): Spell[] => spellsOf(events, INDONESIAN_CALENDAR);

describe('a case', () => {
  test('is measured from the day it was sent to the day it was decided, with what it waited for the person', () => {
    const [spell] = measure(
      on('2026-02-02', 'draft'),
      on('2026-02-03', 'submitted'),
      on('2026-02-05', 'received'),
      on('2026-02-09', 'in_review'),
      on('2026-02-10', 'action_required'),
      on('2026-02-20', 'in_review'),
      on('2026-02-24', 'ready_for_decision'),
      decided('2026-02-25', 'approved'),
      on('2026-02-26', 'completed'),
    );
    assert.deepEqual(spell, {
      from: dayOf('2026-02-03'),
      waitingDays: 10,
      // Imlek and the leave before it fall between.
      end: { on: dayOf('2026-02-25'), outcome: 'granted', workingDays: 14, withinStandard: null },
    });
  });

  test('that nobody has decided is pending, and a draft is not there at all', () => {
    assert.deepEqual(
      measure(on('2026-02-02', 'submitted')).map(({ end }) => end),
      [null],
    );
    assert.deepEqual(measure(on('2026-02-02', 'draft'), on('2026-02-03', 'withdrawn')), []);
  });

  test('keeps apart how it ended', () => {
    const start = on('2026-02-02', 'submitted');
    const classOf = (...events: Measured[]) => measure(start, ...events)[0]?.end?.outcome;
    assert.equal(classOf(decided('2026-02-09', 'approved_with_conditions')), 'granted');
    assert.equal(classOf(decided('2026-02-09', 'refused')), 'refused');
    assert.equal(classOf(decided('2026-02-09', 'closed_without_decision')), 'closed_otherwise');
    assert.equal(classOf(on('2026-02-09', 'withdrawn')), 'withdrawn');
    assert.equal(classOf(on('2026-02-04', 'payment_due'), on('2026-02-09', 'expired')), 'closed_otherwise');
  });

  test('counts its first decision only, and once more when it had expired and was opened again', () => {
    const appealed = [on('2026-02-12', 'under_appeal'), decided('2026-03-09', 'approved')];
    assert.equal(
      measure(on('2026-02-02', 'submitted'), decided('2026-02-09', 'refused'), ...appealed).length,
      1,
    );
    const again = measure(
      on('2026-02-02', 'submitted'),
      on('2026-02-03', 'payment_due'),
      on('2026-02-09', 'expired'),
      on('2026-02-16', 'received'),
      decided('2026-02-20', 'approved'),
    );
    assert.deepEqual(
      again.map(({ from, end, waitingDays }) => [dateOf(from), end?.outcome, waitingDays]),
      [
        ['2026-02-02', 'closed_otherwise', 6],
        ['2026-02-16', 'granted', 0],
      ],
    );
  });

  test('is held to the day that was named first, to the end of that day', () => {
    const within = (day: string) =>
      measure(
        on('2026-02-02', 'submitted', promise('2026-02-10')),
        on('2026-02-05', undefined, promise('2026-06-30')),
        decided(day, 'approved'),
      )[0]?.end?.withinStandard;
    assert.equal(within('2026-02-10'), true);
    assert.equal(within('2026-02-11'), false);
  });

  test('that is opened again is held to the day that its reopening named, or a later event; never to one before', () => {
    const within = (reopening: Partial<Measured>, later: Partial<Measured>, day: string) =>
      measure(
        on('2026-02-02', 'submitted', promise('2026-02-10')),
        on('2026-02-03', 'payment_due'),
        on('2026-02-09', 'expired', promise('2026-02-12')),
        on('2026-02-16', 'received', reopening),
        on('2026-02-17', undefined, later),
        decided(day, 'approved'),
      )[1]?.end?.withinStandard;
    assert.equal(within(promise('2026-02-20'), {}, '2026-02-20'), true);
    assert.equal(within(promise('2026-02-20'), promise('2026-03-30'), '2026-02-23'), false);
    assert.equal(within({}, promise('2026-03-30'), '2026-02-23'), true);
    assert.equal(within({}, {}, '2026-02-20'), null);
  });

  test('whose log tells an earlier day later does not run backwards', () => {
    const [spell] = measure(on('2026-02-10', 'submitted'), decided('2026-02-01', 'approved'));
    assert.equal(spell?.end?.on, dayOf('2026-02-10'));
  });
});

test('whatever way a case goes, its times add up', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.nat()), { maxLength: 25 });
  fc.assert(
    fc.property(fc.constantFrom<Status>('draft', 'submitted'), steps, (first, path) => {
      let day = dayOf('2025-01-02');
      let status = first;
      const events: Measured[] = [on(dateOf(day), first)];
      for (const [days, choice] of path) {
        const choices = TRANSITIONS[status];
        const to = choices[choice % choices.length];
        if (to === undefined) break;
        day += days;
        status = to;
        events.push(to === 'decided' ? decided(dateOf(day), 'refused') : on(dateOf(day), to));
      }
      const spells = spellsOf(events, INDONESIAN_CALENDAR);
      const reopened = events.filter(
        ({ to }, index) => to === 'received' && events[index - 1]?.to === 'expired',
      );
      assert.ok(spells.length <= 1 + reopened.length);
      let before = -Infinity;
      for (const [index, { from, waitingDays, end }] of spells.entries()) {
        assert.ok(from >= before && waitingDays >= 0);
        assert.ok(end !== null || index === spells.length - 1, 'only the last can be pending');
        if (!end) continue;
        assert.ok(waitingDays <= end.on - from);
        assert.ok(end.workingDays >= 0 && end.workingDays <= end.on - from);
        before = end.on;
      }
    }),
    { numRuns: 2000 },
  );
});

test('a percentile is the smallest number of days that so many cases did not exceed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 200 }),
      fc.constantFrom(50, 80, 90),
      (days, percent) => {
        const histogram = new Map<number, number>();
        for (const each of days) histogram.set(each, (histogram.get(each) ?? 0) + 1);
        const sorted = days.toSorted((one, other) => one - other);
        assert.equal(nearestRank(histogram, percent), sorted[Math.ceil((percent / 100) * days.length) - 1]);
        assert.equal(casesIn(histogram), days.length);
      },
    ),
  );
  assert.equal(nearestRank(new Map(), 50), undefined);
});

type Result = MeasuredDocument['results'][number];

const result = (
  at: string,
  method: VerificationMethod,
  what: VerificationResult,
  reason: DocumentReason | null = null,
): Result => ({ at, method, result: what, reason, verifier: method === 'human_review' ? 'ngo' : null });
const first = (replaces: boolean, ...results: Result[]) =>
  firstResultOf({ receivedAt: '2026-03-02T01:00:00Z', replaces, results }, INDONESIAN_CALENDAR);

test('a document is right the first time when its first result says so, and nobody had to hand it in again', () => {
  const machine = result('2026-03-02T01:00:01Z', 'format', 'pass');
  const day = dayOf('2026-03-05');
  assert.deepEqual(first(false, machine, result('2026-03-05T01:00:00Z', 'human_review', 'pass')), {
    on: day,
    verifier: 'ngo',
    right: true,
    turnaroundDays: 3,
  });
  assert.equal(
    first(false, machine, result('2026-03-05T01:00:00Z', 'human_review', 'inconclusive'))?.right,
    false,
  );
  assert.equal(first(true, result('2026-03-05T01:00:00Z', 'human_review', 'pass'))?.right, null);
  assert.deepEqual(first(false, result('2026-03-02T01:00:01Z', 'format', 'fail', 'corrupt')), {
    on: dayOf('2026-03-02'),
    verifier: null,
    right: false,
    turnaroundDays: null,
  });
  assert.equal(first(false, machine), undefined);
});

test('a document that a person accepted was right, whatever a machine could not confirm before', () => {
  const reasons = DOCUMENT_REASONS.filter((reason) => !UNUSABLE.includes(reason));
  for (const method of ['mrz_check_digits', 'mrz_vs_form', 'expiry'] as const) {
    for (const reason of reasons) {
      const machine = result('2026-03-02T01:00:01Z', method, 'fail', reason);
      assert.equal(first(false, machine), undefined);
      assert.deepEqual(first(false, machine, result('2026-03-05T01:00:00Z', 'human_review', 'pass')), {
        on: dayOf('2026-03-05'),
        verifier: 'ngo',
        right: true,
        turnaroundDays: 3,
      });
    }
  }
});
