// Figures as number, trend or comparison, with the sentence that states the finding and the table. Fetched when a
// person asks for them.

import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../core/dates.ts';
import { chartOrTable, toggleButton } from '../figures/chart-or-table.ts';
import { comparedBars, type Compared } from '../figures/compared.ts';
import { notPublishedMeans } from '../figures/not-published.ts';
import { formatNumber } from '../figures/numbers.ts';
import type { FiguresTable } from '../figures/table.ts';
import { textFor } from '../locales/messages.ts';
import type { Figures, Lines, MetricsReading, Turned } from './figures.ts';
import {
  aboutText,
  amount,
  comparisonOf,
  findingOf,
  groupName,
  isCount,
  lastPublished,
  periodText,
} from './findings.ts';
import { trend } from './trend.ts';

export { readFigures } from './read-figures.ts';

export function screen(
  figures: Figures,
  view: string,
  turned: Turned,
  reading: MetricsReading,
): TemplateResult {
  const { texts, reader } = reading;
  const { groups, asOf, threshold } = figures;
  const compared = figures.by !== undefined;
  const index = compared ? Math.max(...groups.map(lastPublished)) : lastPublished(groups[0]);
  const finding = compared ? comparisonOf(figures, index, reading) : findingOf(figures, reading);
  const table = compared ? comparisonTable(figures, index, reading) : periodTable(figures, reading);
  const left = table.rows.some(({ cells }) => cells.includes(null));
  const chart = () => {
    if (compared) return comparison(figures, index, reading);
    return view === 'number' ? number(figures, index, reading) : trend(figures, finding, turned, reading);
  };
  return html`<div class="figures">
    <h3 part="finding" tabindex="-1">${finding}</h3>
    ${
      index < 0
        ? nothing
        : html`${toggleButton(turned, reading)} ${chartOrTable(chart(), table, turned.asTable, reading)}
          ${left ? notPublishedMeans(threshold, reading) : nothing}`
    }
    <div class="links soft">
      ${asOf === '' ? nothing : html`<span>${texts.asOf(formatDay(asOf, reader))}</span>`}
      ${groups.map(
        (group) =>
          html`<a part="csv" class="on-screen" href=${group.table} download referrerpolicy="no-referrer"
            >${group.name === '' ? texts.csv : texts.csvOf(groupName(group, figures.by, reading))}</a
          >`,
      )}
    </div>
    <details class="soft">
      <summary>${texts.meaning}</summary>
      <p>
        ${textFor(texts.meanings, figures.measure)}
        ${groups[0]?.series[0]?.clock === undefined ? nothing : textFor(texts.clocks, figures.clock)}
      </p>
    </details>
  </div>`;
}

function number({ groups: [lines] }: Figures, index: number, reading: MetricsReading): TemplateResult {
  const point = lines?.points[index];
  return html`<p class="large" part="number">${amount(point?.value ?? 0, lines?.series[0], reading)}</p>
    <p>${point ? periodText(point, reading) : nothing}</p>
    <p class="soft">${lines && isCount(lines) ? nothing : aboutText(point?.n, reading)}</p>`;
}

function comparison(figures: Figures, index: number, reading: MetricsReading): TemplateResult {
  const { texts } = reading;
  const rows = figures.groups.map((group): Compared => {
    const value = group.points[index]?.value ?? null;
    const high = group.series.find(({ statistic }) => statistic === 'p80');
    const further = high?.points[index]?.value ?? null;
    const { p50, p80 } = texts.statistics;
    return {
      name: groupName(group, figures.by, reading),
      value,
      text: value === null ? '' : amount(value, group.series[0], reading),
      what: high && p50,
      further:
        further === null ? undefined : { value: further, text: amount(further, high, reading), what: p80 },
    };
  });
  const further = rows.some((row) => row.further);
  return html`${comparedBars(rows, reading)} ${further ? html`<p class="soft">${texts.bars}</p>` : nothing}`;
}

function periodTable({ measure, groups: [lines] }: Figures, reading: MetricsReading): FiguresTable {
  const { texts } = reading;
  return {
    caption: textFor(texts.titles, measure),
    head: [texts.period, ...headOf(lines, reading)],
    // The newest first: that is what most people look for.
    rows: (lines?.points ?? [])
      .map((point, index) => ({
        name: periodText(point, reading),
        cells: lines ? cellsOf(lines, index, reading) : [],
      }))
      .reverse(),
  };
}

function comparisonTable(figures: Figures, index: number, reading: MetricsReading): FiguresTable {
  const { texts } = reading;
  const [first] = figures.groups;
  const point = figures.groups.find(({ points }) => points[index])?.points[index];
  const when = point ? `, ${periodText(point, reading)}` : '';
  return {
    caption: `${textFor(texts.titles, figures.measure)}${when}`,
    head: [texts.group, ...headOf(first, reading)],
    rows: figures.groups.map((group) => ({
      name: groupName(group, figures.by, reading),
      cells: cellsOf(group, index, reading),
    })),
  };
}

function headOf(lines: Lines | undefined, { texts }: MetricsReading): string[] {
  if (!lines) return [];
  const names = lines.series.map(({ statistic }) => textFor(texts.statistics, statistic));
  return isCount(lines) ? names : [...names, texts.n];
}

function cellsOf(lines: Lines, index: number, reading: MetricsReading): (string | null)[] {
  const values = lines.series.map((each) => {
    const value = each.points[index]?.value ?? null;
    return value === null ? null : amount(value, each, reading);
  });
  const n = lines.points[index]?.n ?? null;
  return isCount(lines) ? values : [...values, n === null ? null : formatNumber(n, reading.reader)];
}
