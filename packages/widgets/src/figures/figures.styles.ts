// Charts, tables and what stands around them. On paper, chart and table stand one below the other, without controls.

import { css, type CSSResult } from 'lit';

const layout = css`
  .root,
  .figures {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    justify-items: start;
  }
  .figures > * {
    max-inline-size: 100%;
  }
  .figures > :is(figure, ul, div, section) {
    inline-size: 100%;
    margin: 0;
  }
  h3:focus {
    outline: none;
  }
  .large {
    font-size: 2.5rem;
    font-size: clamp(2.25rem, 1.5rem + 5cqi, 3.5rem);
    font-weight: 650;
    line-height: 1.1;
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    justify-content: space-between;
  }
  .readout {
    display: grid;
    gap: 0.375rem;
  }
  .readout li,
  .compared li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.625rem;
    align-items: center;
  }
  .compared {
    display: grid;
    gap: 0.875rem;
  }
  .compared .name {
    flex: 1 1 100%;
  }
  .compared svg.bar {
    flex: 1 1 8rem;
  }
  .compared .amount {
    flex: 0 1 auto;
    font-weight: 650;
  }
  /* Below the bars, which then are all equally long. */
  .compared .explained {
    flex: 1 1 100%;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    font-weight: 400;
  }
  .compared + .soft {
    margin-block-start: 0.75rem;
  }
  input[type='range'] {
    padding: 0;
    border: 0;
    background: transparent;
    accent-color: var(--_lintas-accent);
  }
  .tag {
    display: inline-block;
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--_lintas-notice);
    border-radius: 1rem;
    background: var(--_lintas-notice-soft);
    color: var(--_lintas-notice);
    font-size: 0.875rem;
    font-weight: 600;
    line-height: 1.35;
  }
  summary {
    padding-block: 0.625rem;
    color: var(--_lintas-accent);
    cursor: pointer;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    align-items: center;
  }
  .links a {
    padding-block: 0.625rem;
  }
`;

const charts = css`
  svg.trend,
  svg.bar,
  svg.sample {
    overflow: visible;
    stroke-linecap: butt;
  }
  svg.trend {
    inline-size: 100%;
    block-size: 14rem;
    touch-action: pan-y;
  }
  svg.bar {
    inline-size: 100%;
    min-inline-size: 4rem;
    block-size: 1.25rem;
    stroke: var(--_lintas-ink);
    stroke-width: 2;
  }
  svg.sample {
    inline-size: 2.5rem;
    block-size: 1rem;
  }
  .grid {
    stroke: var(--_lintas-line);
    stroke-width: 1;
  }
  .cursor {
    stroke: var(--_lintas-control);
    stroke-width: 1;
  }
  .tick,
  .cross {
    stroke: none;
    fill: var(--_lintas-ink-soft);
    font-size: 0.8125rem;
  }
  .cross {
    text-anchor: middle;
    fill: var(--_lintas-ink);
    font-size: 1rem;
    font-weight: 650;
  }
  .line {
    stroke: var(--_lintas-accent);
    stroke-width: 2.5;
  }
  .point {
    stroke: var(--_lintas-accent);
    stroke-width: 2;
    fill: var(--_lintas-accent);
  }
  .line-1 {
    stroke: var(--_lintas-ink);
    stroke-dasharray: 7 4;
  }
  .line-2 {
    stroke: var(--_lintas-ink-soft);
    stroke-dasharray: 2 4;
  }
  rect.point {
    transform-box: fill-box;
    transform-origin: center;
    transform: translate(-4px, -4px);
    stroke: var(--_lintas-ink);
    fill: var(--_lintas-paper);
  }
  rect.point-2 {
    transform: translate(-4px, -4px) rotate(45deg);
    stroke: var(--_lintas-ink-soft);
  }
  .filled {
    stroke: none;
    fill: var(--_lintas-accent);
  }
  .unpublished {
    stroke: var(--_lintas-control);
    stroke-width: 1.5;
    stroke-dasharray: 4 4;
  }
  @media (forced-colors: active) {
    .line,
    .point,
    .grid,
    .cursor,
    .unpublished,
    svg.bar {
      stroke: CanvasText;
    }
    .tick,
    .cross,
    circle.point,
    .filled {
      fill: CanvasText;
    }
    rect.point,
    rect.point-2 {
      stroke: CanvasText;
      fill: Canvas;
    }
  }
`;

const tables = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    overflow-wrap: normal;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block-end: 0.5rem;
    text-align: start;
    font-weight: 600;
  }
  th,
  td {
    padding: 0.5rem 0.625rem;
    border-block-end: 1px solid var(--_lintas-line);
    text-align: end;
    vertical-align: top;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  thead th {
    vertical-align: bottom;
  }
  tbody th {
    font-weight: 400;
  }
  .suppressed {
    color: var(--_lintas-ink-soft);
    font-size: 0.9375rem;
  }
  @media screen {
    .away {
      display: none;
    }
  }
  @media print {
    button,
    .on-screen,
    input {
      display: none !important;
    }
    .root {
      border: 0;
      padding: 0;
    }
    .figures > *,
    tr,
    .compared li {
      break-inside: avoid;
    }
    .scroll {
      overflow: visible;
    }
  }
`;

export const figuresStyles: readonly CSSResult[] = [layout, charts, tables];
