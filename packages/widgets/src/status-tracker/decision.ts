// The decision: hidden until the person chooses to read it, and hidden again when they want.

import type { CaseView, DecisionView, LegalHelp } from '@lintas/contract/status';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatDay, type ZonedInstant } from '../core/dates.ts';
import { textFor } from '../locales/messages.ts';
import { failureText } from '../case/failure-text.ts';
import { newMark } from './marks.ts';
import { apiText, deadlineText, weighty } from '../case/reading.ts';
import { deadline } from './deadline.ts';
import type { Reading } from '../core/reading.ts';
import type { DecisionState } from '../case/view-state.ts';

export interface DecisionActions {
  readDecision(): void;
  hideDecision(): void;
}

export function decision(
  view: CaseView,
  state: DecisionState,
  isNew: boolean,
  actions: DecisionActions,
  reading: Reading,
): TemplateResult | typeof nothing {
  const { messages, reader } = reading;
  if (view.decidedAt === null) return nothing;
  const texts = messages.decision;
  const decidedAt = texts.decidedAt(isolate(formatDay(view.decidedAt.slice(0, 10), reader)));
  return html`<section part="decision">
    <h3>${texts.title}${newMark(isNew, messages)}</h3>
    <div class="body">
      <p><time datetime=${view.decidedAt}>${decidedAt}</time></p>
      ${
        state.kind === 'shown'
          ? outcome(state.decision, actions, reading)
          : html`<p>${texts.locked}</p>
              ${state.kind === 'failed' ? html`<p class="problem">${failureText(state.failure, reading)}</p>` : nothing}
              <button
                class="primary"
                part="read-button"
                type="button"
                aria-disabled=${state.kind === 'loading' ? 'true' : nothing}
                @click=${actions.readDecision}
              >
                ${state.kind === 'loading' ? texts.loading : texts.read}
              </button>`
      }
    </div>
  </section>`;
}

/** Whether something was granted. */
export function isFavourable({ outcome }: DecisionView): boolean {
  return outcome === 'approved' || outcome === 'approved_with_conditions';
}

function outcome(made: DecisionView, actions: DecisionActions, reading: Reading): TemplateResult {
  const texts = reading.messages.decision;
  const { nextStep } = made;
  // The deadline says it, and until when.
  const isSaid = made.review !== undefined && nextStep === 'ask_for_review';
  const favourable = isFavourable(made);
  return html`<div class="outcome" part="outcome">
      <h4 tabindex="-1">${weighty((each) => textFor(each.messages.outcomes, made.outcome), reading)}</h4>
      ${
        made.reasons.length > 0
          ? html`<div>
              <p>${texts.reasons}:</p>
              <ul class="how" role="list">
                ${made.reasons.map((reason) => html`<li>${weighty((each) => textFor(each.messages.reasons, reason), reading)}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      ${made.validUntil ? html`<p>${weighty(validText(made.validUntil), reading)}</p>` : nothing}
      ${made.review ? deadline(made.review, reviewText(made.review), reading) : nothing}
      ${
        nextStep && !isSaid
          ? html`<p>
              ${texts.nextStep}: ${weighty(({ messages }) => textFor(messages.nextSteps, nextStep), reading)}
            </p>`
          : nothing
      }
      ${favourable ? nothing : legalHelp(made.legalHelp, reading)}
    </div>
    <button type="button" part="hide-button" @click=${actions.hideDecision}>${texts.hide}</button>`;
}

function validText(day: string): (reading: Reading) => string {
  return ({ messages, reader }) => messages.decision.validUntil(isolate(formatDay(day, reader)));
}

function reviewText(until: ZonedInstant): (reading: Reading) => string {
  return (reading) => reading.messages.decision.review(deadlineText(until, reading));
}

function legalHelp(helpers: readonly LegalHelp[], reading: Reading): TemplateResult {
  const texts = reading.messages.decision;
  return html`<div class="helpers" part="legal-help">
    ${
      helpers.length > 0
        ? html`<div>
              <h5>${texts.legalHelp}</h5>
              <p>${texts.legalHelpFree}</p>
            </div>
            <ul class="helpers" role="list">
              ${helpers.map((helper) => helperEntry(helper, reading))}
            </ul>`
        : nothing
    }
    <slot name="legal-help"></slot>
  </div>`;
}

function helperEntry({ name, url, phone }: LegalHelp, reading: Reading): TemplateResult {
  const { messages } = reading;
  const shown = apiText(name, reading);
  return html`<li>
    ${
      url !== undefined && /^https?:\/\//i.test(url)
        ? html`<a href=${url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
            >${shown}<span class="visually-hidden"> (${messages.a11y.newWindow})</span></a
          >`
        : shown
    }
    ${
      phone
        ? html`<br />${messages.decision.phone}:
            <a href="tel:${phone.replaceAll(/[^+\d]/g, '')}"><bdi dir="ltr">${phone}</bdi></a>`
        : nothing
    }
  </li>`;
}
