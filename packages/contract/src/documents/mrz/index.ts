// Machine-readable zones of passports, cards and visas. An entry of its own: pages that read none do not load it.

export { mrzCheckDigit } from './check-digit.ts';
export type { PartialDate } from './dates.ts';
export type { MrzFormat } from './layouts.ts';
export { parseMrz, type Mrz, type MrzCheck } from './parse.ts';
export { isStateCode, isWithoutNationality, stateCode } from './states.ts';
