// The check digit of ICAO Doc 9303, part 3, section 4.9: weights 7, 3, 1, sum modulo 10.

const WEIGHTS = [7, 3, 1] as const;

/** Digits count as themselves, `A` to `Z` as 10 to 35, the filler `<` as 0. */
export function mrzValue(symbol: string): number {
  return symbol === '<' ? 0 : parseInt(symbol, 36);
}

/**
 * The digit over some text. It does not notice a symbol in the place of another whose value is the same modulo 10
 * (such as `1`, `B`, `L` and `V`), nor two neighbours swapped whose values differ by 5.
 */
export function mrzCheckDigit(text: string): string {
  const sum = Array.from(text, mrzValue).reduce(
    (total, value, index) => total + value * (WEIGHTS[index % 3] ?? 0),
    0,
  );
  return String(sum % 10);
}

/** Whether a digit fits. The filler is right, too, behind a field that is empty (part 4, section 4.2.2.2). */
export function fitsCheckDigit(text: string, digit: string): boolean {
  return digit === mrzCheckDigit(text) || (digit === '<' && /^<*$/.test(text));
}
