// The Lintas reference, `XXXX-XXXX-XXXX`: 2 issuer + 8 random + 2 check symbols.
// A person copies it from paper, so a slip is found on their own device, before anything is sent.

import { checkSymbols, isCodeword, locateError } from './reed-solomon.ts';
import type { ReferenceCheck, ReferenceScheme } from './scheme.ts';
import { SYMBOLS, typedSymbols } from './symbols.ts';

/** Symbols of a reference, dashes not counted. */
export const REFERENCE_LENGTH = 12;
const ISSUER_LENGTH = 2;
const RANDOM_LENGTH = 8;

/**
 * Composes a reference.
 *
 * @param issuer two symbols that name the issuing authority and nothing else
 * @param random eight bytes from a cryptographic source; the low five bits of each are used (40 bits)
 * @throws RangeError when either has the wrong length or the issuer has other characters
 */
export function composeReference(issuer: string, random: Uint8Array): string {
  const prefix = [...issuer].map((symbol) => SYMBOLS.indexOf(symbol));
  if (prefix.length !== ISSUER_LENGTH || prefix.includes(-1)) {
    throw new RangeError(`An issuer is ${ISSUER_LENGTH} symbols of ${SYMBOLS}.`);
  }
  if (random.length !== RANDOM_LENGTH)
    throw new RangeError(`A reference takes ${RANDOM_LENGTH} random bytes.`);
  const data = [...prefix, ...Array.from(random, (byte) => byte & 31)];
  return grouped([...data, ...checkSymbols(data)]);
}

/** Checks what a person typed, and suggests a correction where a single slip explains it. */
export function checkReference(text: string): ReferenceCheck {
  const typed = [...typedSymbols(text)];
  if (typed.length === 0) return { kind: 'empty' };
  if (typed.length !== REFERENCE_LENGTH)
    return { kind: 'length', typed: typed.length, expected: REFERENCE_LENGTH };

  const word = typed.map((character) => SYMBOLS.indexOf(character));
  const foreign = word.indexOf(-1);
  if (foreign >= 0) return { kind: 'mistyped', ...slip(fillIn(word, foreign), foreign) };
  if (isCodeword(word)) return { kind: 'valid', reference: grouped(word) };

  const error = locateError(word);
  if (!error) return { kind: 'mistyped' };
  return { kind: 'mistyped', ...slip(replaceAt(word, error.position, error.symbol), error.position) };
}

/** The reference in its written form, or `undefined` when it is not one. For servers, which suggest nothing. */
export function parseReference(text: string): string | undefined {
  const checked = checkReference(text);
  return checked.kind === 'valid' ? checked.reference : undefined;
}

/** The references that Lintas itself issues. */
export const lintasReferences: ReferenceScheme = { id: 'lintas', check: checkReference };

/** Puts the only fitting symbol where a character is that no reference has. */
function fillIn(word: readonly number[], position: number): readonly number[] | undefined {
  return SYMBOLS.split('')
    .map((_, symbol) => replaceAt(word, position, symbol))
    .find((candidate) => !candidate.includes(-1) && isCodeword(candidate));
}

function replaceAt(word: readonly number[], position: number, symbol: number): readonly number[] {
  return word.map((each, index) => (index === position ? symbol : each));
}

function slip(corrected: readonly number[] | undefined, position: number) {
  return corrected ? { position, suggestion: grouped(corrected) } : { position };
}

function grouped(word: readonly number[]): string {
  const symbols = word.map((symbol) => SYMBOLS.charAt(symbol)).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
