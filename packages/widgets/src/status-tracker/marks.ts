// The mark on what is new since the case was opened.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

export function newMark(isNew: boolean, messages: Messages): TemplateResult | typeof nothing {
  return isNew ? html`<span class="new" part="new-mark">${messages.history.new}</span>` : nothing;
}
