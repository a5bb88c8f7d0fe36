// Questions that are answered by writing: text, number, date.

import { DEFAULT_MAX_LENGTH } from '@lintas/contract/surveys';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { apiText } from '../../case/reading.ts';
import { readNumber, toAsciiDigits } from '../numbers.ts';
import type { QuestionEntry } from '../registry.ts';
import { declineBox } from './choices.ts';

export function text(entry: QuestionEntry): TemplateResult {
  const { question, answer, typed, id } = entry;
  const shown = typed ?? (typeof answer === 'string' ? answer : '');
  const onInput = onTyped((value) => entry.give(value, value));
  // Nothing cuts off what is pasted: too long is said, and the words stay.
  const rows = (question.maxLength ?? DEFAULT_MAX_LENGTH) > 200 ? 4 : 2;
  return html`${
    question.multiline === true
      ? html`<textarea
          id=${id}
          rows=${rows}
          dir="auto"
          aria-labelledby=${entry.labelledBy}
          aria-describedby=${entry.describedBy || nothing}
          aria-invalid=${entry.isInvalid ? 'true' : nothing}
          .value=${live(shown)}
          @input=${onInput}
        ></textarea>`
      : html`<input
          id=${id}
          type="text"
          dir="auto"
          autocomplete="off"
          aria-labelledby=${entry.labelledBy}
          aria-describedby=${entry.describedBy || nothing}
          aria-invalid=${entry.isInvalid ? 'true' : nothing}
          .value=${live(shown)}
          @input=${onInput}
        />`
  }${declineBox(entry)}`;
}

export function number(entry: QuestionEntry): TemplateResult {
  const { question, answer, typed, id, reading } = entry;
  const shown = typed ?? (typeof answer === 'number' ? String(answer) : '');
  const onInput = onTyped((value) =>
    entry.give(value.trim() === '' ? undefined : (readNumber(value, reading.reader.lang) ?? value), value),
  );
  // A field of type "number" takes no digits but those of the browser's own language.
  return html`<div class="row">
      <input
        id=${id}
        class="short"
        type="text"
        inputmode=${(question.decimals ?? 0) > 0 ? 'decimal' : 'numeric'}
        autocomplete="off"
        aria-labelledby="${entry.labelledBy}${question.unit ? ` ${id}-unit` : ''}"
        aria-describedby=${entry.describedBy || nothing}
        aria-invalid=${entry.isInvalid ? 'true' : nothing}
        .value=${live(shown)}
        @input=${onInput}
      />${question.unit ? html`<span id="${id}-unit">${apiText(question.unit, reading)}</span>` : nothing}
    </div>
    ${declineBox(entry)}`;
}

/** Day, month and year in fields of their own: no calendar to leaf through, and any script's digits. */
export function date(entry: QuestionEntry): TemplateResult {
  const { id, reading } = entry;
  const field = (part: keyof DateParts, fieldId: string, label: string): TemplateResult =>
    html`<label class="date-part ${part}"
      ><span>${label}</span
      ><input
        id=${fieldId}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${entry.isInvalid ? 'true' : nothing}
        .value=${live(partsOf(entry)[part])}
        @input=${onTyped((value) => giveDate(entry, { ...partsOf(entry), [part]: value }))}
    /></label>`;
  return html`<div class="row date">
      ${field('day', id, reading.texts.day)} ${field('month', `${id}-month`, reading.texts.month)}
      ${field('year', `${id}-year`, reading.texts.year)}
    </div>
    ${declineBox(entry)}`;
}

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function partsOf({ answer, typed }: QuestionEntry): DateParts {
  const [year = '', month = '', day = ''] = (typed ?? (typeof answer === 'string' ? answer : '')).split('-');
  return { year, month, day };
}

function giveDate(entry: QuestionEntry, { year, month, day }: DateParts): void {
  const written = [year, month, day].map((part) => part.replace(/-/g, '').trim());
  const [y = '', m = '', d = ''] = written.map(toAsciiDigits);
  const isEmpty = written.every((part) => part === '');
  entry.give(isEmpty ? undefined : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`, written.join('-'));
}

function onTyped(take: (value: string) => void): (event: Event) => void {
  return ({ currentTarget: field }) => {
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) take(field.value);
  };
}
