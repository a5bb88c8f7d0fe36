// The look of an opened case: where it stands, what is to be done, what is checked, and what happened.

import { css, type CSSResult } from 'lit';

export const caseStyles: CSSResult = css`
  .headline {
    font-size: 1.25rem;
    font-size: clamp(1.1875rem, 1rem + 1cqi, 1.4375rem);
    line-height: 1.5;
    max-inline-size: 34rem;
    text-wrap: pretty;
  }
  .standing {
    display: grid;
    gap: 0.875rem;
    margin-block-end: 2rem;
  }

  /* What the person has to do: the one part with a tint, because nothing else is as urgent. */
  section.asked {
    background: var(--_lintas-notice-soft);
    border-block-start: 3px solid var(--_lintas-notice);
    margin-inline: calc(-1 * var(--_gutter));
    padding-inline: var(--_gutter);
  }
  .tasks > li {
    padding-block: 1rem;
    border-block-start: 1px solid var(--_lintas-line);
    display: grid;
    gap: 0.5rem;
  }
  .tasks > li:first-child {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .tasks > li:last-child {
    padding-block-end: 0;
  }
  .tasks strong {
    font-size: 1.0625rem;
  }
  .tasks button {
    justify-self: start;
  }
  .deadline {
    display: grid;
    grid-template-columns: 1.125rem minmax(0, 1fr);
    gap: 0.5rem;
    align-items: start;
    font-weight: 600;
  }
  .deadline svg {
    margin-block-start: 0.25rem;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    color: var(--_lintas-notice);
  }
  .how {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1.25rem;
  }
  .how li {
    list-style: disc;
  }
  .answered li {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr);
    gap: 0.625rem;
    padding-block: 0.25rem;
  }
  .answered svg {
    margin-block-start: 0.2rem;
    color: var(--_lintas-accent);
  }
  .own-calendar {
    font-weight: 400;
    color: var(--_lintas-ink-soft);
  }

  .checks > li {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr);
    column-gap: 0.75rem;
    padding-block: 0.625rem;
    border-block-start: 1px solid var(--_lintas-line);
  }
  .checks > li:first-child {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .checks svg {
    margin-block-start: 0.2rem;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--_lintas-ink-soft);
  }
  .checks .completed svg {
    color: var(--_lintas-accent);
  }
  .checks .waiting_on_you svg {
    color: var(--_lintas-notice);
  }
  .checks time {
    display: inline-block;
  }
  @container (min-inline-size: 24rem) {
    .facts {
      grid-template-columns: minmax(7rem, auto) minmax(0, 1fr);
    }
  }
  .checks .state {
    grid-column: 2;
  }
  @container (min-inline-size: 32rem) {
    .checks > li {
      grid-template-columns: 1.25rem minmax(0, 1fr) minmax(0, 1fr);
    }
    .checks .state {
      grid-column: 3;
    }
  }

  .range {
    font-size: 1.25rem;
    font-weight: 650;
    line-height: 1.4;
  }
  .outcome {
    display: grid;
    gap: 0.875rem;
    justify-items: start;
    border: 2px solid var(--_lintas-accent);
    border-radius: var(--_lintas-radius);
    padding: 1rem;
    padding: clamp(1rem, 3cqi, 1.75rem);
  }
  .outcome h4 {
    margin: 0;
    font-size: 1.375rem;
    line-height: 1.35;
  }
  .outcome h5 {
    margin: 0;
    font-size: 1rem;
    font-weight: 650;
  }
  .helpers {
    display: grid;
    gap: 0.75rem;
  }

  .history > li {
    position: relative;
    display: grid;
    gap: 0.125rem;
    padding-inline-start: 1.75rem;
    padding-block-end: 1.375rem;
  }
  .history > li:last-child {
    padding-block-end: 0;
  }
  .history > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.45rem;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border-radius: 50%;
    border: 3px solid var(--_lintas-accent);
    background: var(--_lintas-paper);
  }
  .history > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(0.375rem - 1px);
    inset-block: 1.5rem -0.25rem;
    border-inline-start: 2px solid var(--_lintas-line);
  }
  .history > li.fresh::before {
    background: var(--_lintas-accent);
  }
  .facts {
    display: grid;
    gap: 0.25rem 1.25rem;
    padding-block-start: 0.875rem;
  }
  .facts dt {
    color: var(--_lintas-ink-soft);
  }
  summary {
    cursor: pointer;
    font-weight: 600;
    color: var(--_lintas-accent);
    padding-block: 0.625rem;
    inline-size: fit-content;
  }
  summary h3 {
    display: inline;
    font-size: inherit;
  }
  section.folded {
    grid-template-columns: minmax(0, 1fr);
    padding-block: 1rem;
  }
  .leave {
    border-block-start: 1px solid var(--_lintas-line);
    padding-block-start: 1.75rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
`;
