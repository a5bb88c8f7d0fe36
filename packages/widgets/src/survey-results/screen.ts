// The results of a questionnaire: the finding, each instrument, all answers, and the same as CSV. Fetched when a person
// asks for them.

import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatDay } from '../core/dates.ts';
import { toggleButton, type Turned as TurnedToTable } from '../figures/chart-or-table.ts';
import { notPublishedMeans } from '../figures/not-published.ts';
import { formatNumber, formatPeriod } from '../figures/numbers.ts';
import { textFor } from '../locales/messages.ts';
import { allAnswers } from './answers.ts';
import { instrumentCard } from './instrument.ts';
import type { Results, ResultsReading } from './results.ts';
import { highestPoint, plain } from './words.ts';

export { readResults } from './results.ts';

/** What a person has turned to, and how they turn to another period. */
export interface Turned extends TurnedToTable {
  choosePeriod(period: string): void;
}

export function screen(shown: Results, turned: Turned, reading: ResultsReading): TemplateResult {
  const { asTable } = turned;
  const { survey, results, table } = shown;
  const { texts, reader } = reading;
  const published = results.asOf !== null;
  return html`<div class="figures">
    <h3 part="finding" tabindex="-1">${findingOf(shown, reading)}</h3>
    <p class="soft">
      <bdi>${plain(survey.title, reading)}</bdi> · <bdi>${plain(survey.owner.name, reading)}</bdi>${
        results.period === undefined ? nothing : html` · <bdi>${namePeriod(results.period, reader)}</bdi>`
      }
    </p>
    ${periods(results, turned, reading)}
    ${
      published
        ? html`${toggleButton(turned, reading)}
          ${results.instruments.map((each) => instrumentCard(shown, each, asTable, reading))}
          ${allAnswers(shown, asTable, reading)}
          ${hasLeftOut(results) ? notPublishedMeans(results.threshold, reading) : nothing}`
        : nothing
    }
    <div class="links soft">
      ${
        results.asOf === null || results.from === null
          ? nothing
          : html`<span
              >${texts.days({
                from: formatDay(results.from, reader),
                until: formatDay(results.asOf, reader),
              })}</span
            >`
      }
      <a part="csv" class="on-screen" href=${table} download referrerpolicy="no-referrer">${texts.csv}</a>
    </div>
  </div>`;
}

/** Periods that have ended, the latest first. */
function periods(
  { period = '', periods: all }: Results['results'],
  { choosePeriod }: Turned,
  { texts, reader }: ResultsReading,
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) choosePeriod(target.value);
  };
  return html`<label class="period on-screen"
    >${texts.period}
    <select part="period" @change=${onChange}>
      <option value="" ?selected=${period === ''}>${texts.allPeriods}</option>
      ${[...all]
        .reverse()
        .map(
          (each) =>
            html`<option value=${each} ?selected=${each === period}>${namePeriod(each, reader)}</option>`,
        )}
    </select>
  </label>`;
}

/** `January–March 2026`, `2026`. */
function namePeriod(period: string, reader: ResultsReading['reader']): string {
  const [year = '', quarter] = period.split('-');
  const [from, to] = (quarter === undefined ? undefined : QUARTERS[quarter]) ?? ['01-01', '12-31'];
  return formatPeriod({ from: `${year}-${from}`, to: `${year}-${to}` }, reader);
}

const QUARTERS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
};

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
