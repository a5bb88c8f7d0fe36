// What is published of an instrument over all of its elements. Free of I/O.

import type { ElementResult, I18nText, InstrumentResult } from '@lintas/contract';
import { isTooFew, protectParts } from '@lintas/contract/disclosure';
import {
  BANDS_2017,
  ikmOf,
  meanOf,
  rational,
  roundHalfUp,
  type Distribution,
} from '@lintas/contract/surveys/scores';

/** An element with the question that measures it. */
export interface Measured {
  readonly element: string;
  readonly question: string;
  readonly distribution: Distribution;
}

const WEAKEST = 3;

/** @param n those who answered any element */
export function instrumentResult(
  instrument: string,
  n: number,
  measured: readonly Measured[],
  threshold: number,
  followUp: Readonly<Record<string, I18nText>> = {},
): InstrumentResult {
  const rules = { threshold };
  const elements = measured.map(({ element, question, distribution }): ElementResult => {
    const done = Object.hasOwn(followUp, element) ? followUp[element] : undefined;
    const { n: answered, mean } = meanOf(distribution);
    const suppressed = isTooFew(answered, rules);
    return {
      element,
      question,
      n: protectParts([answered], rules).total,
      mean: suppressed || !mean ? null : roundHalfUp(mean, 2),
      suppressed,
      ...(done && { followUp: done }),
    };
  });
  // With the index and all elements but one, that one could be worked out.
  const suppressed = elements.some((each) => each.suppressed);
  const { index, ikm, grade } = ikmOf(n, measured);
  const shown = <Value>(value: Value): Value | null => (suppressed ? null : value);
  return {
    instrument,
    n: protectParts([n], rules).total,
    elements,
    weakest: weakestOf(elements),
    index: shown(index),
    ...(instrument === 'skm' && {
      ikm: shown(ikm),
      grade: shown(grade),
      bands: BANDS_2017.id,
      regulation: BANDS_2017.regulation,
    }),
    ...((instrument === 'spkp' || instrument === 'spak') && { onFourPoints: shown(onFourPoints(measured)) }),
    suppressed,
  };
}

/** Of the means as they are published: two that look the same keep the order of the questionnaire. */
function weakestOf(elements: readonly ElementResult[]): string[] {
  return elements
    .flatMap(({ element, mean }) => (mean === null ? [] : [{ element, mean }]))
    .toSorted((a, b) => Number(a.mean) - Number(b.mean))
    .slice(0, WEAKEST)
    .map(({ element }) => element);
}

/** Reports divide the mean of a scale of 6 by 1.5. */
function onFourPoints(measured: readonly Measured[]): string | null {
  const means = measured.flatMap(({ distribution }) => meanOf(distribution).mean ?? []);
  if (means.length === 0 || means.length < measured.length) return null;
  // All means over one denominator, divided by their number and by 3/2.
  const of = means.reduce((product, mean) => product * mean.of, 1n);
  const total = means.reduce((sum, mean) => sum + (mean.part * of) / mean.of, 0n);
  return roundHalfUp(rational(2n * total, 3n * of * BigInt(means.length)), 2);
}
