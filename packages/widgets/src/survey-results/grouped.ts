// An instrument by groups of people, such as the services of an office, and all of them together.

import type { GroupedResult, InstrumentResult, Survey } from '@lintas/contract/surveys';
import { html, nothing, type TemplateResult } from 'lit';
import { chartOrTable } from '../figures/chart-or-table.ts';
import { comparedBars } from '../figures/compared.ts';
import { notPublished } from '../figures/not-published.ts';
import { formatNumber } from '../figures/numbers.ts';
import type { ResultsReading } from './results.ts';
import { answerText, askedWords, highestPoint, questionText } from './words.ts';

/** The highest IKM. */
const HUNDRED = 100;

export function groups(
  survey: Survey,
  { grouped, elements: [first] }: InstrumentResult,
  asTable: boolean,
  reading: ResultsReading,
): TemplateResult | typeof nothing {
  if (!grouped) return nothing;
  const { texts, reader } = reading;
  const asked = questionText(survey, grouped.question, undefined, reading);
  const isSkm = grouped.together.ikm !== undefined;
  const maximum = isSkm ? HUNDRED : highestPoint(survey, first?.question ?? '');
  const rows = grouped.groups.map(({ value, n, index, ikm, grade }) => {
    const figure = isSkm ? (ikm ?? null) : index;
    return {
      name: answerText(survey, grouped.question, value, reading),
      value: figure === null ? null : Number(figure),
      text: figure === null ? '' : formatNumber(figure, reader),
      n: n.value === null ? null : formatNumber(n.value, reader),
      grade: grade ?? null,
    };
  });
  const figure = isSkm ? texts.ikm : texts.mean(formatNumber(maximum, reader));
  const bars = rows.map((row) => ({
    ...row,
    text: row.grade === null ? row.text : `${row.text} · ${row.grade}`,
  }));
  const table = {
    caption: asked,
    head: [texts.answer, figure, ...(isSkm ? [texts.gradeHead] : []), texts.n],
    rows: rows.map(({ name, value, text, grade, n }) => ({
      name,
      cells: [value === null ? null : text, ...(isSkm ? [grade] : []), n],
    })),
  };
  return html`<div class="groups" part="groups">
    <h5 class=${asTable ? 'away' : ''}>${askedWords(survey, grouped.question, undefined, reading)}</h5>
    ${together(grouped, isSkm, reading)}
    ${chartOrTable(comparedBars(bars, reading, maximum), table, asTable, reading)}
  </div>`;
}

/** Each group weighs as much as it has people. */
function together({ together: all }: GroupedResult, isSkm: boolean, reading: ResultsReading): TemplateResult {
  const { texts, reader } = reading;
  const figure = isSkm ? all.ikm : all.index;
  return html`<p class="soft">
    ${
      figure == null
        ? html`${texts.together}: ${notPublished(reading)}`
        : html`${texts.together}: <strong>${formatNumber(figure, reader)}</strong>`
    }
    ${all.leftOut === 0 ? nothing : texts.leftOut(formatNumber(all.leftOut, reader))}
  </p>`;
}
