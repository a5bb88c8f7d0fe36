// The check of the documents waits for the person exactly as long as something is to be sent.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECK_STATES, moveDocumentsCheck, type TaskKind, type TaskState } from '@lintas/contract';

const task = (kind: TaskKind, state: TaskState) => ({ kind, state });

test('the check of the documents goes on once nothing is to be sent any more, and not before', () => {
  const sent = [task('upload', 'sent'), task('upload', 'accepted'), task('upload', 'not_needed')];
  assert.equal(moveDocumentsCheck('waiting_on_you', sent, false), 'in_progress');
  assert.equal(moveDocumentsCheck('waiting_on_you', [...sent, task('pay', 'open')], false), 'in_progress');
  for (const state of ['open', 'rejected', 'overdue'] as const) {
    assert.equal(moveDocumentsCheck('waiting_on_you', [...sent, task('upload', state)], false), undefined);
  }
});

test('it goes back to the person with a task that was opened, and not for one that was there', () => {
  const missing = [task('upload', 'open')];
  assert.equal(moveDocumentsCheck('in_progress', missing, true), 'waiting_on_you');
  assert.equal(moveDocumentsCheck('in_progress', missing, false), undefined);
});

test('a check that neither waits for the person nor is being done stays as the authority left it', () => {
  const others = CHECK_STATES.filter((state) => state !== 'waiting_on_you' && state !== 'in_progress');
  for (const state of others) {
    assert.equal(moveDocumentsCheck(state, [], false), undefined);
    assert.equal(moveDocumentsCheck(state, [task('upload', 'open')], true), undefined);
  }
});
