// Figures side by side: a name, a bar, and the figure in words.

import { html, nothing, type TemplateResult } from 'lit';
import { bar } from './bar.ts';
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

interface Comparing {
  readonly rightToLeft: boolean;
  readonly notPublished: string;
  /** Where bars end; without it, at a round number. */
  readonly maximum?: number | undefined;
}

export function comparedBars(rows: readonly Compared[], comparing: Comparing): TemplateResult {
  const { rightToLeft, notPublished } = comparing;
  const maximum =
    comparing.maximum ??
    roundMaximum(rows.flatMap(({ value, further }) => [value ?? 0, further?.value ?? 0]));
  return html`<ul class="compared" part="chart">
    ${rows.map(
      ({ name, value, text, what, further, note }) =>
        html`<li>
          <span class="name"
            ><bdi>${name}</bdi>${note === undefined ? nothing : html` <span class="tag">${note}</span>`}</span
          >
          ${bar(value, maximum, rightToLeft, further?.value)}
          <span class="amount ${what === undefined ? '' : 'explained'}">
            ${value === null ? html`<span aria-hidden="true">×</span> ${notPublished}` : amount(text, what)}
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
