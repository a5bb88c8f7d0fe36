// One question: its words, help, recording and problem, and what it is answered with.

import type { AnswerProblem } from '@lintas/contract/surveys';
import { html, nothing, type TemplateResult } from 'lit';
import { listenButton } from './audio.ts';
import { isOneField, isRadios, rendererOf, unknownKind } from './kinds/index.ts';
import { problemText } from './problem-text.ts';
import type { QuestionEntry } from './registry.ts';
import type { ShowText } from './survey-reading.ts';

export interface FramedQuestion {
  readonly entry: QuestionEntry;
  readonly problem: AnswerProblem | undefined;
  readonly show: ShowText;
}

export function questionEntry({ entry, problem, show }: FramedQuestion): TemplateResult {
  const { question, id } = entry;
  const frame = {
    id: `${id}-question`,
    class: `question ${question.kind} ${problem === undefined ? '' : 'invalid'}`,
  };
  const inside = html`${help(entry, show)} ${listenButton(entry)} ${error(entry, problem)}
  ${(rendererOf(question.kind) ?? unknownKind)(entry)} ${clearButton(entry)}`;
  if (question.kind === 'info') {
    return html`<div class=${frame.class} id=${frame.id} part="question">
      <p class="words" id=${entry.labelledBy}>${show(question.text)}</p>
      ${help(entry, show)} ${listenButton(entry)}
    </div>`;
  }
  if (isOneField(question)) {
    return html`<div class=${frame.class} id=${frame.id} part="question">
      <label class="words" id=${entry.labelledBy} for=${id}>${words(entry, show)}</label>${inside}
    </div>`;
  }
  return html`<fieldset
    class=${frame.class}
    id=${frame.id}
    part="question"
    aria-describedby=${entry.describedBy || nothing}
  >
    <legend class="words" id=${entry.labelledBy}>${words(entry, show)}</legend>
    ${inside}
  </fieldset>`;
}

function words({ question, reading }: QuestionEntry, show: ShowText): TemplateResult {
  const { texts } = reading;
  // Most questions of a form need an answer: what may be left out is said, as GOV.UK found to be read best.
  return html`${show(question.text)}${
    question.required === true ? nothing : html` <span class="quiet">(${texts.optional})</span>`
  }`;
}

function help({ question, id, reading }: QuestionEntry, show: ShowText): TemplateResult | typeof nothing {
  const shown = show(question.help);
  const several = question.kind === 'multi' ? reading.texts.chooseSeveral : undefined;
  return shown || several ? html`<p class="soft" id="${id}-help">${shown} ${several}</p>` : nothing;
}

function error({ id, question, reading }: QuestionEntry, problem: AnswerProblem | undefined): TemplateResult {
  // Always there, so that nothing points at an element that is missing.
  return html`<p class="error" id="${id}-error" part="error">
    ${problem === undefined ? nothing : problemText(question, problem, reading)}
  </p>`;
}

/** A radio that was chosen cannot be pressed away. */
function clearButton(entry: QuestionEntry): TemplateResult | typeof nothing {
  const { question, answer, reading } = entry;
  if (question.required === true || answer === undefined || !isRadios(question.kind)) return nothing;
  return html`<button type="button" class="link" @click=${() => entry.give(undefined)}>
    ${reading.texts.clear}
  </button>`;
}
