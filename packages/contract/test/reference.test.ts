// A reference finds the slips that people make when they copy it from paper.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  checkReference,
  composeReference,
  parseReference,
  REFERENCE_LENGTH,
  SYMBOLS,
} from '@lintas/contract';
import { RUNS, reference, symbol } from './references.ts';

const place = fc.nat({ max: REFERENCE_LENGTH - 1 });
const plain = (written: string): string[] => [...written.replaceAll('-', '')];
const kindOf = (symbols: readonly string[]): string => checkReference(symbols.join('')).kind;

describe('a reference', () => {
  test('has the form XXXX-XXXX-XXXX, begins with its issuer and is valid', () => {
    fc.assert(
      fc.property(
        fc.tuple(symbol, symbol),
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        ([first, second], random) => {
          const written = composeReference(first + second, random);
          assert.match(written, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
          assert.ok(written.startsWith(first + second));
          assert.deepEqual(checkReference(written), { kind: 'valid', reference: written });
          assert.equal(parseReference(written), written);
        },
      ),
      RUNS,
    );
  });

  test('keeps all 40 random bits', () => {
    const fields = Array.from({ length: 8 }, (_, index) =>
      SYMBOLS.split('').map((_, value) => composeReference('7K', new Uint8Array(8).with(index, value))),
    );
    assert.equal(new Set(fields.flat()).size, 8 * 31 + 1);
  });

  test('is not composed from a wrong issuer or a wrong number of random bytes', () => {
    for (const issuer of ['', '7', '7KX', '7U', '7k', '--']) {
      assert.throws(() => composeReference(issuer, new Uint8Array(8)), RangeError, issuer);
    }
    for (const length of [0, 7, 9]) {
      assert.throws(() => composeReference('7K', new Uint8Array(length)), RangeError);
    }
  });
});

describe('a slip in a reference', () => {
  test('in one symbol is detected, located and corrected, wherever it is and whatever it is', () => {
    fc.assert(
      fc.property(reference, place, symbol, (written, position, wrong) => {
        const symbols = plain(written);
        fc.pre(symbols[position] !== wrong);
        assert.deepEqual(checkReference(symbols.with(position, wrong).join('')), {
          kind: 'mistyped',
          position,
          suggestion: written,
        });
      }),
      RUNS,
    );
  });

  test('with a character that no reference has is located and corrected', () => {
    fc.assert(
      fc.property(
        reference,
        place,
        fc.constantFrom('U', 'u', '?', 'é', '世', '😀'),
        (written, position, wrong) => {
          assert.deepEqual(checkReference(plain(written).with(position, wrong).join('')), {
            kind: 'mistyped',
            position,
            suggestion: written,
          });
        },
      ),
      RUNS,
    );
  });

  test('that swaps two neighbours or jumps over one is detected', () => {
    fc.assert(
      fc.property(reference, place, fc.constantFrom(1, 2), (written, position, distance) => {
        const symbols = plain(written);
        const [one, other] = [symbols[position], symbols[position + distance]];
        fc.pre(one !== undefined && other !== undefined && one !== other);
        assert.equal(kindOf(symbols.with(position, other).with(position + distance, one)), 'mistyped');
      }),
      RUNS,
    );
  });

  test('in any two symbols is detected', () => {
    fc.assert(
      fc.property(reference, place, place, symbol, symbol, (written, first, second, one, other) => {
        const symbols = plain(written);
        fc.pre(first !== second && symbols[first] !== one && symbols[second] !== other);
        assert.equal(kindOf(symbols.with(first, one).with(second, other)), 'mistyped');
      }),
      RUNS,
    );
  });

  test('in length is told with both lengths', () => {
    fc.assert(
      fc.property(reference, fc.nat({ max: 30 }), (written, typed) => {
        fc.pre(typed !== REFERENCE_LENGTH);
        const cut = plain(written + written + written)
          .slice(0, typed)
          .join('');
        const expected =
          typed === 0 ? { kind: 'empty' } : { kind: 'length', typed, expected: REFERENCE_LENGTH };
        assert.deepEqual(checkReference(cut), expected);
      }),
    );
  });

  test('in two characters that no reference has offers no correction', () => {
    assert.deepEqual(checkReference('UU00-0000-0000'), { kind: 'mistyped', position: 0 });
  });
});

describe('a suggestion', () => {
  test('is itself a valid reference, and is only ever offered: the server takes none', () => {
    fc.assert(
      fc.property(
        fc.array(symbol, { minLength: REFERENCE_LENGTH, maxLength: REFERENCE_LENGTH }),
        (symbols) => {
          const checked = checkReference(symbols.join(''));
          if (checked.kind !== 'mistyped') return;
          assert.equal(parseReference(symbols.join('')), undefined);
          if (checked.suggestion === undefined) return;
          assert.equal(parseReference(checked.suggestion), checked.suggestion);
          assert.equal(plain(checked.suggestion).filter((each, index) => each !== symbols[index]).length, 1);
        },
      ),
      RUNS,
    );
  });
});
