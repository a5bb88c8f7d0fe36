// The 32 symbols of a reference (Crockford's base 32), and how typed text becomes symbols.

/** `0-9A-Z` without I, L, O and U. The index of a symbol is its value. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** First digits of the scripts that people type numbers in: Burmese, Persian and Urdu, Arabic. */
const LOCAL_ZEROS = [0x1040, 0x06f0, 0x0660];

/**
 * Spaces; dashes, among them the minus sign and what Arabic, Persian and Urdu keyboards have in its place
 * (tatweel and full stop); and the invisible marks that come along when text is copied from a page.
 */
const SEPARATORS = /[\s\p{Pd}\u2212\u0640\u06d4\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Turns Arabic, Persian and Burmese digits into 0-9, and leaves everything else as it is. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u1040-\u1049]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = LOCAL_ZEROS.find((first) => first <= code) ?? code;
    return String(code - zero);
  });
}

/** Removes spaces, dashes and invisible marks. */
export function withoutSeparators(text: string): string {
  return text.replace(SEPARATORS, '');
}

/** What was typed, as upper-case characters of which most are symbols: O is read as 0, I and L as 1. */
export function typedSymbols(text: string): string {
  return withoutSeparators(latinDigits(text))
    .toUpperCase()
    .replace(/[OIL]/g, (letter) => LOOKALIKES[letter] ?? letter);
}
