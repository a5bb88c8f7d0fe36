// A machine-readable zone is read as ICAO Doc 9303 has it, and what was misread is noticed.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isStateCode, isWithoutNationality, mrzCheckDigit, parseMrz, stateCode } from '@lintas/contract/mrz';
import fc from 'fast-check';
import { parse as parseByNpm } from 'mrz';
import { compose, SPECIMENS, SYMBOLS, valueOf, zone } from './mrz-zones.ts';

const RUNS = { numRuns: 2_000 };
const TODAY = new Date('2026-03-02T00:00:00Z');

describe('a machine-readable zone', () => {
  test('is read back as it was composed, in all five formats', () => {
    fc.assert(
      fc.property(zone, ({ format, fields, birthDate, expiryDate, text }) => {
        const mrz = parseMrz(text, TODAY);
        assert.ok(mrz);
        assert.deepEqual(mrz.wrong, []);
        assert.equal(mrz.format, format);
        assert.equal(mrz.documentNumber, fields.number);
        assert.equal(mrz.documentCode, fields.code);
        assert.equal([mrz.surname, mrz.givenNames].filter(Boolean).join('<<'), fields.names);
        assert.equal(mrz.issuer, stateCode(fields.issuer));
        assert.equal(mrz.nationality, stateCode(fields.nationality));
        assert.equal(mrz.sex, fields.sex === '<' ? 'X' : fields.sex);
        assert.equal(mrz.birthDate, birthDate);
        assert.equal(mrz.expiryDate, expiryDate);
        if (format !== 'TD1' || fields.number.length <= 9) assert.equal(mrz.optional, fields.optional);
        assert.equal(mrz.optional2, format === 'TD1' ? fields.optional2 : undefined);
      }),
      RUNS,
    );
  });

  // The scheme itself cannot tell symbols whose values are the same modulo 10: 0 < A K U, 1 B L V, 2 C M W and so on.
  test('shows every single symbol that was misread in a protected field, but for those of the same value modulo 10', () => {
    fc.assert(
      fc.property(zone, fc.nat(), fc.constantFrom(...SYMBOLS), (sample, place, symbol) => {
        const lines = sample.text.split('\n');
        const places = protectedPlaces(sample.format, lines);
        const at = places[place % places.length];
        assert.ok(at !== undefined);
        const before = sample.text.charAt(at);
        fc.pre(valueOf(before) % 10 !== valueOf(symbol) % 10);
        const mrz = parseMrz(sample.text.slice(0, at) + symbol + sample.text.slice(at + 1), TODAY);
        assert.ok(mrz && mrz.wrong.length > 0, `${before} became ${symbol} at ${at} in\n${sample.text}`);
      }),
      { numRuns: 10_000 },
    );
  });

  test('shows two neighbours in a date that were swapped, but for those whose values differ by five', () => {
    fc.assert(
      fc.property(zone, fc.nat({ max: 4 }), ({ format, fields }, at) => {
        const { birth } = fields;
        fc.pre((Number(birth[at]) - Number(birth[at + 1])) % 5 !== 0);
        const swapped = birth.slice(0, at) + birth.charAt(at + 1) + birth.charAt(at) + birth.slice(at + 2);
        const text = compose(format, fields).replace(birth, swapped);
        fc.pre(text !== compose(format, fields));
        assert.ok((parseMrz(text, TODAY)?.wrong.length ?? 1) > 0, text);
      }),
      RUNS,
    );
  });

  test('letters in the place of digits are no date, whatever their value', () => {
    const specimen = SPECIMENS['TD3'] ?? '';
    // A counts as 0, modulo 10: 7408122 and 74A8122 have the same digit.
    assert.deepEqual(parseMrz(specimen.replace('7408122', '74A8122'), TODAY)?.wrong, ['birthDate']);
  });

  for (const [name, text] of Object.entries(SPECIMENS)) {
    test(`the specimen of ${name} fits, and reads as the npm package mrz reads it`, () => {
      const mrz = parseMrz(text, TODAY);
      assert.ok(mrz);
      assert.deepEqual(mrz.wrong, []);
      const { fields, documentNumber } = parseByNpm(text.split('\n'));
      assert.equal(mrz.surname, fields.lastName);
      assert.equal(mrz.givenNames, fields.firstName);
      assert.equal(mrz.documentNumber, documentNumber);
      assert.equal(mrz.birthDate?.slice(2).replaceAll('-', ''), fields.birthDate);
      assert.equal(mrz.expiryDate?.slice(2).replaceAll('-', ''), fields.expirationDate);
      assert.equal({ F: 'female', M: 'male', X: 'nonspecified' }[mrz.sex], fields.sex);
    });
  }

  test('agrees with the npm package mrz on which passports and cards fit', () => {
    fc.assert(
      fc.property(
        zone,
        fc.nat({ max: 89 }),
        fc.constantFrom(...'0123456789'),
        ({ format, text }, at, symbol) => {
          // It has no format for visas, and takes no letter for a digit.
          fc.pre(!format.startsWith('MRV') && /\d/.test(text.charAt(at)));
          const changed = text.slice(0, at) + symbol + text.slice(at + 1);
          const theirs = parseByNpm(changed.split('\n')).details;
          const wrongDigit = theirs.some(({ field, valid }) => field?.endsWith('CheckDigit') && !valid);
          const wrongDate = theirs.some(({ field, valid }) => field?.endsWith('Date') && !valid);
          assert.equal((parseMrz(changed, TODAY)?.wrong.length ?? 0) > 0, wrongDigit || wrongDate, changed);
        },
      ),
      RUNS,
    );
  });
});

