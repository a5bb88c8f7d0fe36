// The answers to each question: how many people gave which.

import type { QuestionResult, Survey } from '@lintas/contract/surveys';
import { html, nothing, type TemplateResult } from 'lit';
import { chartOrTable } from '../figures/chart-or-table.ts';
import { comparedBars } from '../figures/compared.ts';
import { notPublished } from '../figures/not-published.ts';
import { formatNumber } from '../figures/numbers.ts';
import { textFor } from '../locales/messages.ts';
import type { Results, ResultsReading } from './results.ts';
import { answerText, askedWords, questionText } from './words.ts';

export function allAnswers(
  { survey, results }: Results,
  asTable: boolean,
  reading: ResultsReading,
): TemplateResult | typeof nothing {
  if (results.questions.length === 0) return nothing;
  return html`<details part="answers">
    <summary>${reading.texts.allAnswers}</summary>
    <div class="answers">${results.questions.map((each) => answers(survey, each, asTable, reading))}</div>
  </details>`;
}

function answers(
  survey: Survey,
  { question, row, n, counts, scores }: QuestionResult,
  asTable: boolean,
  reading: ResultsReading,
): TemplateResult {
  const { texts, reader } = reading;
  const asked = questionText(survey, question, row, reading);
  const rows = counts.map(({ value, count }) => ({
    name: answerText(survey, question, value, reading),
    value: count.value,
    text: count.value === null ? '' : formatNumber(count.value, reader),
  }));
  const table = {
    caption: asked,
    head: [texts.answer, texts.count],
    rows: rows.map(({ name, value, text }) => ({ name, cells: [value === null ? null : text] })),
  };
  return html`<div class="question">
    <h4>${askedWords(survey, question, row, reading)}</h4>
    <p class="soft">
      ${n.value === null ? notPublished(reading) : texts.answered(formatNumber(n.value, reader))}
    </p>
    ${
      rows.length === 0
        ? nothing
        : chartOrTable(comparedBars(rows, reading, n.value ?? undefined), table, asTable, reading)
    }
    ${scores.map(
      ({ variant, value }) =>
        html`<p>
          ${textFor(texts.scores, variant)}:
          ${value === null ? notPublished(reading) : formatNumber(value, reader)}
        </p>`,
    )}
  </div>`;
}
