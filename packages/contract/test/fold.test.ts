// All events of a case add up to the case, again and again the same.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  compareInstants,
  emptyCase,
  foldEvent,
  openTasks,
  phaseOf,
  TRANSITIONS,
  type CaseState,
} from '@lintas/contract';
import { appointment, caseAt, FILED_AT, history, news, placed } from './events.ts';
import { text } from './samples.ts';

/** Each state of a history beside the one before it. */
const steps = ({ start, states }: { start: CaseState; states: readonly CaseState[] }) =>
  states.map((after, index) => ({ before: states[index - 1] ?? start, after, index }));

describe('the events of a case', () => {
  test('give the stored case when they are added up again', () => {
    fc.assert(
      fc.property(history, ({ start, events, states }) => {
        assert.deepEqual(events.reduce(foldEvent, start), states.at(-1) ?? start);
      }),
    );
  });

  test('give the same case after a journey through JSON', () => {
    fc.assert(
      fc.property(history, ({ start, events, states }) => {
        const copies: typeof events = JSON.parse(JSON.stringify(events));
        assert.deepEqual(copies.reduce(foldEvent, start), states.at(-1) ?? start);
      }),
    );
  });

  test('leave the state they are added to as it was', () => {
    fc.assert(
      fc.property(history, ({ start, events }) => {
        const untouched = structuredClone(start);
        events.reduce(foldEvent, start);
        assert.deepEqual(start, untouched);
      }),
    );
  });

  test('are counted without gap, and keep to the allowed ways and their phases', () => {
    fc.assert(
      fc.property(history, (each) => {
        for (const { before, after, index } of steps(each)) {
          assert.equal(after.seq, before.seq + 1);
          const moved = each.events[index]?.to !== undefined;
          if (moved) assert.ok(TRANSITIONS[before.status].includes(after.status));
          else assert.equal(after.status, before.status);
          assert.equal(after.phase, phaseOf(after.status, before.phase));
        }
      }),
    );
  });

  test('never move the last change backwards, and move it only when the person can see why', () => {
    fc.assert(
      fc.property(history, (each) => {
        for (const { before, after, index } of steps(each)) {
          const moved = compareInstants(after.lastMeaningfulChangeAt, before.lastMeaningfulChangeAt);
          assert.ok(moved >= 0);
          if (moved > 0) {
            assert.equal(each.events[index]?.visibility, 'applicant');
            assert.equal(after.lastMeaningfulChangeAt, each.events[index]?.at);
          }
        }
      }),
    );
  });

  test('that are hidden change nothing but the count', () => {
    fc.assert(
      fc.property(history, (each) => {
        for (const { before, after, index } of steps(each)) {
          if (each.events[index]?.visibility === 'applicant') continue;
          assert.deepEqual({ ...after, seq: before.seq }, before);
        }
      }),
    );
  });

  test('have one check of a kind and one task of an id', () => {
    fc.assert(
      fc.property(history, ({ states }) => {
        for (const { checks, tasks } of states) {
          assert.equal(new Set(checks.map(({ kind }) => kind)).size, checks.length);
          assert.equal(new Set(tasks.map(({ id }) => id)).size, tasks.length);
        }
      }),
    );
  });
});

describe('one event', () => {
  const at = (status: 'received') => caseAt(status);

  test('that lies within the second of the last change, but before it, does not move it back', () => {
    const state = { ...at('received'), lastMeaningfulChangeAt: '2026-02-01T03:00:00.500Z' };
    const after = foldEvent(state, placed({ ...news, at: '2026-02-01T03:00:00Z' }, 1));
    assert.equal(after.lastMeaningfulChangeAt, '2026-02-01T03:00:00.500Z');
  });

  test('replaces a check of the same kind in its place and leaves the others', () => {
    const since = news.at;
    const first = foldEvent(
      at('received'),
      placed(
        {
          ...news,
          checks: [
            { kind: 'payment', state: 'not_started', since },
            { kind: 'identity', state: 'not_started', since },
          ],
        },
        1,
      ),
    );
    const second = foldEvent(
      first,
      placed(
        {
          ...news,
          checks: [
            { kind: 'medical', state: 'exempt', since },
            { kind: 'payment', state: 'completed', since },
          ],
        },
        2,
      ),
    );
    assert.deepEqual(
      second.checks.map(({ kind, state }) => `${kind} ${state}`),
      ['payment completed', 'identity not_started', 'medical exempt'],
    );
  });

  test('takes away what it sets to null, and leaves what it does not name', () => {
    const set = foldEvent(
      at('received'),
      placed({ ...news, appointment, payment: { amount: '1', currency: 'IDR' } }, 1),
    );
    const cleared = foldEvent(set, placed({ ...news, appointment: null }, 2));
    assert.equal(cleared.appointment, null);
    assert.deepEqual(cleared.payment, { amount: '1', currency: 'IDR' });
  });
});

test('a case that is withdrawn or expires stays in the phase it had reached', () => {
  const reviewed = foldEvent(caseAt('received'), placed({ ...news, to: 'in_review' }, 1));
  const withdrawn = foldEvent(reviewed, placed({ ...news, to: 'withdrawn' }, 2));
  assert.deepEqual([withdrawn.status, withdrawn.phase], ['withdrawn', 'checks']);
});

test('a case begins at zero, in the phase of its first status', () => {
  assert.deepEqual(emptyCase('draft', FILED_AT), { ...caseAt('submitted'), status: 'draft' });
});

test('tasks that wait for the person come first by their deadline, without one last', () => {
  const task = (id: string, state: string, at?: string) => ({
    id,
    state,
    title: text,
    ...(at ? { due: { at, zone: 'UTC' } } : {}),
  });
  const tasks = [
    task('none', 'open'),
    task('late', 'rejected', '2026-05-01T00:00:00Z'),
    task('half', 'overdue', '2026-04-01T00:00:00.5Z'),
    task('soon', 'open', '2026-04-01T00:00:00Z'),
    task('done', 'accepted', '2026-01-01T00:00:00Z'),
    task('newer', 'state_of_tomorrow'),
  ];
  assert.deepEqual(
    openTasks(tasks).map(({ id }) => id),
    ['soon', 'half', 'late', 'none'],
  );
  assert.equal(tasks[0]?.id, 'none');
});
