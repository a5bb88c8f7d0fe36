// Always in reach while its part of the page is on the screen.

import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  .root {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem var(--_lintas-space);
    /* With large text on a small phone, the page needs the room. */
    padding-block: min(0.5rem, 2vw);
    /* The page scrolls by underneath. */
    background: var(--_lintas-paper);
    border-radius: var(--_lintas-radius);
  }
  button {
    padding-inline: min(1.25rem, 4vw);
    line-height: 1.3;
    background: var(--_lintas-surface);
  }
  .explanation {
    flex: 1 1 16rem;
    padding-inline-end: 0.5rem;
    color: var(--_lintas-ink-soft);
    font-size: 0.875rem;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
