// The invitation, and the dialog around the questions.

import { css, type CSSResult } from 'lit';

export const surveyFormStyles: CSSResult = css`
  .invitation {
    display: grid;
    gap: 1rem;
    justify-items: start;
  }
  dialog {
    container-type: inline-size;
    inline-size: min(48rem, 100%);
    max-inline-size: 100%;
    max-block-size: 100vh;
    max-block-size: 100dvh;
    padding: clamp(1rem, 5vw, 2rem);
    border: 1px solid var(--_lintas-line);
    border-radius: var(--_lintas-radius);
    background: var(--_lintas-paper);
    color: var(--_lintas-ink);
  }
  dialog::backdrop {
    background: rgb(10 20 30 / 60%);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: start;
    justify-content: space-between;
    margin-block-end: 1rem;
    padding-block: 0.5rem;
    /* In reach while the questions scroll by underneath. */
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_lintas-paper);
  }
`;
