// The answers to each question: how many people gave which.

import type { QuestionResult, Survey } from '@lintas/contract/surveys';
import { html, nothing, type TemplateResult } from 'lit';
import { comparedBars } from '../figures/compared.ts';
import { formatNumber } from '../figures/numbers.ts';
import { figuresTable } from '../figures/table.ts';
import { textFor } from '../locales/messages.ts';
import type { Results, ResultsReading } from './results.ts';
import { answerText, questionText } from './words.ts';

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
  const { texts, reader, rightToLeft } = reading;
  const asked = questionText(survey, question, row, reading);
  const rows = counts.map(({ value, count }) => ({
    name: answerText(survey, question, value, reading),
    value: count.value,
    text: count.value === null ? '' : formatNumber(count.value, reader),
  }));
  return html`<div class="question">
    <h4><bdi>${asked}</bdi></h4>
    <p class="soft">
      ${n.value === null ? `× ${texts.notPublished}` : texts.answered(formatNumber(n.value, reader))}
    </p>
    ${
      rows.length === 0
        ? nothing
        : html`<figure class=${asTable ? 'away' : ''}>
              ${comparedBars(rows, {
                rightToLeft,
                notPublished: texts.notPublished,
                maximum: n.value ?? undefined,
              })}
            </figure>
            <div class=${asTable ? '' : 'away'}>
              ${figuresTable(
                {
                  caption: asked,
                  head: [texts.answer, texts.count],
                  rows: rows.map(({ name, value, text }) => ({
                    name,
                    cells: [value === null ? null : text],
                  })),
                },
                texts.notPublished,
              )}
            </div>`
    }
    ${scores.map(
      ({ variant, value }) =>
        html`<p>
          ${textFor(texts.scores, variant)}:
          ${value === null ? `× ${texts.notPublished}` : formatNumber(value, reader)}
        </p>`,
    )}
  </div>`;
}
