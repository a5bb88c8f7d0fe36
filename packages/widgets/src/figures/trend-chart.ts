// Lines over time, as SVG that is as wide as its place: every coordinate is a percentage, so nothing has to be measured.
// Time follows the reading direction, as the columns of the table do. Lines differ by dashes and by the shape of their
// points, not by colour alone. What is not published is a cross on the axis.

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { nearestTo, placeOf, roundMaximum } from './scale.ts';

export interface TrendChart {
  /** What the chart says, in words. */
  readonly label: string;
  /** For each line its values, oldest first; `null` is not published. */
  readonly lines: readonly (readonly (number | null)[])[];
  /** Percentages end at 100 at least. */
  readonly atLeast?: number | undefined;
  readonly rightToLeft: boolean;
  /** Which period is read out. */
  readonly chosen: number;
  formatTick(value: number): string;
  choose(index: number): void;
}

/** Percent of the height at which the highest value and 0 stand; what is not published stands below. */
const [TOP, BOTTOM, BELOW] = [12, 90, 98];

export function trendChart(chart: TrendChart): TemplateResult {
  const { label, lines, atLeast = 0, rightToLeft, chosen, formatTick, choose } = chart;
  const count = lines[0]?.length ?? 0;
  const maximum = roundMaximum([atLeast, ...lines.flat().map((value) => value ?? 0)]);
  const x = (index: number): string => `${placeOf(index, count, rightToLeft)}%`;
  const y = (value: number): string => `${BOTTOM - ((BOTTOM - TOP) * value) / maximum}%`;
  const onPointer = ({ currentTarget, clientX }: PointerEvent): void => {
    if (!(currentTarget instanceof Element)) return;
    const { left, width } = currentTarget.getBoundingClientRect();
    choose(nearestTo((100 * (clientX - left)) / width, count, rightToLeft));
  };
  return html`<svg
    class="trend"
    part="chart"
    role="img"
    aria-label=${label}
    @pointermove=${onPointer}
    @pointerdown=${onPointer}
  >
    ${[0, maximum / 2, maximum].map(
      (tick) =>
        svg`<line class="grid" x1="0" x2="100%" y1=${y(tick)} y2=${y(tick)}></line>
        <text class="tick" x=${rightToLeft ? '100%' : '0'} y=${y(tick)} dy="-0.3em">${formatTick(tick)}</text>`,
    )}
    <line class="cursor" x1=${x(chosen)} x2=${x(chosen)} y1="${TOP}%" y2="${BELOW}%"></line>
    ${lines.map((values, line) => [
      values.slice(1).map((value, index) => {
        const before = values[index] ?? null;
        return value === null || before === null
          ? nothing
          : svg`<line class="line line-${line}" x1=${x(index)} y1=${y(before)} x2=${x(index + 1)} y2=${y(value)}></line>`;
      }),
      values.map((value, index) => (value === null ? nothing : point(line, x(index), y(value)))),
    ])}
    ${Array.from({ length: count }, (_, index) =>
      lines.some((values) => values[index] === null)
        ? svg`<text class="cross" x=${x(index)} y="${BELOW}%">×</text>`
        : nothing,
    )}
  </svg>`;
}

/** How a line looks, beside its name. */
export function lineSample(line: number): TemplateResult {
  return html`<svg class="sample" aria-hidden="true" focusable="false">
    <line class="line line-${line}" x1="0" x2="100%" y1="50%" y2="50%"></line>
    ${point(line, '50%', '50%')}
  </svg>`;
}

function point(line: number, x: string, y: string): SVGTemplateResult {
  return line === 0
    ? svg`<circle class="point" cx=${x} cy=${y} r="4.5"></circle>`
    : svg`<rect class="point point-${line}" x=${x} y=${y} width="8" height="8"></rect>`;
}
