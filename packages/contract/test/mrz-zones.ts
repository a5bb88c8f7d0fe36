// Machine-readable zones, composed from fields by a second reading of ICAO Doc 9303: each line is written out as the
// standard's figures have it, with check digits counted here.

import fc from 'fast-check';

export interface Fields {
  readonly code: string;
  readonly issuer: string;
  readonly names: string;
  readonly number: string;
  readonly nationality: string;
  readonly birth: string;
  readonly sex: string;
  readonly expiry: string;
  readonly optional: string;
  readonly optional2: string;
}

export type Format = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';
export const FORMATS: readonly Format[] = ['TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B'];

export const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';
export const valueOf = (symbol: string): number => (symbol === '<' ? 0 : SYMBOLS.indexOf(symbol));

export function digit(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += valueOf(text.charAt(at)) * ([7, 3, 1][at % 3] ?? 0);
  return sum % 10;
}

const pad = (text: string, length: number): string => text.padEnd(length, '<').slice(0, length);
const withDigit = (text: string): string => text + digit(text);

export function compose(format: Format, fields: Fields): string {
  const { code, issuer, names, number, nationality, birth, sex, expiry, optional, optional2 } = fields;
  const begin = pad(code, 2) + pad(issuer, 3);
  // A long number: nine characters, a filler, and the rest with its digit at the beginning of the optional field.
  const isLong = number.length > 9;
  const numbered = isLong ? number.slice(0, 9) + '<' : withDigit(pad(number, 9));
  const extra = (isLong ? number.slice(9) + digit(number) + '<' : '') + optional;
  const dates = withDigit(birth) + sex + withDigit(expiry);
  const middle = numbered + pad(nationality, 3) + dates;
  switch (format) {
    case 'TD1': {
      const first = begin + numbered + pad(extra, 15);
      const second = dates + pad(nationality, 3) + pad(optional2, 11);
      const covered = first.slice(5) + withDigit(birth) + withDigit(expiry) + pad(optional2, 11);
      return [first, second + digit(covered), pad(names, 30)].join('\n');
    }
    case 'TD2': {
      const covered = numbered + withDigit(birth) + withDigit(expiry) + pad(extra, 7);
      return [begin + pad(names, 31), middle + pad(extra, 7) + digit(covered)].join('\n');
    }
    case 'TD3': {
      const personal = withDigit(pad(optional, 14));
      const covered = numbered + withDigit(birth) + withDigit(expiry) + personal;
      return [begin + pad(names, 39), middle + personal + digit(covered)].join('\n');
    }
    case 'MRV-A':
      return [begin + pad(names, 39), middle + pad(optional, 16)].join('\n');
    case 'MRV-B':
      return [begin + pad(names, 31), middle + pad(optional, 8)].join('\n');
  }
}

const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength, maxLength });
const alphanumeric = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...SYMBOLS.slice(0, 36)), minLength, maxLength });

/** Days that exist, in 1978 to 2026 for births and in 2027 to 2070 for ends. */
const day = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

export interface Zone {
  readonly format: Format;
  readonly fields: Fields;
  readonly birthDate: string;
  readonly expiryDate: string;
  readonly text: string;
}

const shortDate = (date: string): string => date.slice(2).replaceAll('-', '');

/** Any zone whose digits all fit. */
export const zone: fc.Arbitrary<Zone> = fc
  .record({
    format: fc.constantFrom(...FORMATS),
    issuer: fc.constantFrom('IDN', 'D', 'MMR', 'AFG', 'UNO', 'XOM', 'ERI'),
    nationality: fc.constantFrom('IDN', 'D', 'XXA', 'XXB', 'MMR', 'SOM'),
    surname: letters(1, 12),
    givenNames: fc.option(letters(1, 12), { nil: '' }),
    short: alphanumeric(6, 9),
    long: alphanumeric(10, 13),
    isLong: fc.boolean(),
    birthDate: day('1930-01-01', '2026-03-01'),
    expiryDate: day('1980-01-01', '2070-12-31'),
    sex: fc.constantFrom('F', 'M', '<'),
    optional: alphanumeric(0, 7),
    optional2: alphanumeric(0, 11),
  })
  .map(({ format, surname, givenNames, short, long, isLong, birthDate, expiryDate, ...rest }) => {
    const number = isLong && format === 'TD1' ? long : short;
    const code = format.startsWith('MRV') ? 'V' : format === 'TD3' ? 'P' : 'I';
    const names = givenNames === '' ? surname : `${surname}<<${givenNames}`;
    const birth = shortDate(birthDate);
    const expiry = shortDate(expiryDate);
    const fields = { code, number, names, birth, expiry, ...rest };
    return { format, fields, birthDate, expiryDate, text: compose(format, fields) };
  });

/** The specimens of ICAO Doc 9303, parts 4 to 7. */
export const SPECIMENS: Readonly<Record<string, string>> = {
  TD3: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
  TD1: 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  'TD1 with a long number':
    'I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<',
  TD2: 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6',
  'TD2 with a long number': 'I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nD23145890<UTO3407127M95071227349<<<8',
  'MRV-A': 'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<',
  'MRV-B': 'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<',
};
