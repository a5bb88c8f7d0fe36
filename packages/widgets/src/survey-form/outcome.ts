// What is said when there is nothing to answer: before the questions are here, and after the answers have gone.

import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../case/failure-text.ts';
import * as icons from '../case/icons.ts';
import { receiptEntry } from './receipt.ts';
import type { Actions, Stage } from './stage.ts';
import type { SurveyReading } from './survey-reading.ts';

type Told = Exclude<Stage, { kind: 'answering' | 'sending' }>;

/** @param receipt what the answer was sent with, or will be */
export function outcome(
  stage: Told,
  receipt: string,
  actions: Actions,
  reading: SurveyReading,
): TemplateResult {
  const { texts } = reading;
  switch (stage.kind) {
    case 'opening':
      return html`<p class="opening">${texts.opening}</p>`;
    case 'failed':
      return notice('attention', texts.openFailed, [
        html`<p>${failureText(stage.failure, reading)}</p>`,
        button(texts.tryAgain, actions.openAgain, 'retry-button'),
      ]);
    case 'closed':
      return notice('', texts.closed, []);
    case 'needs_case':
      return notice('', texts.needsCase, []);
    case 'answered_before':
      return notice('', texts.answeredBefore, []);
    case 'unsent':
      return notice('attention', texts.outcome.unsentTitle, [
        html`<p>${failureText(stage.failure, reading)}</p>
          <p>${texts.outcome.unsent}</p>`,
        html`<div class="row">
          ${button(texts.tryAgain, actions.send, 'retry-button', 'primary')}
          ${button(texts.outcome.keepAndSend, actions.keepAndSend, 'keep-button')}
          ${button(texts.back, actions.back, 'back-button')}
        </div>`,
      ]);
    case 'sent':
      return notice('done', texts.outcome.sentTitle, [
        html`<p>${texts.outcome.sent}</p>`,
        receiptEntry(receipt, stage.copied, actions.tellCopied, reading),
      ]);
    case 'waiting':
      return notice('attention', texts.outcome.waitingTitle, [
        html`<p>${texts.outcome.waiting}</p>`,
        // Now, because the page may be closed when they arrive.
        receiptEntry(receipt, stage.copied, actions.tellCopied, reading),
        button(texts.device.clear, actions.clearDevice, 'clear-button'),
      ]);
    case 'refused':
      return notice('attention', texts.outcome.refusedTitle, [
        html`<p>${texts.outcome.refused}</p>`,
        button(reading.messages.survey.goOn, actions.openAgain, 'retry-button'),
      ]);
    case 'late':
      return notice('attention', texts.outcome.lateTitle, [html`<p>${texts.outcome.late}</p>`]);
    case 'elsewhere':
      return notice('', texts.outcome.elsewhereTitle, [html`<p>${texts.outcome.elsewhere}</p>`]);
    case 'cleared':
      return notice('done', texts.outcome.clearedTitle, [html`<p>${texts.outcome.cleared}</p>`]);
  }
}

function notice(
  kind: 'attention' | 'done' | '',
  title: string,
  content: readonly TemplateResult[],
): TemplateResult {
  return html`<div class="notice ${kind}" part="outcome">
    <h3 tabindex="-1" id="outcome-title">
      ${kind === 'done' ? icons.tickRing : nothing}<span>${title}</span>
    </h3>
    ${content}
  </div>`;
}

function button(words: string, press: () => void, part: string, kind = ''): TemplateResult {
  return html`<button type="button" class=${kind} part=${part} @click=${press}>${words}</button>`;
}
