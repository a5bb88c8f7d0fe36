// What counts as a change on a person's screen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedParts } from '../../src/case/case-changes.ts';
import { caseView } from './case-fixture.ts';

test('a later look at the same case is no change', () => {
  const later = caseView({ checkedAt: '2026-11-24T09:00:00Z', sourceSyncedAt: '2026-11-24T08:59:00Z' });
  assert.deepEqual(changedParts(caseView(), later), []);
});

test('each part that a person can see is told by itself', () => {
  const after = caseView({
    status: 'action_required',
    checks: [{ kind: 'identity', state: 'completed', since: '2026-11-24T08:00:00Z' }],
    tasks: [{ id: 'photo', kind: 'upload', title: {}, state: 'open' }],
    estimate: null,
    decidedAt: '2026-11-24T08:00:00Z',
  });
  assert.deepEqual(changedParts(caseView(), after), [
    'status',
    'estimate',
    'decision',
    'check:identity',
    'task:photo',
  ]);
});
