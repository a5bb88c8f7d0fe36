// The look of a paper: its drawing in the margin, and the places for its files as sheets that something is laid on.

import { css, type CSSResult } from 'lit';

const papers = css`
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
    padding-block: 0.5rem;
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

const places = css`
  .places {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  @container (min-inline-size: 34rem) {
    .places.sides {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .place {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
    align-content: start;
    padding: 1rem;
    background: var(--_lintas-surface);
    border: 1.5px solid var(--_lintas-line);
    border-radius: var(--_lintas-radius);
  }
  .place.empty {
    border: 2px dashed var(--_lintas-control);
  }
  .over,
  .place.over {
    outline: 3px solid var(--_lintas-focus);
    outline-offset: 3px;
  }
  .paper-entry.over .place.empty {
    background: var(--_lintas-accent-soft);
  }
  .place h4 {
    display: grid;
    grid-template-columns: 2.75rem minmax(0, 1fr);
    gap: 0.625rem;
    align-items: center;
    margin: 0;
    font-size: 1rem;
    line-height: 1.3;
  }
  .place h4 .drawing {
    inline-size: 2.75rem;
  }
  .give {
    display: grid;
    gap: 0.5rem;
  }
  .pick {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    max-inline-size: 100%;
    padding: 0.5rem 0.9375rem;
    border: 0.125rem solid var(--_lintas-accent);
    border-radius: calc(var(--_lintas-radius) * 0.67);
    color: var(--_lintas-accent);
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.4;
    cursor: pointer;
  }
  .pick:hover {
    background: var(--_lintas-accent-soft);
  }
  .place.empty .pick.file {
    background: var(--_lintas-accent);
    color: var(--_lintas-on-accent);
  }
  .pick input {
    min-inline-size: 0;
    min-block-size: 0;
    padding: 0;
    border: 0;
  }
  .pick:focus-within {
    outline: 0.1875rem solid var(--_lintas-focus);
    outline-offset: 0.1875rem;
  }
  /* A camera in the hand goes with a finger on the screen; dropping and pasting with a mouse. */
  @media not (any-pointer: coarse) {
    .pick.photo {
      display: none;
    }
  }
  @media not (any-pointer: fine) {
    .drop-hint {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .pick {
      border-color: ButtonBorder;
    }
    .place,
    .need {
      border-color: CanvasText;
    }
  }
`;

const entries = css`
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    scroll-margin-block: 4rem;
  }
  .entry:focus {
    outline: none;
  }
  .entry:focus-visible {
    outline: 0.1875rem solid var(--_lintas-focus);
    outline-offset: 0.5rem;
    border-radius: 2px;
  }
  .entry + .entry,
  .entry + .give {
    border-block-start: 1px solid var(--_lintas-line);
    padding-block-start: 0.875rem;
  }
  @container (min-inline-size: 26rem) {
    .entry:has(> .preview) {
      grid-template-columns: 5rem minmax(0, 1fr);
    }
    .entry:has(> .preview) > :not(.preview) {
      grid-column: 2;
    }
    .entry > .preview {
      grid-row: span 2;
    }
  }
  .facts {
    display: grid;
    gap: 0.25rem;
    align-content: start;
  }
  .preview canvas {
    display: block;
    inline-size: auto;
    block-size: auto;
    max-inline-size: 5rem;
    max-block-size: 6.5rem;
    border: 1px solid var(--_lintas-line);
    border-radius: 3px;
  }
  .name {
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .soft .name {
    font-weight: 400;
  }
  .state,
  .findings li,
  .changes li {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr);
    gap: 0.5rem;
  }
  .state {
    font-size: 1.0625rem;
  }
  .state svg,
  .findings svg,
  .changes svg {
    margin-block-start: 0.2rem;
    color: var(--_lintas-ink-soft);
  }
  .changes svg {
    inline-size: 1rem;
    block-size: 1rem;
    color: var(--_lintas-accent);
  }
  .good .state svg {
    color: var(--_lintas-accent);
  }
  .asks .facts {
    border-inline-start: 0.375rem solid var(--_lintas-notice);
    background: var(--_lintas-notice-soft);
    padding: 0.75rem 1rem;
  }
  .asks .state svg,
  .asks .findings svg {
    color: var(--_lintas-notice);
  }
  .findings,
  .changes {
    display: grid;
    gap: 0.375rem;
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 0.625rem;
    border: 1px solid var(--_lintas-control);
    border-radius: 1rem;
    overflow: hidden;
    background: var(--_lintas-paper);
    color: var(--_lintas-accent);
  }
  progress::-webkit-progress-bar {
    background: var(--_lintas-paper);
  }
  progress::-webkit-progress-value {
    background: var(--_lintas-accent);
  }
  progress::-moz-progress-bar {
    background: var(--_lintas-accent);
  }
  progress:indeterminate {
    background: repeating-linear-gradient(
      90deg,
      var(--_lintas-accent) 0 1rem,
      var(--_lintas-accent-soft) 1rem 2rem
    );
  }
  @media (forced-colors: active) {
    progress {
      appearance: auto;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    progress::-webkit-progress-value {
      transition: inline-size 0.3s ease-out;
    }
  }
`;

export const paperStyles: CSSResult = css`
  ${papers}
  ${places}
  ${entries}
`;
