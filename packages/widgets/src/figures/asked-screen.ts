// What stands below the heading of published figures: the offer to show them, that they are on their way, what went
// wrong, or the figures.

import { html, type TemplateResult } from 'lit';
import { failureText } from '../case/failure-text.ts';
import type { Reading } from '../core/reading.ts';
import type { FiguresMessages } from '../locales/figures/messages.ts';
import type { Asked } from './asking.ts';

/**
 * @param ask asks for the figures, or once more after a failure
 * @param show the figures that have come
 */
export function askedScreen<Value>(
  asked: Asked<Value>,
  reading: Reading & { readonly texts: FiguresMessages },
  ask: () => void,
  show: (value: Value) => TemplateResult,
): TemplateResult {
  const { texts } = reading;
  switch (asked.kind) {
    case 'waiting':
      return html`<p class="soft">${texts.public}</p>
        <button type="button" class="primary" part="show-button" @click=${ask}>${texts.show}</button>`;
    case 'loading':
      return html`<p>${texts.loading}</p>`;
    case 'failed':
      return html`<div class="notice attention" part="failure">
        <h3 tabindex="-1">${texts.failed}</h3>
        <p>${failureText(asked.failure, reading)}</p>
        <button type="button" part="retry-button" @click=${ask}>${texts.tryAgain}</button>
      </div>`;
    case 'shown':
      return show(asked.value);
  }
}
