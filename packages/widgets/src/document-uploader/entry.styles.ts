// The look of what lies in a place: a file on its way, or a document and where it stands.

import { css, type CSSResult } from 'lit';

export const entryStyles: CSSResult = css`
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
    padding: 0.75rem min(1rem, 5cqi);
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
  .copy {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    justify-items: start;
    padding: 1rem;
    border: 1px solid var(--_lintas-line);
    border-radius: var(--_lintas-radius);
    background: var(--_lintas-paper);
  }
  .place .copy h4 {
    display: block;
    margin: 0;
    font-size: 1.0625rem;
    line-height: 1.4;
  }
  .copy form {
    gap: 1rem;
  }
  .copy label {
    font-size: 1rem;
  }
  .copy .pin {
    inline-size: 8rem;
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
  /* Otherwise it covers the stripes. */
  progress:indeterminate::-webkit-progress-bar {
    background: transparent;
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
  /* The bar would have the colour of what lies under it. */
  @media (forced-colors: active) {
    progress {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: Canvas;
      color: Highlight;
    }
    progress::-webkit-progress-bar {
      background: Canvas;
    }
    progress:indeterminate::-webkit-progress-bar {
      background: transparent;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
    progress:indeterminate {
      background: repeating-linear-gradient(90deg, Highlight 0 1rem, Canvas 1rem 2rem);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    progress::-webkit-progress-value {
      transition: inline-size 0.3s ease-out;
    }
  }
`;
