// The same figures as a table. It is always there: on paper it stands below the chart.

import { html, nothing, type TemplateResult } from 'lit';
import { notPublished } from './not-published.ts';
import type { FiguresReading } from './reading.ts';

export interface FiguresTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly name: string;
  /** `null` is not published. */
  readonly cells: readonly (string | null)[];
  /** Stands after the name. */
  readonly note?: string | undefined;
}

export function figuresTable({ caption, head, rows }: FiguresTable, reading: FiguresReading): TemplateResult {
  const [corner, ...columns] = head;
  return html`<div class="scroll" part="table" role="region" aria-label=${caption} tabindex="0">
    <table>
      <caption>
        <bdi>${caption}</bdi>
      </caption>
      <thead>
        <tr>
          <th scope="col">${corner}</th>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, cells, note }) =>
            html`<tr>
              <th scope="row"><bdi>${name}</bdi>${note === undefined ? nothing : html` <em>${note}</em>`}</th>
              ${cells.map((cell) =>
                cell === null
                  ? html`<td class="suppressed">${notPublished(reading)}</td>`
                  : html`<td>${cell}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
