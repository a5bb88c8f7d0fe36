// What every widget starts from: text, links, buttons, fields, focus. Sizes are relative to the page's root font, so
// that a person's own text size counts; directions are logical, so that right-to-left needs no second set.
//
// A widget returns `[...baseStyles, …]` as its `styles`, puts `lang` and `dir` on its outermost element, and gives that
// element the class `root`.

import { css, type CSSResult } from 'lit';
import { tokens } from './tokens.ts';

const text = css`
  :host {
    display: block;
  }
  /* A page that resets every element resets this one, too. */
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .root {
    /* Not on the host, where such a reset would take it away. */
    color: var(--_lintas-ink);
    font: 1rem/1.6 var(--_lintas-font);
    overflow-wrap: break-word;
    text-align: start;
    /* A page's own text may be set so, and all of it would be inherited: letters that join would be parted. */
    letter-spacing: normal;
    word-spacing: normal;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
  }
  .root,
  dialog {
    /* See cover-while-away.ts. */
    opacity: var(--_lintas-presence, 1);
  }
  @media print {
    .root,
    dialog {
      opacity: 1;
    }
  }
  /* Burmese stacks marks above and below its letters. */
  :lang(my) {
    line-height: 1.8;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.375rem;
  }
  h3 {
    font-size: 1.125rem;
  }
  :is(h2, h3):lang(my) {
    line-height: 1.7;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--_lintas-accent);
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 0.15em;
  }
  .soft {
    color: var(--_lintas-ink-soft);
    font-size: 0.9375rem;
  }
  .checked-text {
    display: block;
    /* Beside what it says again, though it is read from the other side. */
    inline-size: fit-content;
    margin-block: 0.25rem;
    padding-inline-start: 0.625rem;
    border-inline-start: 0.1875rem solid var(--_lintas-line);
    font-weight: normal;
    line-height: 1.45;
    text-align: start;
  }
  .translation {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    margin-block-end: 1rem;
  }
  .translation button {
    flex: none;
    padding-block: 0.25rem;
  }
  /* Browsers of 2021 look at a bdi's direction before its text is there; so this leaves it to how text is laid out. */
  bdi:not([dir='ltr'], [dir='rtl']) {
    unicode-bidi: plaintext;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const controls = css`
  button,
  input {
    font: inherit;
    color: inherit;
    min-block-size: 2.75rem;
    min-inline-size: 2.75rem;
    border-radius: calc(var(--_lintas-radius) * 0.67);
  }
  button {
    padding: 0.5rem 1.125rem;
    border: 0.125rem solid var(--_lintas-accent);
    background: transparent;
    color: var(--_lintas-accent);
    font-weight: 600;
    line-height: 1.4;
    cursor: pointer;
  }
  button:hover {
    background: var(--_lintas-accent-soft);
  }
  button.primary {
    background: var(--_lintas-accent);
    color: var(--_lintas-on-accent);
  }
  button.primary:hover {
    background: var(--_lintas-accent);
  }
  @supports (color: color-mix(in srgb, #000, #fff)) {
    button.primary:hover {
      background: color-mix(in srgb, var(--_lintas-accent) 88%, var(--_lintas-ink));
    }
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.75;
  }
  input {
    inline-size: 100%;
    padding: 0.5rem 0.875rem;
    border: 0.125rem solid var(--_lintas-control);
    background: var(--_lintas-surface);
    color: var(--_lintas-ink);
  }
  input[aria-invalid='true'] {
    border-color: var(--_lintas-error);
  }
  label {
    font-weight: 600;
  }
  :focus-visible {
    outline: 0.1875rem solid var(--_lintas-focus);
    outline-offset: 0.1875rem;
  }
  @media (forced-colors: active) {
    button,
    input {
      border-color: ButtonBorder;
    }
    button[aria-disabled='true'] {
      opacity: 1;
      color: GrayText;
    }
    /* Otherwise they keep our colours, on a background that is not ours. */
    svg {
      forced-color-adjust: auto;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;

export const baseStyles: readonly CSSResult[] = [tokens, text, controls];
