// The sheet of published figures: what they are about, and below it the offer to show them, that they are on their way,
// what went wrong, or the figures.

import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../case/failure-text.ts';
import type { Localize } from '../core/localize.ts';
import { readingOf } from '../core/reading.ts';
import { translationNotice } from '../core/translation.ts';
import type { FiguresMessages } from '../locales/figures/messages.ts';
import type { Asking } from './asking.ts';
import type { FiguresReading } from './reading.ts';

interface Shown<Value, Texts extends FiguresMessages> {
  heading(texts: Texts): string;
  /** The figures that have come. */
  figures(value: Value, reading: FiguresReading<Texts>): TemplateResult;
}

/** Nothing until there are texts. */
export function figuresSheet<Value, Texts extends FiguresMessages>(
  asking: Asking<Value>,
  shown: Shown<Value, Texts>,
  texts: Texts | undefined,
  localize: Localize,
): TemplateResult | typeof nothing {
  const reading = readingOf(localize);
  if (!reading || !texts) return nothing;
  const { lang, dir } = localize;
  return html`<div class="root" part="sheet" lang=${lang} dir=${dir}>
    ${translationNotice(localize)}
    <h2 part="heading">${shown.heading(texts)}</h2>
    ${content(asking, shown, { ...reading, texts, rightToLeft: dir === 'rtl' })}
    <div class="visually-hidden" role="status">
      ${asking.asked.kind === 'loading' ? texts.loading : nothing}
    </div>
  </div>`;
}

function content<Value, Texts extends FiguresMessages>(
  { asked, askByHand }: Asking<Value>,
  { figures }: Shown<Value, Texts>,
  reading: FiguresReading<Texts>,
): TemplateResult {
  const { texts } = reading;
  switch (asked.kind) {
    case 'waiting':
      return html`<p class="soft">${texts.public}</p>
        <button type="button" class="primary" part="show-button" @click=${askByHand}>${texts.show}</button>`;
    case 'loading':
      return html`<p>${texts.loading}</p>`;
    case 'failed':
      return html`<div class="notice attention" part="failure">
        <h3 tabindex="-1">${texts.failed}</h3>
        <p>${failureText(asked.failure, reading)}</p>
        <button type="button" part="retry-button" @click=${askByHand}>${texts.tryAgain}</button>
      </div>`;
    case 'shown':
      return figures(asked.value, reading);
  }
}
