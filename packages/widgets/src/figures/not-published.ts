// How it is said that a figure is not published. The mark is for the eye; the words are for everybody.

import { html, type TemplateResult } from 'lit';
import { formatNumber } from './numbers.ts';
import type { FiguresReading } from './reading.ts';

export function notPublished({ texts }: FiguresReading): TemplateResult {
  return html`<span aria-hidden="true">×</span> ${texts.notPublished}`;
}

/** Explains the mark, where it stands. */
export function notPublishedMeans(threshold: number, { texts, reader }: FiguresReading): TemplateResult {
  return html`<p class="soft">${texts.notPublishedMeans(formatNumber(threshold, reader))}</p>`;
}
