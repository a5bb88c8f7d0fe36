// What stands here while no case is open and another widget of the page has the form, or an opened one is on its way.

import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../core/reading.ts';
import type { DocumentReading } from './document-reading.ts';
import type { WaitingUploads } from './waiting-uploads.ts';

/** @param isOpening whether a case is open already, and what shows its documents is on its way */
export function closed({ messages }: Reading, isOpening: boolean): TemplateResult {
  const { title, closed: explanation } = messages.uploader;
  return html`<div class="closed body">
    <h2 part="heading" tabindex="-1">${title}</h2>
    <p>${isOpening ? messages.form.opening : explanation}</p>
    <slot name="help"></slot>
  </div>`;
}

/** A session has ended in the middle of sending. */
export function waitingNotice(
  { isEmpty }: Pick<WaitingUploads, 'isEmpty'>,
  reading: DocumentReading | undefined,
): TemplateResult | typeof nothing {
  return reading && !isEmpty
    ? html`<p class="notice" part="waiting">${reading.texts.device.waiting}</p>`
    : nothing;
}
