// Numbers as people write them: with the digits of their own script, and with the separators of their language. Pure.

const DIGIT = /\p{Nd}/u;

/** The text with ASCII digits in place of those of any script. */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/**
 * Reads a number; `undefined` where it is none.
 *
 * @param lang BCP 47 tag that decides whether a lone point or comma before three digits parts off thousands
 */
export function readNumber(typed: string, lang: string): number | undefined {
  const text = toAsciiDigits(typed.trim())
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u200e\u200f\u061c\s'’٬]/g, '')
    .replace(/٫/g, decimalOf(lang));
  const signs = text.match(/[.,]/g) ?? [];
  const last = signs.at(-1) ?? '';
  const isDecimal =
    signs.length === 1 ? last === decimalOf(lang) || !/[.,]\d{3}$/.test(text) : last !== signs[0];
  const cut = isDecimal && last !== '' ? text.lastIndexOf(last) : text.length;
  const [whole, fraction] = [text.slice(0, cut), text.slice(cut + 1)];
  const isWhole =
    /^-?\d+$/.test(whole) || /^-?\d{1,3}(?:\.\d{3})+$/.test(whole) || /^-?\d{1,3}(?:,\d{3})+$/.test(whole);
  if (!isWhole || !/^\d*$/.test(fraction)) return undefined;
  return Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`);
}

/** Digits of a script stand in runs of ten, from zero to nine (Unicode, section 4.6). */
function digitValue(codePoint: number): number {
  let run = 0;
  while (DIGIT.test(String.fromCodePoint(codePoint - run - 1))) run += 1;
  return run % 10;
}

function decimalOf(lang: string): string {
  try {
    const parts = new Intl.NumberFormat(`${lang}-u-nu-latn`).formatToParts(1.5);
    return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  } catch {
    return '.';
  }
}
