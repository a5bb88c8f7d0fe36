// A PIN is read from whatever keyboard it is typed on, and nothing else is taken for one.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatPin, parsePin, PIN_LENGTH } from '@lintas/contract';

const pin = fc.nat({ max: 99_999_999 }).map((number) => String(number).padStart(PIN_LENGTH, '0'));

describe('a PIN', () => {
  test('is read back from the form in which it is shown, in every script of digits', () => {
    fc.assert(
      fc.property(pin, fc.constantFrom(0x30, 0x660, 0x6f0, 0x1040), (digits, zero) => {
        const shown = formatPin(digits);
        assert.match(shown, /^\d{4} \d{4}$/);
        const local = shown.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
        assert.equal(parsePin(`\u200f ${local}\u2069\n`), digits);
      }),
    );
  });

  test('of another length or with other characters is none', () => {
    for (const typed of [
      '',
      '1234567',
      '123456789',
      '1234567a',
      '1234567O',
      '1234567\u0967',
      '12.34567',
      '+1234567',
    ]) {
      assert.equal(parsePin(typed), undefined, typed);
    }
  });

  test('never makes reading fail, and is eight Latin digits when it is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (typed) => {
        const read = parsePin(typed);
        if (read !== undefined) assert.match(read, /^[0-9]{8}$/);
      }),
    );
  });
});
