// A language for tests: English made 40 % longer, accented, and running from right to left (`ar-XB`). What is not
// translated, does not fit, or forgets about direction shows at a glance. No product code imports it.

import { messages as english } from './en.ts';
import type { Messages } from './messages.ts';

/** Tag of the pseudo-language; CLDR reserves the region XB for this. */
export const PSEUDO = 'ar-XB';

const RIGHT_TO_LEFT_OVERRIDE = '\u202e';
const POP_DIRECTIONAL_FORMATTING = '\u202c';
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'å',
  c: 'ç',
  d: 'ð',
  e: 'é',
  g: 'ĝ',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'û',
  y: 'ý',
};

/** Makes a text pseudo. Isolated values (between U+2068 and U+2069) stay as they are. */
export function pseudoText(text: string): string {
  const parts = text.split(/(\u2068[^\u2069]*\u2069)/);
  const accented = parts.map((part) => (part.startsWith('\u2068') ? part : accent(part))).join('');
  const longer = accented + ' ' + '~'.repeat(Math.ceil(text.length * 0.4));
  return RIGHT_TO_LEFT_OVERRIDE + longer + POP_DIRECTIONAL_FORMATTING;
}

function accent(text: string): string {
  return text.replaceAll(/[a-z]/g, (letter) => ACCENTS[letter] ?? letter);
}

type Say = (...values: readonly unknown[]) => string;

/** Texts and sentences of a catalogue, pseudo; everything else of the same shape. */
function pseudo<Value>(value: Value): Value;
function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (isSentence(value)) return (...values: readonly unknown[]) => pseudoText(value(...values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, text]: [string, unknown]) => [key, pseudo(text)]),
  );
}

function isSentence(value: unknown): value is Say {
  return typeof value === 'function';
}

export const messages: Messages = {
  ...pseudo(english),
  language: { ...pseudo(english.language), reviewed: 'none' },
};
