// A question in rows: a real table, where row and column together name each radio. Roles are written out because on
// narrow screens the rows become blocks, and browsers then forget that it was a table.

import { rowsInOrder } from '@lintas/contract/surveys';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { apiText } from '../../case/reading.ts';
import type { QuestionEntry } from '../registry.ts';
import { declineBox } from './choices.ts';

export function matrix(entry: QuestionEntry): TemplateResult {
  const { question, id, reading, seed } = entry;
  const options = question.options ?? [];
  const given = rowsOf(entry);
  return html`<table role="table" aria-labelledby=${entry.labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell"></td>
          ${options.map(
            ({ label }, column) =>
              html`<th role="columnheader" scope="col" id="${id}-c${column}">${apiText(label, reading)}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rowsInOrder(question, seed).map(
          (row, at) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" id="${id}-r${at}">${apiText(row.label, reading)}</th>
              ${options.map(
                ({ value, label }, column) =>
                  html`<td role="cell">
                    <label class="cell"
                      ><input
                        type="radio"
                        name="${id}-${at}"
                        aria-labelledby="${id}-r${at} ${id}-c${column}"
                        .checked=${live(given[row.id] === value)}
                        @change=${() => entry.give({ ...rowsOf(entry), [row.id]: value })}
                      /><span class="cell-label" aria-hidden="true">${apiText(label, reading)}</span></label
                    >
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    ${declineBox(entry)}`;
}

function rowsOf({ answer }: QuestionEntry): Readonly<Record<string, string>> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {};
}
