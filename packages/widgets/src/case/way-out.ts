// The way out of the page that stands on the sheet of a widget: its button stays in reach while the sheet is on the screen.

import { html, type TemplateResult } from 'lit';
import type { Reading } from '../core/reading.ts';

export function wayOut(): TemplateResult {
  return html`<lintas-quick-exit part="quick-exit"></lintas-quick-exit>`;
}

/** What it does and does not do, below it; scrolls away with the rest. */
export function wayOutExplanation({ messages }: Reading): TemplateResult {
  return html`<p class="soft exit-explanation">${messages.exit.explanation}</p>`;
}

export function wayOutExplained(reading: Reading): TemplateResult {
  return html`${wayOut()} ${wayOutExplanation(reading)}`;
}
