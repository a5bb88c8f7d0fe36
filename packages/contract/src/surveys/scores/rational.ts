// Exact fractions. 25 x sum / (9 n) lies on a band's edge now and then, and binary floats decide there by luck.

/** A fraction in lowest terms; `of` is above 0. */
export interface Rational {
  readonly part: bigint;
  readonly of: bigint;
}

/** @throws RangeError for a division by zero */
export function rational(part: bigint | number, of: bigint | number = 1): Rational {
  const [above, below] = [BigInt(part), BigInt(of)];
  if (below === 0n) throw new RangeError('A fraction of nothing.');
  const divisor = greatestDivisor(above < 0n ? -above : above, below < 0n ? -below : below);
  const sign = below < 0n ? -1n : 1n;
  return { part: (sign * above) / divisor, of: (sign * below) / divisor };
}

/** The fraction that a decimal stands for: `0.111`. */
export function fromDecimal(text: string): Rational {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new RangeError('Not a decimal.');
  return rational(BigInt(sign + whole + rest), 10n ** BigInt(rest.length));
}

export function sum(fractions: readonly Rational[]): Rational {
  return fractions.reduce((a, b) => rational(a.part * b.of + b.part * a.of, a.of * b.of), rational(0));
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.part * b.part, a.of * b.of);
}

/** Below 0, 0 or above 0, as `a` is less than, equal to or more than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.part * b.of - b.part * a.of;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounds to so many decimals, half up (towards plus infinity), and writes it as a decimal: `76.61`. */
export function roundHalfUp({ part, of }: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const units = floorDivide(2n * part * scale + of, 2n * of);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const sign = units < 0n ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function floorDivide(a: bigint, b: bigint): bigint {
  return a / b - (a % b < 0n ? 1n : 0n);
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
