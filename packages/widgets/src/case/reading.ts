// What every part of the screen needs in order to write for its reader, and how it writes dates and texts that
// come from the API.

import { pickText, type I18nText, type PickedText } from '@lintas/contract/core';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatDeadline, localDay, type Reader, type ZonedInstant } from '../core/dates.ts';
import { directionOf } from '../core/language.ts';
import type { Messages } from '../locales/messages.ts';

/** A reader, their texts, and the moment at which they read. */
export interface Reading {
  readonly messages: Messages;
  readonly reader: Reader;
  /** BCP 47 tags for texts of the API, the best first. */
  readonly languages: readonly string[];
  /** Milliseconds of Unix time. */
  readonly now: number;
}

/** Deadline or appointment for a sentence of the catalogue. */
export function deadlineText(deadline: ZonedInstant, { reader }: Reading): string {
  return isolate(formatDeadline(deadline, reader));
}

/** The same day in the calendar that the reader lives by, where that is another one. */
export function ownCalendar(
  { at, zone }: ZonedInstant,
  { reader, messages }: Reading,
): TemplateResult | typeof nothing {
  const day = localDay(at, reader, zone);
  if (day === undefined) return nothing;
  return html`<span class="own-calendar">
    <span class="visually-hidden">${messages.a11y.localCalendar}</span>
    <bdi lang=${reader.wanted}>(${day})</bdi>
  </span>`;
}

/** A text of the API as plain words, for a sentence of the catalogue. */
export function wordsOf(text: I18nText, { languages }: Reading): string {
  const picked = pickText(text, languages);
  return picked ? isolate(picked.text) : '';
}

/** A text of the API in its own language and direction. One that nobody has checked stands beside one that was. */
export function apiText(text: I18nText, reading: Reading): TemplateResult | typeof nothing {
  const picked = pickText(text, reading.languages);
  if (!picked) return nothing;
  if (isReviewed(picked)) return inOwnLanguage(picked);
  const checked = reviewedText(text);
  return html`${inOwnLanguage(picked)}
    <span class="quiet small">${reading.messages.language.unreviewed}</span>${
      checked
        ? html`<span class="checked-text small"
            >${reading.messages.language.checkedText} ${inOwnLanguage(checked)}</span
          >`
        : nothing
    }`;
}

/** A wording in its own language and direction. */
export function inOwnLanguage({ text, lang }: Pick<PickedText, 'text' | 'lang'>): TemplateResult {
  return html`<bdi lang=${lang} dir=${directionOf(lang)} .textContent=${text}></bdi>`;
}

function isReviewed({ reviewed }: PickedText): boolean {
  return reviewed === 'peer' || reviewed === 'professional';
}

function reviewedText(text: I18nText): PickedText | undefined {
  return ['id', 'en']
    .map((lang) => pickText(Object.fromEntries(Object.entries(text).filter(([tag]) => tag === lang)), [lang]))
    .find((picked) => picked && isReviewed(picked));
}
