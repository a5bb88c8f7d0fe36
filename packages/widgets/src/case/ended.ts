// What is left when a case was closed or the time was over: that, and the way back to the form.

import { html, type TemplateResult } from 'lit';
import type { Reading } from '../core/reading.ts';
import type { EndReason } from './view-state.ts';

export function ended(why: EndReason, openAgain: () => void, { messages }: Reading): TemplateResult {
  const texts = messages.session;
  return html`<div class="ended">
    <h2 part="heading" tabindex="-1">${why === 'closed' ? texts.closedTitle : texts.endedTitle}</h2>
    <p class="lead">${why === 'closed' ? texts.closed : texts.ended}</p>
    <button class="primary" type="button" part="again-button" @click=${openAgain}>${texts.openAgain}</button>
  </div>`;
}
