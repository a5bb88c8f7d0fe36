// What stands around a frame, and the frame itself, which looks like a part of the page.

import { css, type CSSResult } from 'lit';

export const frameStyles: CSSResult = css`
  .offer {
    display: grid;
    gap: 1rem;
    justify-items: start;
  }
  /* What stands in the frame has a sheet of its own. */
  .root.open {
    background: none;
    border: 0;
    padding: 0;
    max-inline-size: none;
  }
  .root.open > lintas-quick-exit {
    margin-inline: 0;
    padding-inline: 0.75rem;
    border: 1px solid var(--_lintas-line);
    border-radius: var(--_lintas-radius);
    background: var(--_lintas-paper);
  }
  iframe {
    display: block;
    inline-size: 100%;
    block-size: 0;
    border: 0;
    color-scheme: inherit;
  }
`;
