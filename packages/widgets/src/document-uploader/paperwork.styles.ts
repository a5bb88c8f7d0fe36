// The look of the opened documents around the papers.

import { css, type CSSResult } from 'lit';

export const paperworkStyles: CSSResult = css`
  .standing {
    display: grid;
    gap: 0.75rem;
    margin-block-end: 1.5rem;
  }
  .headline {
    font-size: 1.1875rem;
    font-size: clamp(1.125rem, 1rem + 0.8cqi, 1.3125rem);
    line-height: 1.5;
    max-inline-size: 34rem;
    text-wrap: pretty;
  }
  .notices:not(:has(*)) {
    display: none;
  }
  .problem {
    color: var(--_lintas-error);
    font-weight: 600;
  }
  .own-device {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
    align-items: center;
    border-block-start: 1px solid var(--_lintas-line);
    padding-block: 1.5rem;
  }
  .own-device input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    min-inline-size: 0;
    min-block-size: 0;
    padding: 0;
    accent-color: var(--_lintas-accent);
  }
  .own-device label {
    font-size: 1.0625rem;
    padding-block: 0.625rem;
  }
  .own-device p {
    grid-column: 2;
    max-inline-size: 38rem;
  }
  .leave {
    border-block-start: 1px solid var(--_lintas-line);
    padding-block-start: 1.5rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  button:disabled,
  .pick:has(:disabled) {
    opacity: 0.6;
    cursor: default;
  }
`;
