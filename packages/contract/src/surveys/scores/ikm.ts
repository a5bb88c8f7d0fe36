// SKM's arithmetic (Permenpan RB 14/2017): the value of each element, the index, and the IKM. Exact all the way; rounded
// half up when it is written down, and nowhere before.

import { BANDS_2017, gradeOf, type BandTable, type Grade } from './bands.ts';
import { fromDecimal, rational, roundHalfUp, sum, times, type Rational } from './rational.ts';

/** How often each point of a scale was given, by its value. */
export type Distribution = ReadonlyMap<number, number>;

/** An element with the answers to it. */
export interface ElementAnswers {
  readonly element: string;
  readonly distribution: Distribution;
}

/** The value of one element. `n` are those who answered it: some are never charged a fee. */
export interface ElementValue {
  readonly element: string;
  readonly n: number;
  /** NRR: the mean of the answers, in hundredths; `null` when nobody answered. */
  readonly nrr: string | null;
}

/**
 * How an element weighs: `exact`, one divided by the number of elements; or the decimal that an office printed in its
 * sheet, to reproduce that sheet and nothing else. With `0.11` the best possible IKM is 99.00.
 */
export type Weight = 'exact' | '0.11' | '0.111';

export interface Ikm {
  /** Respondents who answered at least one element; given by the caller, because elements alone do not tell. */
  readonly n: number;
  readonly weight: Weight;
  /** A weight as printed cannot be compared with an exact one; the reader is told. */
  readonly reproducesPrintedSheet: boolean;
  readonly elements: readonly ElementValue[];
  /** Sum of the weighted values, 1 to 4, in ten-thousandths as the bands are; `null` while an element has no answer. */
  readonly index: string | null;
  /** The index x 25, in hundredths. */
  readonly ikm: string | null;
  readonly grade: Grade | null;
  /** Id of the table that the grade is from. */
  readonly bands: BandTable['id'];
}

export interface IkmOptions {
  readonly weight?: Weight | undefined;
  readonly bands?: BandTable | undefined;
}

/** The IKM of one service. */
export function ikmOf(
  n: number,
  answers: readonly ElementAnswers[],
  { weight = 'exact', bands = BANDS_2017 }: IkmOptions = {},
): Ikm {
  const means = answers.map(({ element, distribution }) => ({ element, ...meanOf(distribution) }));
  const exact = indexOf(
    means.map(({ mean }) => mean),
    weight,
  );
  return {
    n,
    weight,
    reproducesPrintedSheet: weight !== 'exact',
    elements: means.map(({ element, n: count, mean }) => ({
      element,
      n: count,
      nrr: mean && roundHalfUp(mean, 2),
    })),
    ...written(exact, bands),
  };
}

/** A service with its respondents. */
export interface ServiceAnswers {
  readonly n: number;
  readonly answers: readonly ElementAnswers[];
}

export interface OfficeIkm extends Pick<Ikm, 'n' | 'index' | 'ikm' | 'grade' | 'bands'> {
  /** Services without an index, which the office's is therefore without. */
  readonly without: number;
}

/** An office's IKM over several services: each counts as often as it has respondents, not once. */
export function officeIkm(
  services: readonly ServiceAnswers[],
  { weight = 'exact', bands = BANDS_2017 }: IkmOptions = {},
): OfficeIkm {
  const parts = services.flatMap(({ n, answers }) => {
    const index = indexOf(
      answers.map(({ distribution }) => meanOf(distribution).mean),
      weight,
    );
    return index ? [{ n, index }] : [];
  });
  const respondents = parts.reduce((total, { n }) => total + n, 0);
  const weighted = sum(parts.map(({ n, index }) => times(rational(n), index)));
  return {
    n: respondents,
    without: services.length - parts.length,
    ...written(respondents === 0 ? null : times(weighted, rational(1, respondents)), bands),
  };
}

/** Mean of a distribution, and how many it is of. */
export function meanOf(distribution: Distribution): { readonly n: number; readonly mean: Rational | null } {
  let n = 0;
  let total = 0;
  for (const [value, count] of distribution) {
    n += count;
    total += value * count;
  }
  return { n, mean: n === 0 ? null : rational(total, n) };
}

/** There is no index without a value for each element: leaving one out would change what the others weigh. */
function indexOf(means: readonly (Rational | null)[], weight: Weight): Rational | null {
  const values = means.filter((mean) => mean !== null);
  if (values.length === 0 || values.length < means.length) return null;
  const each = weight === 'exact' ? rational(1, means.length) : fromDecimal(weight);
  return times(sum(values), each);
}

function written(index: Rational | null, bands: BandTable): Pick<Ikm, 'index' | 'ikm' | 'grade' | 'bands'> {
  if (!index) return { index: null, ikm: null, grade: null, bands: bands.id };
  const ikm = times(index, rational(25));
  return {
    index: roundHalfUp(index, 4),
    ikm: roundHalfUp(ikm, 2),
    grade: gradeOf(ikm, bands),
    bands: bands.id,
  };
}
