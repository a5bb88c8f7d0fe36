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
  /** A further value, as a thin line. */
  readonly further?: number | null;
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
    comparing.maximum ?? roundMaximum(rows.flatMap(({ value, further }) => [value ?? 0, further ?? 0]));
  return html`<ul class="compared" part="chart">
    ${rows.map(
      ({ name, value, text, further = null, note }) =>
        html`<li>
          <span class="name"
            ><bdi>${name}</bdi>${note === undefined ? nothing : html` <span class="tag">${note}</span>`}</span
          >
          ${bar(value, maximum, rightToLeft, further)}
          <span class="amount">
            ${value === null ? html`<span aria-hidden="true">×</span> ${notPublished}` : text}
          </span>
        </li>`,
    )}
  </ul>`;
}
