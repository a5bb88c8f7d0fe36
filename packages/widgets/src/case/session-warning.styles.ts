// Where the warning lies that the session ends soon.

import { css, type CSSResult } from 'lit';

export const sessionWarningStyles: CSSResult = css`
  /* Where a browser cannot lay it over the page, it stays on the screen with its sheet, below the way out. */
  .notice.closing {
    position: sticky;
    inset-block: 5rem 0.5rem;
    z-index: 1;
    margin: 0 0 1.5rem;
    border-block: 1px solid var(--_lintas-notice);
    border-inline-end: 1px solid var(--_lintas-notice);
    color: inherit;
    /* See cover-while-away.ts; what lies over the page has no part in what the sheet looks like. */
    opacity: var(--_lintas-presence, 1);
  }
  .notice.closing.over {
    position: fixed;
    inset-block: auto 0.5rem;
    inset-inline: 0.5rem;
    z-index: 2;
    inline-size: auto;
    block-size: auto;
    max-inline-size: 40rem;
    /* With large text, half of the screen is left for what is being done. */
    max-block-size: 45vh;
    overflow: auto;
    margin: 0 auto;
    padding: min(0.875rem, 3vw) min(1.125rem, 4vw);
    box-shadow: 0 0.25rem 1.5rem rgb(10 20 30 / 35%);
  }
  .notice.closing.over h3 {
    font-size: 1.0625rem;
  }
  /* Where the words have to be scrolled, the button is there all the same. */
  .notice.closing.over button {
    position: sticky;
    inset-block-end: 0;
  }
  .notice.closing.over.at-start {
    inset-block: 5rem auto;
  }
`;
