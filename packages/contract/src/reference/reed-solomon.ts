// A shortened Reed-Solomon code over GF(32) with two check symbols (distance 3): it detects any two
// wrong symbols, so also every transposition, and locates a single one.
//
// Symbol i of a codeword c stands at the locator a^i, where a is a root of x^5 + x^2 + 1.
// A word is a codeword when both syndromes vanish: S0 = sum c_i, S1 = sum c_i a^i.

const FIELD_SIZE = 32;
const REDUCTION = 0b100101;

const POWERS: readonly number[] = powersOfRoot();

/** Two symbols that turn `data` into a codeword, appended at its end. */
export function checkSymbols(data: readonly number[]): [number, number] {
  const first = data.length;
  const [s0, s1] = syndromes(data);
  // x + y = s0 and x a^first + y a^(first+1) = s1, solved for y.
  const y = divide(s1 ^ multiply(s0, power(first)), power(first) ^ power(first + 1));
  return [s0 ^ y, y];
}

/** Whether the word has no error that the code can see. */
export function isCodeword(word: readonly number[]): boolean {
  const [s0, s1] = syndromes(word);
  return s0 === 0 && s1 === 0;
}

/** The one symbol whose change makes `word` a codeword, when there is one. */
export function locateError(word: readonly number[]): { position: number; symbol: number } | undefined {
  const [error, located] = syndromes(word);
  if (error === 0 || located === 0) return undefined;
  const position = POWERS.indexOf(divide(located, error));
  const wrong = word[position];
  return wrong === undefined ? undefined : { position, symbol: wrong ^ error };
}

function syndromes(word: readonly number[]): [number, number] {
  let [s0, s1] = [0, 0];
  word.forEach((symbol, position) => {
    s0 ^= symbol;
    s1 ^= multiply(symbol, power(position));
  });
  return [s0, s1];
}

function power(exponent: number): number {
  return POWERS[exponent % (FIELD_SIZE - 1)] ?? 1;
}

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : power(POWERS.indexOf(a) + POWERS.indexOf(b));
}

function divide(a: number, b: number): number {
  return a === 0 ? 0 : power(POWERS.indexOf(a) - POWERS.indexOf(b) + FIELD_SIZE - 1);
}

function powersOfRoot(): number[] {
  const powers = [1];
  for (let i = 1; i < FIELD_SIZE - 1; i++) {
    const doubled = (powers[i - 1] ?? 0) << 1;
    powers.push(doubled < FIELD_SIZE ? doubled : doubled ^ REDUCTION);
  }
  return powers;
}
