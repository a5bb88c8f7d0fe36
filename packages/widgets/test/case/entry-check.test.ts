// What the form finds out before anything leaves the device.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeReference, lintasReferences, type ReferenceScheme } from '@lintas/contract/reference';
import { checkEntry, splitAtSlip } from '../../src/case/entry-check.ts';

const reference = composeReference('7K', new Uint8Array([1, 5, 9, 13, 17, 21, 25, 29]));

test('spaces, small letters and local digits are read as what they stand for', () => {
  const typed = reference.toLowerCase().replaceAll('-', ' ').replaceAll('1', '۱').replaceAll('5', '٥');
  assert.deepEqual(checkEntry(lintasReferences, ` ${typed} `, '۱۲۳۴ ٥٦٧٨'), {
    kind: 'ready',
    input: { reference, pin: '12345678' },
  });
});

test('both fields are told of at once', () => {
  assert.deepEqual(checkEntry(lintasReferences, '', ''), {
    kind: 'wrong',
    problems: { reference: { kind: 'empty' }, pin: 'missing' },
  });
  assert.deepEqual(checkEntry(lintasReferences, 'ABC', '123'), {
    kind: 'wrong',
    problems: { reference: { kind: 'length', typed: 3, expected: 12 }, pin: 'length' },
  });
});

test('a slip is pointed at in what was typed, and what was meant is suggested', () => {
  const wrong = reference.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
  const checked = checkEntry(lintasReferences, wrong, '12345678');
  assert.deepEqual(checked, {
    kind: 'wrong',
    problems: { reference: { kind: 'mistyped', position: 11, suggestion: reference }, pin: undefined },
  });
  assert.equal(splitAtSlip(wrong, 11).join('|'), `${wrong.slice(0, 13)}|${wrong.slice(13)}|`);
});

test('every place of a slip leaves the rest as it was typed', () => {
  for (let position = 0; position < 12; position++) {
    const [before, slip, after] = splitAtSlip('abcd efgh-jkmn', position);
    assert.equal(before + slip + after, 'abcd efgh-jkmn');
    assert.equal(slip, 'abcdefghjkmn'[position]);
  }
});

test('another authority’s format is checked and written by its own scheme', () => {
  const fileNumbers: ReferenceScheme = {
    id: 'file-numbers',
    check: (text) =>
      /^im\d+\/26$/i.test(text)
        ? { kind: 'valid', reference: text.toLowerCase() }
        : { kind: 'mistyped', position: 1 },
  };
  assert.deepEqual(checkEntry(fileNumbers, 'IM123/26', '12345678'), {
    kind: 'ready',
    input: { reference: 'im123/26', pin: '12345678' },
  });
  assert.deepEqual(checkEntry(fileNumbers, reference, '12345678'), {
    kind: 'wrong',
    problems: { reference: { kind: 'mistyped', position: 1 }, pin: undefined },
  });
  assert.deepEqual(splitAtSlip('in123/26', 1), ['i', 'n', '123/26']);
});
