// A form as it would be on good paper: one question under the other, and room for a thumb.

import { css, type CSSResult } from 'lit';
import { questionStyles } from './question.styles.ts';

const frame = css`
  .about {
    display: grid;
    gap: 0.5rem;
    margin-block-end: 1.25rem;
  }
  :is(h2, h3, strong, .notice):focus {
    outline: none;
  }
  :is(.fill, .block) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
  }
  .progress {
    display: grid;
    gap: 0.375rem;
  }
  .progress p {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    justify-content: space-between;
  }
  progress {
    inline-size: 100%;
    block-size: 0.5rem;
    border: 0;
    border-radius: 1rem;
    overflow: hidden;
    background: var(--_lintas-line);
    accent-color: var(--_lintas-accent);
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_lintas-line);
  }
  progress::-webkit-progress-value {
    background: var(--_lintas-accent);
  }
  progress::-moz-progress-bar {
    background: var(--_lintas-accent);
  }
  .notice ul {
    display: grid;
    gap: 0.5rem;
    list-style: disc;
    padding-inline-start: 1.25rem;
  }
  .notice.error a {
    color: inherit;
    display: block;
    padding-block: 0.375rem;
  }
  .notice h3 {
    display: flex;
    gap: 0.625rem;
    align-items: center;
  }
  .own-device {
    display: grid;
    gap: 0.25rem;
    border-block-start: 1px solid var(--_lintas-line);
    padding-block-start: 1rem;
  }
  .trap {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .review,
  .review dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  .given {
    border-block-start: 1px solid var(--_lintas-line);
    padding-block-start: 0.75rem;
  }
  .given dt {
    color: var(--_lintas-ink-soft);
  }
  .given dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    justify-content: space-between;
    align-items: center;
  }
  .given .answer {
    font-weight: 600;
  }
  .given button.link {
    min-block-size: 2.75rem;
    color: var(--_lintas-accent);
  }
  .line {
    display: block;
  }
  .receipt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 0.75rem;
  }
  .receipt code {
    display: inline-block;
    padding: 0.25rem 0.625rem;
    border: 1px solid currentColor;
    font-family: ui-monospace, monospace;
    font-size: 1.25rem;
    line-height: 1.8;
    user-select: all;
  }
  /* Parted between two groups alone, never at a hyphen, which belongs to it. */
  .receipt code span {
    margin-inline-end: 0.75em;
    white-space: nowrap;
  }
`;

export const fillingStyles: readonly CSSResult[] = [frame, ...questionStyles];
