// However a reference is typed or pasted, the same reference is read.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkReference, latinDigits, lintasReferences, parseReference } from '@lintas/contract';
import { RUNS, reference } from './references.ts';

/** First digit of each script that is read: Latin, Arabic, Persian and Urdu, Burmese. */
const zeros = ['0', '\u0660', '\u06f0', '\u1040'].map((zero) => zero.charCodeAt(0));

/** What may stand between two symbols without meaning anything. */
const fillers = [
  ...['', ' ', '  ', '\t', '\n', '\u00a0', '\u2009', '\u202f', '\u3000'],
  ...['-', '--', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uff0d', '\u00ad'],
  ...['\u200e', '\u200f', '\u061c', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'],
  ...['\u2066', '\u2067', '\u2068', '\u2069', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'],
  // The dashes of Arabic, Persian and Urdu keyboards.
  ...['\u0640', '\u06d4'],
];

/** Ways in which a person may write one symbol. */
function spellings(symbol: string): string[] {
  const letters = { '0': ['O', 'o'], '1': ['I', 'i', 'L', 'l'] }[symbol] ?? [];
  const digits = /\d/.test(symbol) ? zeros.map((zero) => String.fromCharCode(zero + Number(symbol))) : [];
  return [symbol, symbol.toLowerCase(), ...letters, ...digits];
}

const typed = reference.chain((written) => {
  const symbols = [...written.replaceAll('-', '')];
  const parts = symbols.map((symbol) =>
    fc.tuple(fc.constantFrom(...spellings(symbol)), fc.constantFrom(...fillers)),
  );
  return fc
    .tuple(fc.constantFrom(...fillers), ...parts)
    .map(([start, ...rest]) => ({ written, typing: start + rest.flat().join('') }));
});

describe('a typed reference', () => {
  test('is read in any case, spacing, dashes, script of digits and with marks of direction', () => {
    fc.assert(
      fc.property(typed, ({ written, typing }) => {
        assert.deepEqual(checkReference(typing), { kind: 'valid', reference: written });
      }),
      RUNS,
    );
  });

  for (const filler of fillers) {
    const name = [...filler].map((each) => `U+${each.charCodeAt(0).toString(16)}`).join(' ') || 'nothing';
    test(`is read with ${name} between its symbols`, () => {
      const [written = ''] = fc.sample(reference, { seed: 1, numRuns: 1 });
      assert.equal(parseReference([...written.replaceAll('-', '')].join(filler)), written);
    });
  }

  test('never makes the check fail, whatever it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom('0', 'Z', 'U', '\ud800', '\udfff', '\0', '-', '\u06f5'),
        maxLength: 20,
      }),
    );
    fc.assert(
      fc.property(anything, (typing) => {
        const checked = checkReference(typing);
        assert.ok(['empty', 'length', 'mistyped', 'valid'].includes(checked.kind));
      }),
      RUNS,
    );
  });

  test('is checked by the same rule through the interface that other formats plug in to', () => {
    fc.assert(
      fc.property(fc.string(), (typing) => {
        assert.deepEqual(lintasReferences.check(typing), checkReference(typing));
      }),
    );
  });
});

test('digits of every script that is read become Latin ones, and nothing else changes', () => {
  for (const zero of zeros) {
    const digits = Array.from({ length: 10 }, (_, digit) => String.fromCharCode(zero + digit)).join('');
    assert.equal(latinDigits(digits), '0123456789');
  }
  assert.equal(latinDigits('a\u065f\u066a\u06ef\u06fa\u103f\u104a'), 'a\u065f\u066a\u06ef\u06fa\u103f\u104a');
});
