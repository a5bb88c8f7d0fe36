// NPS, CSAT and CES. Each is computed in more than one way under the same name, so each says which way this is.

import { meanOf, type Distribution } from './ikm.ts';
import type { ScoreVariant } from '../vocabulary.ts';
import { rational, roundHalfUp, sum, times, type Rational } from './rational.ts';

export interface Score {
  readonly variant: ScoreVariant;
  readonly n: number;
  /** In tenths for percentages, in hundredths for means; `null` when nobody answered. */
  readonly value: string | null;
}

export function npsOf(answers: Distribution): Score {
  const minus = times(shareOf(answers, 0, 6), rational(-1));
  return score('nps_0_10', answers, sum([shareOf(answers, 9, 10), minus]), 1);
}

export function csatOf(answers: Distribution): Score {
  return score('csat_top_two_of_five', answers, shareOf(answers, 4, 5), 1);
}

export function cesOf(answers: Distribution): Score {
  return score('ces_five_to_seven_of_seven', answers, shareOf(answers, 5, 7), 1);
}

export function meanScore(answers: Distribution, variant: 'csat_mean' | 'ces_mean' | 'mean' = 'mean'): Score {
  return score(variant, answers, meanOf(answers).mean ?? rational(0), 2);
}

function score(variant: ScoreVariant, answers: Distribution, value: Rational, decimals: number): Score {
  const { n } = meanOf(answers);
  return { variant, n, value: n === 0 ? null : roundHalfUp(value, decimals) };
}

/** Percent of the answers from `lowest` to `highest`; 0 of none. */
function shareOf(answers: Distribution, lowest: number, highest: number): Rational {
  let all = 0;
  let within = 0;
  for (const [value, count] of answers) {
    all += count;
    if (value >= lowest && value <= highest) within += count;
  }
  return all === 0 ? rational(0) : rational(100 * within, all);
}