describe('what stands in it', () => {
  const td3 = (birth: string, expiry = '300101', rest: Partial<Parameters<typeof compose>[1]> = {}) =>
    parseMrz(
      compose('TD3', {
        ...{ code: 'P', issuer: 'IDN', names: 'SUHARTO', number: 'A1234567', nationality: 'IDN' },
        ...{ birth, sex: 'M', expiry, optional: '', optional2: '', ...rest },
      }),
      TODAY,
    );

  test('a birth lies in the past, an end within half a century', () => {
    assert.equal(td3('260302')?.birthDate, '2026-03-02');
    assert.equal(td3('260303')?.birthDate, '1926-03-03');
    assert.equal(td3('270101')?.birthDate, '1927-01-01');
    assert.equal(td3('000229')?.birthDate, '2000-02-29');
    assert.equal(td3('800101', '751231')?.expiryDate, '2075-12-31');
    assert.equal(td3('800101', '760101')?.expiryDate, '1976-01-01');
  });

  test('days that do not exist are shown', () => {
    assert.deepEqual(td3('230229')?.wrong, ['birthDate']);
    assert.deepEqual(td3('801301')?.wrong, ['birthDate']);
    assert.deepEqual(td3('800101', '300431')?.wrong, ['expiryDate']);
  });

  test('a birth of which nobody knows the day or the month is right', () => {
    assert.deepEqual([td3('74<<<<')?.birthDate, td3('74<<<<')?.wrong], ['1974', []]);
    assert.deepEqual([td3('7408<<')?.birthDate, td3('7408<<')?.wrong], ['1974-08', []]);
    assert.deepEqual([td3('740000')?.birthDate, td3('740000')?.wrong], ['1974', []]);
    assert.deepEqual([td3('<<<<<<')?.birthDate, td3('<<<<<<')?.wrong], [undefined, []]);
  });

  test('people with one name have one', () => {
    assert.deepEqual([td3('800101')?.surname, td3('800101')?.givenNames], ['SUHARTO', '']);
  });

  test('the digit of an empty personal number may be a filler or 0', () => {
    const filler = `P<IDN${'SUHARTO'.padEnd(39, '<')}\nA1234567<${mrzCheckDigit('A1234567<')}IDN8001014M3001019`;
    for (const end of ['<', '0']) {
      const covered = `A1234567<${mrzCheckDigit('A1234567<')}80010143001019${'<'.repeat(14)}${end}`;
      const text = `${filler}${'<'.repeat(14)}${end}${mrzCheckDigit(covered)}`;
      assert.deepEqual(parseMrz(text, TODAY)?.wrong, [], text);
    }
  });

  test('Germany writes D; persons without a nationality have codes; Utopia is no state', () => {
    assert.equal(stateCode('D<<'), 'DEU');
    assert.ok(['D', 'DEU', 'IDN', 'XXA', 'XXB', 'UNO', 'RKS'].every(isStateCode));
    assert.ok(!['UTO', 'DDD', 'BWA'.slice(1), ''].some(isStateCode));
    assert.ok(isWithoutNationality('XXB') && !isWithoutNationality('IDN'));
  });

  test('anything else is no zone', () => {
    for (const text of [
      '',
      'P<UTO',
      'a'.repeat(44),
      `${'A'.repeat(44)}\n${'A'.repeat(43)}`,
      '<'.repeat(44),
    ]) {
      assert.equal(parseMrz(text, TODAY), undefined);
    }
  });
});

/** Positions in the text of what some check digit covers, the digits included. */
function protectedPlaces(format: string, lines: readonly string[]): number[] {
  const line = (index: number, spans: readonly (readonly [number, number])[]): number[] => {
    const start = lines.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
    return spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => start + from + at));
  };
  const dates = [
    [0, 10],
    [13, 20],
    [21, 28],
  ] as const;
  switch (format) {
    case 'TD1':
      return [
        ...line(0, [[5, 30]]),
        ...line(1, [
          [0, 7],
          [8, 15],
          [18, 30],
        ]),
      ];
    case 'TD2':
      return line(1, [...dates, [28, 36]]);
    case 'TD3':
      return line(1, [...dates, [28, 44]]);
    default:
      return line(1, dates);
  }
}
