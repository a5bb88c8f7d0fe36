// The look of the two sections about who looks at the documents.

import { css, type CSSResult } from 'lit';

export const privacyStyles: CSSResult = css`
  .privacy {
    border-block-start: 1px solid var(--_lintas-line);
    padding-block: 1rem;
  }
  .privacy summary {
    max-inline-size: 100%;
    padding-block: 0.75rem;
  }
  .privacy summary h3 {
    display: inline;
    margin: 0;
    font-size: 1.0625rem;
    color: inherit;
  }
  .privacy-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    justify-items: start;
    padding-block: 0.5rem 1.25rem;
    max-inline-size: 38rem;
  }
  .privacy-body > :is(ol, ul, div) {
    justify-self: stretch;
  }
  .accesses {
    display: grid;
    gap: 0.875rem;
  }
  .accesses li {
    padding-inline-start: 0.875rem;
    border-inline-start: 2px solid var(--_lintas-line);
  }
  .meaning {
    display: grid;
    gap: 0.375rem;
  }
  .meaning li {
    list-style: disc;
    margin-inline-start: 1.125rem;
  }
  .partner {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
    justify-items: start;
    padding: 1rem;
    background: var(--_lintas-surface);
    border: 1.5px solid var(--_lintas-line);
    border-radius: var(--_lintas-radius);
  }
  .partner h4 {
    margin: 0;
    font-size: 1rem;
    line-height: 1.4;
  }
`;
