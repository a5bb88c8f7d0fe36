// A metric over time: the chart, and the figures of one period after the other as a person moves through them, by
// touch, by pointer or by the keys of a slider.

import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../figures/numbers.ts';
import { lineSample, trendChart } from '../figures/trend-chart.ts';
import { textFor } from '../locales/messages.ts';
import type { Figures, Lines, MetricsReading, Turned } from './figures.ts';
import { aboutText, amount, isCount, lastPublished, periodText } from './findings.ts';

export function trend(
  { groups: [lines] }: Figures,
  finding: string,
  turned: Turned,
  reading: MetricsReading,
): TemplateResult | typeof nothing {
  if (!lines) return nothing;
  const { texts, reader, rightToLeft } = reading;
  const { series, points } = lines;
  const chosen = Math.min(turned.chosen ?? lastPublished(lines), points.length - 1);
  const [first, last] = [points[0], points.at(-1)];
  return html`${trendChart({
      label: finding,
      lines: series.map((each) => each.points.map(({ value }) => value)),
      atLeast: series[0]?.unit === 'percent' ? 100 : 0,
      rightToLeft,
      chosen,
      formatTick: (value) => formatNumber(value, reader),
      choose: turned.choose,
    })}
    <div class="ends soft" aria-hidden="true">
      ${[first, last].map((point) => html`<span>${point ? periodText(point, reading, 'short') : ''}</span>`)}
    </div>
    ${
      points.length < 2
        ? nothing
        : html`<label class="on-screen">
            <span class="soft">${texts.choosePeriod}</span>
            <input
              type="range"
              part="period"
              min="0"
              max=${points.length - 1}
              .value=${String(chosen)}
              aria-valuetext=${readOut(lines, chosen, reading)}
              @input=${onInput(turned)}
            />
          </label>`
    }
    ${reads(lines, chosen, reading)}`;
}

function onInput({ choose }: Turned): (event: Event) => void {
  return ({ currentTarget }) => {
    if (currentTarget instanceof HTMLInputElement) choose(currentTarget.valueAsNumber);
  };
}

/** Legend and figures of the chosen period in one. */
function reads(lines: Lines, chosen: number, reading: MetricsReading): TemplateResult {
  const { series, points } = lines;
  const { texts } = reading;
  const point = points[chosen];
  return html`<div class="readout" part="readout">
    <strong>${point ? periodText(point, reading) : ''}</strong>
    <ul class="readout">
      ${series.map(
        (each, line) =>
          html`<li>
            ${lineSample(line)}
            <span>${textFor(texts.statistics, each.statistic)}</span>
            <strong>${figureOf(each.points[chosen]?.value ?? null, each, reading)}</strong>
          </li>`,
      )}
    </ul>
    ${isCount(lines) ? nothing : html`<span class="soft">${aboutText(point?.n, reading)}</span>`}
  </div>`;
}

/** The same for who hears it. */
function readOut({ series, points }: Lines, chosen: number, reading: MetricsReading): string {
  const point = points[chosen];
  const figures = series.map(
    (each) =>
      `${textFor(reading.texts.statistics, each.statistic)} ${figureOf(each.points[chosen]?.value ?? null, each, reading)}`,
  );
  return [point ? periodText(point, reading) : '', ...figures].join(', ');
}

function figureOf(value: number | null, series: Lines['series'][number], reading: MetricsReading): string {
  return value === null ? `× ${reading.texts.notPublished}` : amount(value, series, reading);
}
