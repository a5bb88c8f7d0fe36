// The sheet that a widget about a case stands on: read from top to bottom like a letter, with headings in a margin of
// their own where there is room. Colour never says anything that words do not.

import { css, type CSSResult } from 'lit';

export const sheetStyles: CSSResult = css`
  :host {
    --_gutter: 1.125rem;
    container-type: inline-size;
  }
  @supports (inline-size: 1cqi) {
    :host {
      /* Large text needs the room itself. */
      --_gutter: min(clamp(1.125rem, 5cqi, 3rem), 6cqi);
    }
  }
  .root {
    background: var(--_lintas-paper);
    border: 1px solid var(--_lintas-line);
    border-block-start: 0.375rem solid var(--_lintas-accent);
    border-radius: var(--_lintas-radius);
    max-inline-size: 60rem;
    padding: var(--_gutter);
    overflow-wrap: anywhere;
  }
  /* Where a line holds a word or two, long words are parted as the language does it. */
  @container (max-inline-size: 20rem) {
    .root > * {
      hyphens: auto;
    }
  }
  /*
   * The way out: its button stays in reach while the sheet is on the screen, its explanation scrolls away. As wide as the
   * sheet, so that no text is seen to slide by beside it.
   */
  :not(.bar) > lintas-quick-exit {
    margin-inline: calc(-1 * var(--_gutter));
    margin-block-end: 0.5rem;
    padding-inline: var(--_gutter);
    background: var(--_lintas-paper);
  }
  lintas-quick-exit::part(explanation) {
    display: none;
  }
  /* What takes the focus, or is scrolled to, does not come to lie under it. */
  :is(h2, h3, h4, summary, button, a, input) {
    scroll-margin-block-start: 5rem;
  }
  .exit-explanation {
    margin-block-end: 1.5rem;
    max-inline-size: 30rem;
  }
  h2 {
    font-size: 1.625rem;
    font-size: clamp(1.5rem, 1.2rem + 1.5cqi, 2rem);
  }
  /* A heading takes the focus so that reading goes on there; nothing can be done with it, so it needs no ring. */
  h2:focus,
  h4:focus {
    outline: none;
  }
  svg {
    display: block;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button {
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }
  button.link {
    min-block-size: 0;
    min-inline-size: 0;
    padding: 0.125rem 0;
    border: 0;
    text-align: start;
    font-weight: 600;
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    background: none;
  }
  /* A finger is wider than a line of text. */
  @media (pointer: coarse) {
    button.link,
    summary {
      min-block-size: 2.75rem;
    }
    .row:has(> button.link + button.link) {
      column-gap: 1.5rem;
    }
  }

  /* Sections: a heading in the margin, and what it is about beside it. */
  section {
    border-block-start: 1px solid var(--_lintas-line);
    padding-block: 1.75rem;
    display: grid;
    gap: 0.875rem;
  }
  @container (min-inline-size: 46rem) {
    section {
      grid-template-columns: 11rem minmax(0, 1fr);
      column-gap: 2.5rem;
    }
  }
  .body {
    display: grid;
    gap: 0.875rem;
    align-content: start;
    justify-items: start;
    min-inline-size: 0;
  }
  .body > :is(ol, ul, dl, div) {
    justify-self: stretch;
  }
  .row {
    max-inline-size: 100%;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }

  /* Notices stand out by a bar and by words. */
  .notice {
    border: 0 solid var(--_lintas-accent);
    border-inline-start-width: 0.375rem;
    background: var(--_lintas-accent-soft);
    padding: 0.875rem 1.125rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
    justify-items: start;
  }
  .notice.attention {
    border-color: var(--_lintas-notice);
    background: var(--_lintas-notice-soft);
  }
  .notice.error {
    border-color: var(--_lintas-error);
    background: var(--_lintas-error-soft);
    color: var(--_lintas-error);
  }
  .notices {
    margin-block-end: 1.5rem;
  }

  /* What is new since the case was opened. */
  .new {
    display: inline-block;
    margin-inline-start: 0.5rem;
    padding: 0.125rem 0.5rem;
    border: 1px solid var(--_lintas-accent);
    border-radius: 1rem;
    background: var(--_lintas-accent-soft);
    color: var(--_lintas-accent);
    font-size: 0.8125rem;
    font-weight: 650;
    line-height: 1.3;
    vertical-align: 0.1em;
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    .new {
      animation: appear 0.5s ease-out;
    }
    @keyframes appear {
      from {
        transform: translateY(0.5rem);
      }
    }
  }
  @media (forced-colors: active) {
    button.primary {
      border-color: ButtonText;
    }
  }
`;
