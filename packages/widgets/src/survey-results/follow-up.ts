// What the owner of a questionnaire does about its results: for SKM, the follow-up that is published with them.

import type { InstrumentResult, Survey } from '@lintas/contract/surveys';
import { html, nothing, type TemplateResult } from 'lit';
import { apiText } from '../case/reading.ts';
import type { ResultsReading } from './results.ts';
import { elementText } from './words.ts';

/** The lowest elements first, as they are where to begin. */
export function followUp(
  survey: Survey,
  { instrument, elements, weakest }: InstrumentResult,
  reading: ResultsReading,
): TemplateResult | typeof nothing {
  const done = elements.flatMap((each) => {
    const words = each.followUp ? apiText(each.followUp, reading) : nothing;
    return words === nothing ? [] : [{ ...each, words, rank: weakest.indexOf(each.element) }];
  });
  if (done.length === 0) return nothing;
  const rankOf = (rank: number): number => (rank < 0 ? weakest.length : rank);
  return html`<div part="follow-up">
    <h5>${reading.texts.followUp}</h5>
    <dl class="follow-up">
      ${done
        .sort((one, other) => rankOf(one.rank) - rankOf(other.rank))
        .map(
          (each) =>
            html`<div>
              <dt><bdi>${elementText(survey, instrument, each, reading)}</bdi></dt>
              <dd>${each.words}</dd>
            </div>`,
        )}
    </dl>
  </div>`;
}
