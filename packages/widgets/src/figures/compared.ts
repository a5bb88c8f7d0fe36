// Figures side by side: a name, a bar, and the figure in words.

import { html, nothing, type TemplateResult } from 'lit';
import { bar } from './bar.ts';
import { notPublished } from './not-published.ts';
import type { FiguresReading } from './reading.ts';
import { roundMaximum } from './scale.ts';

export interface Compared {
  readonly name: string;
  /** `null` is not published. */
  readonly value: number | null;
  /** The value with its unit. */
  readonly text: string;
  /** What the value is, in words. */
  readonly what?: string | undefined;
  /** A further value, as a thin line. */
  readonly further?: { readonly value: number; readonly text: string; readonly what: string } | undefined;
  /** Stands after the name. */
  readonly note?: string | undefined;
}

/** @param maximum where bars end; without it, at a round number */
export function comparedBars(
  rows: readonly Compared[],
  reading: FiguresReading,
  maximum: number = roundMaximum(rows.flatMap(({ value, further }) => [value ?? 0, further?.value ?? 0])),
): TemplateResult {
  return html`<ul class="compared" part="chart">
    ${rows.map(
      ({ name, value, text, what, further, note }) =>
        html`<li>
          <span class="name"
            ><bdi>${name}</bdi>${note === undefined ? nothing : html` <span class="tag">${note}</span>`}</span
          >
          ${bar(value, maximum, reading.rightToLeft, further?.value)}
          <span class="amount ${what === undefined ? '' : 'explained'}">
            ${value === null ? notPublished(reading) : amount(text, what)}
            ${further ? amount(further.text, further.what) : nothing}
          </span>
        </li>`,
    )}
  </ul>`;
}

/** A figure after what it is, where that has to be said. */
function amount(text: string, what: string | undefined): string | TemplateResult {
  return what === undefined ? text : html`<span>${what} <strong>${text}</strong></span>`;
}
