// The card of an instrument, and the answers below it.

import { css, type CSSResult } from 'lit';

export const resultsStyles: CSSResult = css`
  section.card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding-block-end: 0;
  }
  section.card > :is(h5, .groups, [part='follow-up']) {
    padding-block-start: 0.75rem;
  }
  h4,
  h5 {
    margin: 0;
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.4;
  }
  .period {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.75rem;
    align-items: center;
  }
  select {
    inline-size: auto;
    max-inline-size: 100%;
    min-block-size: 2.75rem;
    padding-inline: 0.625rem;
    border: 1px solid var(--_lintas-control);
    border-radius: var(--_lintas-radius);
    background: var(--_lintas-paper);
    color: var(--_lintas-ink);
    font: inherit;
  }
  figure {
    margin: 0;
  }
  details {
    inline-size: 100%;
  }
  .bands {
    display: grid;
    gap: 0.375rem;
    padding-block-end: 0.5rem;
  }
  .groups,
  .follow-up {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    margin: 0;
  }
  .follow-up {
    padding-block-start: 0.5rem;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  .answers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2rem;
    padding-block: 0.75rem;
  }
  .question {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
`;
