// The card of an instrument, and the answers below it.

import { css, type CSSResult } from 'lit';

export const resultsStyles: CSSResult = css`
  section.card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding-block-end: 0;
  }
  h4,
  h5 {
    margin: 0;
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.4;
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
