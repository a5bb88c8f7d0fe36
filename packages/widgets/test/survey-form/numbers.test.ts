// Numbers are read as people write them, in any script and with the separators of their language.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readNumber } from '../../src/survey-form/numbers.ts';

const cases: readonly (readonly [typed: string, lang: string, number: number | undefined])[] = [
  ['12', 'en', 12],
  [' 1 234 ', 'en', 1234],
  ['1,234', 'en', 1234],
  ['1.234', 'id', 1234],
  ['1.234', 'en', 1.234],
  ['1,5', 'id', 1.5],
  ['1.5', 'id', 1.5],
  ['1,5', 'en', 1.5],
  ['1.234,5', 'en', 1234.5],
  ['1,234.5', 'id', 1234.5],
  ['1.234.567', 'en', 1_234_567],
  ['١٢٣', 'ar', 123],
  ['۱۲٫۵', 'fa', 12.5],
  ['၁၂', 'my', 12],
  ['𝟏𝟐', 'en', 12],
  ['−3', 'en', -3],
  ['', 'en', undefined],
  ['twelve', 'en', undefined],
  ['1.2.3', 'en', undefined],
  ['1e5', 'en', undefined],
  ['12,34.5', 'en', undefined],
  ['0x10', 'en', undefined],
];

describe('a number that a person typed', () => {
  for (const [typed, lang, number] of cases) {
    test(`${typed} in ${lang} is ${number ?? 'none'}`, () => assert.equal(readNumber(typed, lang), number));
  }
});
