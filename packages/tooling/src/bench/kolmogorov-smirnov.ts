// Whether two sets of measurements look as if they came from the same source.

/**
 * The p-value of the two-sample Kolmogorov-Smirnov test: how often two samples of one source would differ at least
 * as much as these do. Small values mean that somebody could tell the sources apart.
 *
 * The asymptotic distribution with Stephens' correction for finite samples (Numerical Recipes, section 14.3);
 * good from a few dozen measurements on.
 */
export function compareSamples(one: readonly number[], other: readonly number[]): number {
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length));
  return tail((size + 0.12 + 0.11 / size) * largestGap(one, other));
}

/** The largest distance between the two empirical distribution functions. */
function largestGap(one: readonly number[], other: readonly number[]): number {
  const shareUpTo = (values: readonly number[], limit: number): number =>
    values.filter((value) => value <= limit).length / values.length;
  return Math.max(
    ...[...one, ...other].map((limit) => Math.abs(shareUpTo(one, limit) - shareUpTo(other, limit))),
  );
}

/** Terms of the series; they fall so fast that more would change nothing. */
const TERMS = 100;

/** The chance of a gap beyond this one: `2 Σ (-1)^(k-1) exp(-2 k² λ²)`. */
function tail(lambda: number): number {
  // The series hardly converges here, and the chance is 1 to nine digits.
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= TERMS; k += 1) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, 2 * sum));
}
