// An instrument over all of its elements; for SKM the card with index, grade, response and where to begin.

import type { InstrumentResult, Survey, SurveyResults } from '@lintas/contract/surveys';
import { BANDS_2004, BANDS_2017 } from '@lintas/contract/surveys/scores';
import { html, nothing, type TemplateResult } from 'lit';
import { chartOrTable } from '../figures/chart-or-table.ts';
import { comparedBars } from '../figures/compared.ts';
import { notPublished } from '../figures/not-published.ts';
import { formatNumber } from '../figures/numbers.ts';
import { textFor } from '../locales/messages.ts';
import { followUp } from './follow-up.ts';
import { groups } from './grouped.ts';
import type { Results, ResultsReading } from './results.ts';
import { elementText, highestPoint } from './words.ts';

export function instrumentCard(
  { survey, results }: Results,
  instrument: InstrumentResult,
  asTable: boolean,
  reading: ResultsReading,
): TemplateResult {
  const { texts, reader } = reading;
  const { ikm, index, onFourPoints } = instrument;
  return html`<section class="card" part="instrument">
    <h4>${textFor(texts.instruments, instrument.instrument)}</h4>
    ${ikm === undefined ? average(survey, instrument, reading) : score(ikm, instrument, reading)}
    ${index === null || onFourPoints == null ? nothing : html`<p>${texts.onFourPoints(formatNumber(onFourPoints, reader))}</p>`}
    <p>
      ${instrument.n.value === null ? texts.nothing : texts.answered(formatNumber(instrument.n.value, reader))}
      ${sampleText(results, reading)}
    </p>
    ${elements(survey, instrument, asTable, reading)} ${followUp(survey, instrument, reading)}
    ${groups(survey, instrument, asTable, reading)} ${bands(instrument, reading)}
  </section>`;
}

function score(ikm: string | null, { grade }: InstrumentResult, reading: ResultsReading): TemplateResult {
  const { texts, reader } = reading;
  if (ikm === null) return html`<p part="number">${texts.ikm}: ${notPublished(reading)}</p>`;
  return html`<p>
      ${texts.ikm}<br /><span class="large" part="number">${formatNumber(ikm, reader)}</span>
      ${texts.ofHundred}
    </p>
    ${grade == null ? nothing : html`<p><strong>${texts.grade(grade, textFor(texts.grades, grade))}</strong></p>`}`;
}

function average(survey: Survey, { index, elements: [first] }: InstrumentResult, reading: ResultsReading) {
  const { texts, reader } = reading;
  if (index === null) return html`<p>${notPublished(reading)}</p>`;
  const highest = formatNumber(highestPoint(survey, first?.question ?? ''), reader);
  return html`<p>${texts.average(formatNumber(index, reader), highest)}</p>`;
}

function sampleText({ sample }: SurveyResults, { texts, reader }: ResultsReading): string {
  if (!sample) return '';
  const facts = {
    population: formatNumber(sample.population, reader),
    target: formatNumber(sample.target, reader),
  };
  const needed = texts.sample(facts);
  if (sample.rate === null) return needed;
  return `${needed} ${Number(sample.rate) < 100 ? texts.sampleShort : texts.sampleEnough}`;
}

function elements(
  survey: Survey,
  { instrument, elements: all, weakest }: InstrumentResult,
  asTable: boolean,
  reading: ResultsReading,
): TemplateResult {
  const { texts, reader } = reading;
  const highest = highestPoint(survey, all[0]?.question ?? '');
  const rows = all.map((each) => ({
    name: elementText(survey, instrument, each, reading),
    value: each.mean === null ? null : Number(each.mean),
    text: each.mean === null ? '' : formatNumber(each.mean, reader),
    n: each.n.value === null ? null : formatNumber(each.n.value, reader),
    note: weakest.includes(each.element) ? texts.weakest : undefined,
  }));
  const names = weakest.flatMap((element) => {
    const found = all.find((each) => each.element === element);
    return found ? [elementText(survey, instrument, found, reading)] : [];
  });
  const mean = texts.mean(formatNumber(highest, reader));
  const table = {
    caption: texts.byElement,
    head: [texts.element, mean, texts.n],
    rows: rows.map(({ name, value, text, n, note }) => ({
      name,
      note,
      cells: [value === null ? null : text, n],
    })),
  };
  return html`${names.length === 0 ? nothing : html`<p part="weakest">${texts.begin(names.join(' · '))}</p>`}
    <h5 class=${asTable ? 'away' : ''}>${texts.byElement} (${mean})</h5>
    ${chartOrTable(comparedBars(rows, reading, highest), table, asTable, reading)}`;
}

/** The bands that the grade is from, with the regulation that set them. */
function bands({ bands: id, regulation, grade }: InstrumentResult, reading: ResultsReading) {
  const { texts, reader } = reading;
  const table = [BANDS_2017, BANDS_2004].find((each) => each.id === id);
  if (regulation === undefined) return nothing;
  return html`<details part="bands">
    <summary>${texts.bands}</summary>
    <ul class="bands">
      ${table?.bands.map((each) => {
        const words = textFor(texts.grades, each.grade);
        const line = texts.band({ grade: each.grade, words, from: formatNumber(each.from, reader) });
        return html`<li>
          ${line} ${each.grade === grade ? html`<span class="tag">${texts.thisOne}</span>` : nothing}
        </li>`;
      })}
    </ul>
    <p class="soft" lang="id">${regulation}</p>
  </details>`;
}
