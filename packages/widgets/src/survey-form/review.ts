// All answers, before anything is sent; each can be changed.

import { isAnswerable, labelOf, type Question, type QuestionAnswer } from '@lintas/contract/surveys';
import { html, nothing, type TemplateResult } from 'lit';
import { apiText } from '../case/reading.ts';
import { formatDay } from '../core/dates.ts';
import type { Answering } from './answering.ts';
import { rendererOf } from './kinds/index.ts';
import type { Actions } from './stage.ts';
import type { ShowText, SurveyReading } from './survey-reading.ts';

export interface Reviewed {
  readonly answering: Answering;
  readonly isSending: boolean;
  readonly show: ShowText;
}

export function review(
  { answering, isSending, show }: Reviewed,
  actions: Actions,
  reading: SurveyReading,
): TemplateResult {
  const { texts } = reading;
  const { pages } = answering.survey;
  const questions = pages.flatMap((page) => page.questions);
  const shown = questions.filter(
    (question) => isAnswerable(question) && rendererOf(question.kind) && answering.form.isShown(question.id),
  );
  return html`<div class="review" part="review">
    <h3 tabindex="-1" id="review-title">${texts.review.title}</h3>
    <p>${texts.review.intro}</p>
    <dl>
      ${shown.map(
        (question) =>
          html`<div class="given">
            <dt id="${answering.idOf(question.id)}-given">${show(question.text)}</dt>
            <dd>
              <span class="answer"
                >${answerWords(question, answering.form.answerOf(question.id), reading)}</span
              >
              <button
                type="button"
                class="link"
                aria-describedby="${answering.idOf(question.id)}-given"
                @click=${() => actions.change(question.id)}
              >
                ${texts.review.change}
              </button>
            </dd>
          </div>`,
      )}
    </dl>
    <div class="trap" aria-hidden="true">
      <label>Website <input name="website" type="text" tabindex="-1" autocomplete="off" /></label>
    </div>
    <div class="row">
      <button type="button" part="back-button" @click=${actions.back}>${texts.back}</button>
      <button
        type="button"
        class="primary"
        part="send-button"
        aria-disabled=${isSending ? 'true' : nothing}
        @click=${isSending ? nothing : actions.send}
      >
        ${isSending ? texts.review.sending : texts.review.send}
      </button>
    </div>
  </div>`;
}

/** An answer in words. */
function answerWords(
  question: Question,
  answer: QuestionAnswer | undefined,
  reading: SurveyReading,
): string | TemplateResult {
  const { texts, reader } = reading;
  const words = (value: string | number): TemplateResult | typeof nothing => {
    const label = labelOf(question, value);
    return label ? apiText(label, reading) : html`<bdi>${value}</bdi>`;
  };
  if (answer === undefined) return texts.review.notAnswered;
  if (answer === null) return texts.decline;
  if (answer === true) return texts.consent;
  if (Array.isArray(answer))
    return html`${answer.map((value) => html`<span class="line">${words(value)}</span>`)}`;
  if (typeof answer === 'object') {
    return html`${(question.rows ?? []).flatMap(({ id, label }) => {
      const value = answer[id];
      return value === undefined
        ? []
        : [html`<span class="line">${apiText(label, reading)}: ${words(value)}</span>`];
    })}`;
  }
  if (question.kind === 'date') return formatDay(String(answer), reader);
  return html`${words(answer)} ${question.unit ? apiText(question.unit, reading) : nothing}`;
}
