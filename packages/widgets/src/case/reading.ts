// How the parts of the screen write dates, texts that come from the API, and sentences on which something hangs.

import { isChecked, pickText, type I18nText, type PickedText } from '@lintas/contract/core';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatDeadline, localDay, type ZonedInstant } from '../core/dates.ts';
import { directionOf } from '../core/language.ts';
import type { Reading } from '../core/reading.ts';

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

/** Chooses the wording of a text for languages, the best first. */
type PickWording = (text: I18nText, languages: readonly string[]) => PickedText | undefined;

/** A text of the API in its own language and direction. One that nobody has checked stands beside one that was. */
export function apiText(
  text: I18nText,
  reading: Reading,
  pick: PickWording = pickText,
): TemplateResult | typeof nothing {
  const picked = pick(text, reading.languages);
  if (!picked) return nothing;
  if (isChecked(picked.reviewed)) return inOwnLanguage(picked);
  const checked = checkedWording(text, reading, pick);
  // Where all texts are like that, it is said once.
  const notice = reading.checked
    ? nothing
    : html`<span class="quiet small">${reading.messages.language.unreviewed}</span>`;
  return html`${inOwnLanguage(picked)} ${notice}${checked ? beside(checked, reading) : nothing}`;
}

/**
 * A sentence of the catalogue on which something hangs: a deadline, a decision, an agreement. One of which nobody has
 * checked the translation stands beside one that was.
 *
 * @param write gives the sentence to one reader, in the direction of their language
 */
export function weighty<Given extends Reading>(
  write: (reading: Omit<Given, 'checked'>) => string,
  reading: Given & { readonly checked?: Omit<Given, 'checked'> | undefined },
): TemplateResult {
  return html`${write(reading)}${besideUnchecked(write, reading)}`;
}

/** What stands beside sentences that were written already, where nobody has checked their translation. */
export function besideUnchecked<Given extends Reading>(
  write: (reading: Omit<Given, 'checked'>) => string,
  reading: Given & { readonly checked?: Omit<Given, 'checked'> | undefined },
): TemplateResult | typeof nothing {
  const { checked } = reading;
  return checked ? beside({ text: write(checked), lang: checked.reader.lang }, reading) : nothing;
}

/** Set apart, in its own direction. */
function beside({ text, lang }: Pick<PickedText, 'text' | 'lang'>, { messages }: Reading): TemplateResult {
  return html` <span class="visually-hidden">${messages.language.checkedText}</span>
    <span class="checked-text soft" lang=${lang} dir=${directionOf(lang)} .textContent=${text}></span>`;
}

/** A wording in its own language and direction. */
export function inOwnLanguage({ text, lang }: Pick<PickedText, 'text' | 'lang'>): TemplateResult {
  return html`<bdi lang=${lang} dir=${directionOf(lang)} .textContent=${text}></bdi>`;
}

/** In the language that stands beside the other texts, if it can be. */
function checkedWording(text: I18nText, { checked }: Reading, pick: PickWording): PickedText | undefined {
  return [...(checked ? [checked.reader.lang] : []), 'id', 'en']
    .map((lang) => pick(Object.fromEntries(Object.entries(text).filter(([tag]) => tag === lang)), [lang]))
    .find((picked) => picked && isChecked(picked.reviewed));
}
