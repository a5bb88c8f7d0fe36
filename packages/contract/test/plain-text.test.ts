// A line of text that somebody else's device wrote is made fit to be sent: whatever is in it, it is accepted then.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { plainText, toPlainText } from '@lintas/contract/core';

/** Any units of UTF-16, whole characters or not, with many of those that matter here. */
const units = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(0x09, 0x0a, 0x20, 0x85, 0x2028, 0x202b, 0x202e, 0x2066, 0x2069, 0xd83d, 0xde00),
    ),
    { maxLength: 40 },
  )
  .map((codes) => String.fromCharCode(...codes));

describe('a line of text', () => {
  test('is accepted after it was made fit, whatever it was', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 20 }), (text, longest) => {
        const line = toPlainText(text, longest);
        if (line !== undefined) assert.ok(plainText(longest).safeParse(line).success, JSON.stringify(line));
      }),
      { numRuns: 2000 },
    );
  });

  test('stays as it is where it was fit', () => {
    fc.assert(
      fc.property(units, (text) => {
        if (plainText(40).safeParse(text).success) assert.equal(toPlainText(text, 40), text);
      }),
    );
  });

  test('loses what is refused, and keeps the marks that scripts need', () => {
    assert.equal(toPlainText('\u202bسند\u202c\n\ud83d.jpg', 40), 'سند.jpg');
    assert.equal(toPlainText('می\u200cخواهم\u200f', 40), 'می\u200cخواهم\u200f');
  });

  test('that is too long keeps its end, and no half of a character', () => {
    assert.equal(toPlainText('ab😀.jpg', 5), '.jpg');
    assert.equal(toPlainText('ab😀.jpg', 6), '😀.jpg');
  });

  test('that nobody could read is none', () => {
    for (const text of ['', ' ', '\u2067\u2069', '\t\n', '\ud83d'])
      assert.equal(toPlainText(text, 40), undefined);
  });
});
