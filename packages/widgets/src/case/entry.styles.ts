// The look of the form that a case is opened with.

import { css, type CSSResult } from 'lit';

export const entryStyles: CSSResult = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
    justify-items: start;
    max-inline-size: 34rem;
  }
  .lead {
    font-size: 1.0625rem;
    max-inline-size: 34rem;
    margin-block: 0.75rem 1.75rem;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    justify-items: start;
    justify-self: stretch;
  }
  .field.wrong {
    border-inline-start: 5px solid var(--_lintas-error);
    padding-inline-start: 1rem;
  }
  label {
    font-weight: 650;
    font-size: 1.125rem;
  }
  input {
    font: inherit;
    font-size: 1.25rem;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
    min-block-size: 2.4rem;
    padding: 0.4rem 0.625rem;
    color: var(--_lintas-ink);
    background: var(--_lintas-surface);
    border: 2px solid var(--_lintas-control);
    border-radius: var(--_lintas-radius);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  #reference {
    inline-size: 13.5rem;
    text-transform: uppercase;
  }
  #reference.foreign {
    inline-size: 100%;
    text-transform: none;
  }
  #pin {
    inline-size: 8rem;
  }
  .masked {
    -webkit-text-security: disc;
  }
  input[aria-invalid='true'] {
    border-color: var(--_lintas-error);
  }
  input:focus-visible {
    outline: 3px solid var(--_lintas-focus);
    outline-offset: 2px;
  }
  .problem {
    color: var(--_lintas-error);
    font-weight: 600;
  }
  /* The reference as it was typed, with the place of the slip marked. */
  .slip {
    font-size: 1.25rem;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.06rem;
  }
  .slip mark {
    background: var(--_lintas-error-soft);
    color: var(--_lintas-error);
    font-weight: 700;
    border-block-end: 3px solid var(--_lintas-error);
    padding-inline: 0.1rem;
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2.25rem;
  }
  .promises {
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_lintas-line);
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }
  @container (min-inline-size: 46rem) {
    .entry {
      grid-template-columns: minmax(0, 34rem) minmax(14rem, 1fr);
      column-gap: 3rem;
    }
    .promises {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_lintas-line);
      padding-block-start: 0;
      padding-inline-start: 2rem;
      align-self: center;
      padding-block: 1.5rem;
    }
  }
  .promises li {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr);
    gap: 0.625rem;
  }
  .promises svg {
    margin-block-start: 0.2rem;
    color: var(--_lintas-accent);
  }
  .summary {
    justify-self: stretch;
  }
  .summary ul {
    display: grid;
    gap: 0.375rem;
  }
  .summary:focus {
    outline: 3px solid var(--_lintas-focus);
    outline-offset: 3px;
  }
`;
