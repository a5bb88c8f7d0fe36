// The state machine of a case, against the table that was agreed on.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  decideTransition,
  isFinal,
  PHASES,
  phaseOf,
  STATUSES,
  TRANSITIONS,
  type Status,
} from '@lintas/contract';

/** The agreed table, written out by hand. `<` marks a step back. */
const AGREED: Record<string, string> = {
  draft: 'submitted withdrawn',
  submitted: 'payment_due received returned withdrawn',
  payment_due: 'received expired withdrawn',
  returned: 'submitted expired withdrawn',
  received: 'in_review action_required <returned transferred withdrawn',
  in_review:
    'action_required appointment_set with_other_body on_hold ready_for_decision transferred withdrawn',
  action_required: 'in_review on_hold expired withdrawn',
  appointment_set: 'appointment_set in_review action_required withdrawn',
  with_other_body: 'in_review action_required on_hold withdrawn',
  on_hold: 'in_review action_required withdrawn',
  ready_for_decision: 'decided <in_review',
  decided: 'document_ready completed under_appeal',
  document_ready: 'completed <on_hold',
  under_appeal: 'in_review decided withdrawn',
  transferred: 'received',
  expired: 'received',
  completed: 'under_appeal',
  withdrawn: '',
};

const agreed = (from: Status): string[] => AGREED[from]?.split(' ').filter((to) => to !== '') ?? [];

/** Every status that a case may come to from `start`, itself included. */
function reachableFrom(start: Status): Set<Status> {
  const reached = new Set([start]);
  // A set also visits what is added while it is walked through.
  for (const status of reached) TRANSITIONS[status].forEach((next) => reached.add(next));
  return reached;
}

describe('a case', () => {
  test('has 18 statuses, 52 transitions and 5 phases', () => {
    assert.equal(new Set(STATUSES).size, 18);
    assert.deepEqual(Object.keys(TRANSITIONS).toSorted(), [...STATUSES].toSorted());
    assert.equal(Object.values(TRANSITIONS).flat().length, 52);
    assert.deepEqual(PHASES, ['sent', 'received', 'checks', 'decision', 'document']);
  });

  for (const from of STATUSES) {
    test(`may go from ${from} where the table says, and nowhere else`, () => {
      for (const to of STATUSES) {
        const decision = decideTransition(from, to);
        const [forward, back] = [agreed(from).includes(to), agreed(from).includes(`<${to}`)];
        if (forward || back) {
          assert.deepEqual(decision, { allowed: true, change: back ? 'regression' : 'progress' });
        } else {
          const alternatives = agreed(from).map((each) => each.replace('<', ''));
          assert.deepEqual(decision, { allowed: false, from, alternatives });
        }
      }
    });
  }

  test('can come to every status from a draft', () => {
    assert.deepEqual([...reachableFrom('draft')].toSorted(), [...STATUSES].toSorted());
  });

  test('can end, wherever it stands', () => {
    for (const status of STATUSES) assert.ok([...reachableFrom(status)].some(isFinal), status);
  });

  test('is finished when completed or withdrawn, and never otherwise', () => {
    assert.deepEqual(STATUSES.filter(isFinal), ['completed', 'withdrawn']);
  });
});

describe('the phase that is shown', () => {
  test('is one of five, whatever the status and the phase before', () => {
    for (const status of STATUSES) {
      for (const reached of PHASES) assert.ok(PHASES.includes(phaseOf(status, reached)));
    }
  });

  test('stays where it was when the case is withdrawn or expires, and else follows the status alone', () => {
    for (const status of STATUSES) {
      const phases = PHASES.map((reached) => phaseOf(status, reached));
      if (status === 'withdrawn' || status === 'expired') assert.deepEqual(phases, PHASES);
      else assert.equal(new Set(phases).size, 1);
    }
  });

  test('begins with the sending and comes to the document', () => {
    assert.equal(phaseOf('draft', 'document'), 'sent');
    assert.equal(phaseOf('received', 'sent'), 'received');
    assert.equal(phaseOf('in_review', 'sent'), 'checks');
    assert.equal(phaseOf('decided', 'sent'), 'decision');
    assert.equal(phaseOf('completed', 'sent'), 'document');
  });
});
