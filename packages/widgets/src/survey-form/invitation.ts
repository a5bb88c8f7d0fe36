// What stands on the page until a person begins, with what an earlier visit left on the device.

import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../core/reading.ts';
import type { SurveyMessages } from '../locales/survey/messages.ts';
import type { Found } from './stage.ts';

export interface Invited {
  readonly found: Found | undefined;
  /** There when something was found. */
  readonly texts: SurveyMessages | undefined;
  open(): void;
  clearDevice(): void;
}

export function invitation(
  { found, texts, open, clearDevice }: Invited,
  { messages }: Reading,
): TemplateResult {
  const { survey } = messages;
  return html`<div class="invitation" part="invitation">
    <slot name="invitation"
      ><h2 part="heading">${survey.title}</h2>
      <p>${survey.invitation}</p></slot
    >
    ${found && texts ? html`<p class="notice">${foundText(found, texts, survey)}</p>` : nothing}
    <button type="button" class="primary" part="start-button" @click=${open}>
      ${found === 'draft' ? survey.goOn : survey.start}
    </button>
    ${
      texts && (found === 'draft' || found === 'waiting')
        ? html`<button type="button" part="clear-button" @click=${clearDevice}>${texts.device.clear}</button>`
        : nothing
    }
  </div>`;
}

function foundText(
  found: Found,
  { outcome }: SurveyMessages,
  invited: Reading['messages']['survey'],
): string {
  if (found === 'late') return `${outcome.lateTitle}. ${outcome.late}`;
  return found === 'cleared' ? outcome.cleared : invited[found];
}
