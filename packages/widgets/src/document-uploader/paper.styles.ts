// The look of a paper: its drawing in the margin, what it is and why, and what kind of file it takes.

import { css, type CSSResult } from 'lit';

export const paperStyles: CSSResult = css`
  section.paper-entry,
  .paper-entry > .body,
  .kind,
  .accepted-body {
    grid-template-columns: minmax(0, 1fr);
  }
  .paper-head {
    display: grid;
    grid-template-columns: 4.5rem minmax(0, 1fr);
    gap: 1rem;
    align-items: center;
    align-content: start;
  }
  .paper-head h3 {
    overflow-wrap: break-word;
    hyphens: auto;
    /* The drawing stays in sight. */
    scroll-margin-block-start: 6.5rem;
  }
  /* Beside the drawing, large text would have room for a few letters. */
  @container (max-inline-size: 16rem) {
    .paper-head {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (min-inline-size: 46rem) {
    section.paper-entry {
      grid-template-columns: 12rem minmax(0, 1fr);
      column-gap: 2.5rem;
    }
    .paper-head {
      grid-template-columns: minmax(0, 1fr);
      align-items: start;
      gap: 0.75rem;
    }
  }
  .drawing {
    inline-size: 4.5rem;
    max-inline-size: 100%;
    block-size: auto;
    stroke-width: 2;
  }
  .drawing .paper {
    fill: var(--_lintas-surface);
    stroke: var(--_lintas-accent);
  }
  .drawing .tint {
    fill: var(--_lintas-accent-soft);
    stroke: var(--_lintas-accent);
    stroke-width: 1.5;
  }
  .drawing .line {
    stroke: var(--_lintas-control);
  }
  .drawing .zone {
    stroke: var(--_lintas-ink-soft);
    stroke-width: 2.5;
    stroke-dasharray: 3 3.5;
  }
  .drawing .ink-fill {
    fill: var(--_lintas-accent);
    stroke: none;
  }
  .drawing .pen {
    stroke: var(--_lintas-accent);
  }
  .drawing .seal {
    fill: var(--_lintas-accent);
    stroke: var(--_lintas-accent);
  }
  .drawing .frame {
    stroke: var(--_lintas-notice);
    stroke-width: 3;
  }
  .drawing .done {
    fill: var(--_lintas-accent);
    stroke: var(--_lintas-paper);
  }
  .drawing .done-tick {
    stroke: var(--_lintas-on-accent);
    stroke-width: 2.5;
  }
  /* Every shape would be filled with the colour of text. */
  @media (forced-colors: active) {
    .drawing {
      forced-color-adjust: none;
    }
    .drawing :is(.paper, .tint) {
      fill: Canvas;
      stroke: CanvasText;
    }
    .drawing :is(.line, .zone, .pen, .frame) {
      stroke: CanvasText;
    }
    .drawing :is(.ink-fill, .seal, .done) {
      fill: CanvasText;
    }
    .drawing .seal {
      stroke: CanvasText;
    }
    .drawing :is(.done, .done-tick) {
      stroke: Canvas;
    }
  }
  .need {
    padding: 0.125rem 0.625rem;
    border: 1px solid var(--_lintas-control);
    border-radius: 1rem;
    font-size: 0.875rem;
    font-weight: 600;
    color: var(--_lintas-ink-soft);
  }
  .need.needed {
    border-color: var(--_lintas-accent);
    background: var(--_lintas-accent-soft);
    color: var(--_lintas-accent);
  }
  .kind {
    display: grid;
    gap: 0.375rem;
    justify-items: start;
  }
  .kind label {
    font-size: 1rem;
  }
  select {
    font: inherit;
    min-block-size: 2.75rem;
    max-inline-size: 100%;
    padding: 0.375rem 0.75rem;
    color: var(--_lintas-ink);
    background: var(--_lintas-surface);
    border: 2px solid var(--_lintas-control);
    border-radius: var(--_lintas-radius);
  }
  details.accepted summary {
    padding-block: 0.625rem;
    font-size: 0.9375rem;
  }
  summary {
    cursor: pointer;
    font-weight: 600;
    color: var(--_lintas-accent);
    inline-size: fit-content;
  }
  .accepted-body {
    display: grid;
    gap: 1rem 1.75rem;
    padding-block: 0.5rem;
  }
  .accepted-body ul {
    display: grid;
    gap: 0.375rem;
    align-content: start;
  }
  .accepted-body li {
    list-style: disc;
    margin-inline-start: 1.125rem;
  }
  figure {
    margin: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    max-inline-size: 15rem;
  }
  figure .drawing {
    inline-size: 9rem;
  }
  figcaption a {
    display: inline-block;
    padding-block: 0.375rem;
  }
  @container (min-inline-size: 34rem) {
    .accepted-body {
      grid-template-columns: minmax(0, 1fr) 13rem;
    }
  }
`;
