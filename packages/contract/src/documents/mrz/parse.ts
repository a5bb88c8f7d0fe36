// Reads a machine-readable zone and checks all of its digits. Whatever is wrong with it is told beside what it says:
// a wrong digit is most often one that was misread.

import { fitsCheckDigit, mrzCheckDigit } from './check-digit.ts';
import { readBirthDate, readExpiryDate, type PartialDate } from './dates.ts';
import { findLayout, type CheckedField, type Layout, type MrzFormat } from './layouts.ts';
import { stateCode } from './states.ts';

/** What a check digit stands for; `composite` is the one over several fields. */
export type MrzCheck = CheckedField | 'optional' | 'composite';

/** What a machine-readable zone says. */
export interface Mrz {
  readonly format: MrzFormat;
  /** One or two letters: `P`, `PM`, `I`, `V` and so on. */
  readonly documentCode: string;
  /** State or organisation that issued it, as `stateCode` gives it. */
  readonly issuer: string;
  readonly surname: string;
  /** Empty for people with one name. */
  readonly givenNames: string;
  readonly documentNumber: string;
  readonly nationality: string;
  readonly birthDate?: PartialDate;
  /** `X`: not told. */
  readonly sex: 'F' | 'M' | 'X';
  readonly expiryDate?: PartialDate;
  /** What the issuer put into the fields for its own use, for example a personal number. */
  readonly optional: string;
  readonly optional2?: string;
  /** What does not fit its check digit, or is no date. None: everything that can be checked fits. */
  readonly wrong: readonly MrzCheck[];
}

/**
 * @param text two or three lines of capital letters, digits and `<`
 * @param today tells the century of dates
 * @returns `undefined` when it is no zone of TD1, TD2, TD3, MRV-A or MRV-B
 */
export function parseMrz(text: string, today: Date): Mrz | undefined {
  const lines = text.trim().split(/\r?\n/);
  const layout = findLayout(lines);
  const zone = lines.join('');
  if (!layout || !/^[A-Z][A-Z0-9<]+$/.test(zone)) return undefined;
  const read = ([start, end]: readonly [number, number]): string => zone.slice(start, end);
  const number = readNumber(zone, layout);
  const birth = readBirthDate(read(layout.birthDate), today);
  const expiry = readExpiryDate(read(layout.expiryDate), today);
  const checks: Partial<Record<MrzCheck, boolean>> = {
    documentNumber: number.fits,
    birthDate: birth.wellFormed && fits(zone, layout.birthDate),
    expiryDate: expiry.wellFormed && fits(zone, layout.expiryDate),
    ...(layout.optionalCheck !== undefined && { optional: fits(zone, layout.optional) }),
    ...(layout.composite && {
      composite: zone[layout.composite.at] === mrzCheckDigit(layout.composite.over.map(read).join('')),
    }),
  };
  const [surname = '', givenNames = ''] = read(layout.names).split(/<<+/).map(withoutFillers);
  return {
    format: layout.format,
    documentCode: withoutFillers(zone.slice(0, 2)),
    issuer: stateCode(zone.slice(2, 5)),
    surname,
    givenNames,
    documentNumber: number.value,
    nationality: stateCode(read(layout.nationality)),
    ...(birth.date !== undefined && { birthDate: birth.date }),
    sex: readSex(read(layout.sex)),
    ...(expiry.date !== undefined && { expiryDate: expiry.date }),
    optional: number.rest,
    ...(layout.optional2 && { optional2: withoutFillers(read(layout.optional2)) }),
    wrong: CHECKS.filter((check) => checks[check] === false),
  };
}

const CHECKS = [
  'documentNumber',
  'birthDate',
  'expiryDate',
  'optional',
  'composite',
] as const satisfies readonly MrzCheck[];

/** Whether a field fits the digit behind it. */
function fits(zone: string, [start, end]: readonly [number, number]): boolean {
  return fitsCheckDigit(zone.slice(start, end), zone.charAt(end));
}

/**
 * A number of more than nine characters has a filler where its digit would be, and goes on in the optional field, the
 * digit last (part 5, section 4.2.2; part 6, section 4.2.2). `rest` is what then remains of that field.
 */
function readNumber(
  zone: string,
  { documentNumber: [start, end], optional, longNumbers }: Layout,
): { readonly value: string; readonly fits: boolean; readonly rest: string } {
  const first = zone.slice(start, end);
  const field = zone.slice(...optional);
  const [tail = ''] = field.split('<', 1);
  if (!longNumbers || zone.charAt(end) !== '<' || tail.length < 2) {
    return { value: withoutFillers(first), fits: fits(zone, [start, end]), rest: withoutFillers(field) };
  }
  const value = first + tail.slice(0, -1);
  return {
    value,
    fits: tail.slice(-1) === mrzCheckDigit(value),
    rest: withoutFillers(field.slice(tail.length)),
  };
}

function readSex(symbol: string): Mrz['sex'] {
  return symbol === 'F' || symbol === 'M' ? symbol : 'X';
}

/** Fillers at the ends go, those between words are spaces. */
function withoutFillers(field: string): string {
  return field.replace(/^<+|<+$/g, '').replace(/<+/g, ' ');
}
