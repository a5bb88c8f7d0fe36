// One question, one button, one answer.

import { css, type CSSResult } from 'lit';

export const checkStyles: CSSResult = css`
  .root,
  .answer {
    display: grid;
    gap: 1rem;
    justify-items: start;
  }
  h3 {
    display: flex;
    gap: 0.625rem;
    align-items: center;
  }
  h3:focus {
    outline: none;
  }
  .pick {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    padding: 0.5rem 1.125rem;
    border: 0.125rem solid var(--_lintas-accent);
    border-radius: calc(var(--_lintas-radius) * 0.67);
    background: var(--_lintas-accent);
    color: var(--_lintas-on-accent);
    line-height: 1.4;
    cursor: pointer;
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
  .answer {
    inline-size: 100%;
    gap: 0.625rem;
  }
  .answer.neutral {
    border-color: var(--_lintas-control);
    background: var(--_lintas-surface);
  }
  dl {
    display: grid;
    gap: 0.25rem 1rem;
    grid-template-columns: auto minmax(0, 1fr);
  }
  dt {
    color: var(--_lintas-ink-soft);
  }
  @media (forced-colors: active) {
    .pick {
      border-color: ButtonBorder;
    }
  }
`;
