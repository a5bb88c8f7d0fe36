// What a person sees of a questionnaire, at every stage of it.

import { pipeText, type PipeSource, type Survey } from '@lintas/contract/surveys';
import { html, nothing, type TemplateResult } from 'lit';
import { apiText } from '../case/reading.ts';
import type { Answering } from './answering.ts';
import { fillScreen, type Filled } from './fill-screen.ts';
import { outcome } from './outcome.ts';
import { review } from './review.ts';
import type { Actions, Stage } from './stage.ts';
import type { ShowText, SurveyReading } from './survey-reading.ts';

export interface FillingState extends Omit<Filled, 'answering' | 'show'> {
  readonly stage: Stage;
  readonly survey: Survey | undefined;
  readonly answering: Answering | undefined;
  /** What the answer is, or was, sent with. */
  readonly receipt: string;
}

export function fillingView(state: FillingState, actions: Actions, reading: SurveyReading): TemplateResult {
  const { stage, survey, answering } = state;
  const begins = stage.kind === 'answering' && answering?.isFirst === true && !answering.isReviewing;
  return html`${survey ? about(survey, begins, reading) : nothing} ${part(state, actions, reading)}`;
}

function about({ title, purpose, owner }: Survey, begins: boolean, reading: SurveyReading): TemplateResult {
  return html`<div class="about">
    <h2 part="heading" tabindex="-1" id="survey-title">${apiText(title, reading)}</h2>
    ${
      begins
        ? html`<p>${apiText(purpose, reading)}</p>
            <p class="soft">${apiText(owner.name, reading)}</p>`
        : nothing
    }
  </div>`;
}

function part(state: FillingState, actions: Actions, reading: SurveyReading): TemplateResult {
  const { stage, answering, receipt } = state;
  if (stage.kind !== 'answering' && stage.kind !== 'sending')
    return outcome(stage, receipt, actions, reading);
  if (!answering) return outcome({ kind: 'opening' }, receipt, actions, reading);
  const show = showWith(answering, reading);
  return answering.isReviewing
    ? review({ answering, isSending: stage.kind === 'sending', show }, actions, reading)
    : fillScreen({ ...state, answering, show }, actions, reading);
}

function showWith(answering: Answering, reading: SurveyReading): ShowText {
  const { form } = answering;
  const source: PipeSource = {
    questionOf: (id) => answering.questionOf(id),
    answerOf: (id) => (form.isShown(id) ? form.answerOf(id) : undefined),
  };
  return (text) => text && apiText(text, reading, (each, languages) => pipeText(each, languages, source));
}
