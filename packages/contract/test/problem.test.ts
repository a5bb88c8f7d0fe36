// Errors are told in one shape, with a name that never changes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProblemCode, Problem, problem, problemCode, PROBLEMS } from '@lintas/contract';

const codes = Object.keys(PROBLEMS).filter(isProblemCode);

test('every problem has a type, an error status and a sentence, and is read back by its code', () => {
  for (const code of codes) {
    const { type, title, status } = Problem.parse(problem(code));
    assert.equal(type, `urn:lintas:problem:${code}`);
    assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(status >= 400 && status < 600, code);
    assert.match(title, /^[A-Z].*\.$/);
    assert.equal(problemCode({ type }), code);
  }
});

test('a problem says what was added to it, and its code still decides type, title and status', () => {
  const told = problem('too-many-requests', { requestId: 'r-1', retryAfter: 30 });
  assert.deepEqual(told, { ...problem('too-many-requests'), requestId: 'r-1', retryAfter: 30 });
});

test('a type that this version does not know has no code', () => {
  for (const type of [
    '',
    'about:blank',
    'not-found',
    'urn:lintas:problem:',
    'urn:lintas:problem:constructor',
    'urn:lintas:problem:of-tomorrow',
  ]) {
    assert.equal(problemCode({ type }), undefined, type);
  }
});

test('an unknown reference and a wrong PIN are one problem', () => {
  assert.deepEqual(
    codes.filter((code) => /lookup|pin|reference/.test(code)),
    ['lookup-failed'],
  );
});
