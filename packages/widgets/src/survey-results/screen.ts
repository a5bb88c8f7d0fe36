// The results of a questionnaire: the finding, each instrument, all answers, and the same as CSV. Fetched when a person
// asks for them.

import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatDay } from '../core/dates.ts';
import { formatNumber } from '../figures/numbers.ts';
import { textFor } from '../locales/messages.ts';
import { allAnswers } from './answers.ts';
import { instrumentCard } from './instrument.ts';
import type { Results, ResultsReading } from './results.ts';
import { highestPoint, plain } from './words.ts';

export { readResults } from './results.ts';

/** Whether tables stand in place of charts, and how a person turns from one to the other. */
export interface Turned {
  readonly asTable: boolean;
  toggle(): void;
}

export function screen(shown: Results, { asTable, toggle }: Turned, reading: ResultsReading): TemplateResult {
  const { survey, results, table } = shown;
  const { texts, reader } = reading;
  const published = results.asOf !== null;
  return html`<div class="figures">
    <h3 part="finding" tabindex="-1">${findingOf(shown, reading)}</h3>
    <p class="soft">
      <bdi>${plain(survey.title, reading)}</bdi> · <bdi>${plain(survey.owner.name, reading)}</bdi>
    </p>
    ${
      published
        ? html`<button type="button" part="toggle" @click=${toggle}>
              ${asTable ? texts.asChart : texts.asTable}
            </button>
            ${results.instruments.map((each) => instrumentCard(shown, each, asTable, reading))}
            ${allAnswers(shown, asTable, reading)}
            ${
              hasLeftOut(results)
                ? html`<p class="soft">
                    ${texts.notPublishedMeans(formatNumber(results.threshold, reader))}
                  </p>`
                : nothing
            }`
        : nothing
    }
    <div class="links soft">
      ${results.asOf === null ? nothing : html`<span>${texts.asOf(formatDay(results.asOf, reader))}</span>`}
      <a part="csv" class="on-screen" href=${table} download referrerpolicy="no-referrer">${texts.csv}</a>
    </div>
  </div>`;
}

function findingOf({ survey, results }: Results, { texts, reader }: ResultsReading): string {
  if (results.asOf === null) return texts.nothing;
  const skm = results.instruments.find(({ ikm, grade }) => ikm != null && grade != null);
  if (skm?.ikm != null && skm.grade != null) {
    const ikm = isolate(formatNumber(skm.ikm, reader));
    return texts.rated({ ikm, grade: skm.grade, words: textFor(texts.grades, skm.grade) });
  }
  const [first] = results.instruments;
  if (first?.index != null) {
    const highest = highestPoint(survey, first.elements[0]?.question ?? '');
    return texts.average(isolate(formatNumber(first.index, reader)), isolate(formatNumber(highest, reader)));
  }
  return results.n.value === null ? texts.nothing : texts.answered(formatNumber(results.n.value, reader));
}

function hasLeftOut({ questions, instruments }: Results['results']): boolean {
  return (
    instruments.some(({ suppressed }) => suppressed) ||
    questions.some(({ counts }) => counts.some(({ count }) => count.suppressed))
  );
}
