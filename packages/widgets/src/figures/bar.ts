// A bar beside its figure. It only repeats what stands there in numbers.

import { html, nothing, svg, type TemplateResult } from 'lit';

/**
 * @param value `null` is not published: then there is a dashed outline and no bar
 * @param further how far a thin line reaches beyond the bar
 */
export function bar(
  value: number | null,
  maximum: number,
  rightToLeft: boolean,
  further?: number,
): TemplateResult {
  const percent = (of: number): number => Math.min(100, (100 * of) / maximum);
  const place = (of: number): string => `${rightToLeft ? 100 - percent(of) : percent(of)}%`;
  return html`<svg class="bar" aria-hidden="true" focusable="false">
    ${
      value === null
        ? svg`<rect class="unpublished" x="1" y="25%" width="99%" height="50%"></rect>`
        : svg`<rect class="filled" x=${rightToLeft ? place(value) : '0'} y="15%" width="${percent(value)}%" height="70%"></rect>`
    }
    ${
      value === null || further === undefined
        ? nothing
        : svg`<line x1=${place(value)} x2=${place(further)} y1="50%" y2="50%"></line>
          <line x1=${place(further)} x2=${place(further)} y1="25%" y2="75%"></line>`
    }
  </svg>`;
}
