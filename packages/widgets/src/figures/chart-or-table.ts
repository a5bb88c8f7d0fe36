// The same figures as a chart and as a table. On a screen a person turns from one to the other; on paper there are both.

import { html, type nothing, type TemplateResult } from 'lit';
import type { FiguresReading } from './reading.ts';
import { figuresTable, type FiguresTable } from './table.ts';

export function chartOrTable(
  chart: TemplateResult | typeof nothing,
  table: FiguresTable,
  asTable: boolean,
  reading: FiguresReading,
): TemplateResult {
  return html`<figure class=${asTable ? 'away' : ''}>${chart}</figure>
    <div class=${asTable ? '' : 'away'}>${figuresTable(table, reading)}</div>`;
}

/** Whether tables stand in place of charts, and how a person turns from one to the other. */
export interface Turned {
  readonly asTable: boolean;
  toggle(): void;
}

export function toggleButton({ asTable, toggle }: Turned, { texts }: FiguresReading): TemplateResult {
  return html`<button type="button" part="toggle" @click=${toggle}>
    ${asTable ? texts.asChart : texts.asTable}
  </button>`;
}
