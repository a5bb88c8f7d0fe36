// How many answers stand for how many people: Krejcie and Morgan (1970), the table that Permenpan RB 14/2017 prints.

import { rational, roundHalfUp } from './rational.ts';

/**
 * Answers needed for a population: s = X² N P Q / (d² (N - 1) + X² P Q), with X² = 3.841, P = Q = 0.5 and d = 0.05,
 * rounded half up, which gives every row of the table.
 */
export function sampleTarget(population: number): number {
  // Times 4000: X² P Q = 0.96025, d² = 0.0025.
  const above = BigInt(population) * 96_025n;
  const below = BigInt(population - 1) * 250n + 96_025n;
  return Number(roundHalfUp(rational(above, below), 0));
}
