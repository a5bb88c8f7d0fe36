// A question, and what it is answered with: room for a thumb, and nothing that only colour says.

import { css, type CSSResult } from 'lit';

const questions = css`
  .question {
    min-inline-size: 0;
    margin: 0;
    padding: 1.25rem 0 0;
    border: 0;
    border-block-start: 1px solid var(--_lintas-line);
  }
  .question > * + * {
    margin-block-start: 0.625rem;
  }
  /* A legend is laid out by rules of its own. */
  legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0 0 0.625rem;
  }
  legend ~ * {
    clear: both;
  }
  .words {
    display: block;
    font-size: 1.125rem;
    font-weight: 650;
    line-height: 1.4;
  }
  .info .words {
    font-weight: 400;
  }
  .quiet {
    color: var(--_lintas-ink-soft);
    font-size: 0.9375rem;
    font-weight: 400;
  }
  .question .error {
    color: var(--_lintas-error);
    font-weight: 650;
  }
  .question:not(.invalid) > .error {
    display: none;
  }
  .question.invalid {
    border-inline-start: 0.3125rem solid var(--_lintas-error);
    padding-inline-start: 0.875rem;
  }
  .long .block {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 320rem;
  }
  @media print {
    .long .block {
      content-visibility: visible;
    }
  }
  .options {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .option {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.875rem;
    border: 0.125rem solid var(--_lintas-control);
    border-radius: calc(var(--_lintas-radius) * 0.67);
    background: var(--_lintas-surface);
    font-weight: 400;
    line-height: 1.4;
    cursor: pointer;
  }
  /* No bolder: wider words would break into another line, and the page would jump under the finger. */
  .option:has(:checked) {
    border-color: var(--_lintas-accent);
    background: var(--_lintas-accent-soft);
  }
  .option:has(:focus-visible) {
    outline: 0.1875rem solid var(--_lintas-focus);
    outline-offset: 0.125rem;
  }
  @supports selector(:has(*)) {
    .option > input:focus-visible {
      outline: none;
    }
  }
  :is(.option, .cell) > input {
    flex: none;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    min-inline-size: 0;
    min-block-size: 0;
    margin: 0;
    accent-color: var(--_lintas-accent);
  }
  .option.decline,
  .own-device .option {
    border-color: transparent;
    background: none;
    padding-inline: 0.25rem;
  }
  svg.face {
    inline-size: 2rem;
    block-size: 2rem;
    stroke-width: 1.6;
    color: var(--_lintas-ink-soft);
  }
  .option:has(:checked) svg.face {
    color: var(--_lintas-accent);
  }
  .picture {
    inline-size: 3rem;
    block-size: 3rem;
    object-fit: contain;
  }
  .scale.numbers {
    grid-template-columns: repeat(auto-fill, minmax(3.25rem, 1fr));
  }
  .scale.numbers .option {
    flex-direction: column;
    gap: 0.25rem;
    padding: 0.5rem 0.25rem;
    font-variant-numeric: tabular-nums;
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    justify-content: space-between;
  }
  @container (min-inline-size: 20rem) {
    .scale.numbers {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
  }
  @container (min-inline-size: 38rem) {
    .scale.numbers {
      grid-template-columns: repeat(11, minmax(0, 1fr));
    }
    .scale.faces {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      grid-template-columns: none;
    }
    .scale.faces .option {
      flex-direction: column;
      justify-content: start;
      gap: 0.5rem;
      padding: 0.75rem 0.375rem;
      text-align: center;
    }
    .scale.faces .option > span {
      order: 1;
    }
    .scale.faces .option > input {
      order: 2;
      margin-block-start: auto;
    }
  }
  textarea {
    display: block;
    inline-size: 100%;
    padding: 0.5rem 0.875rem;
    border: 0.125rem solid var(--_lintas-control);
    border-radius: calc(var(--_lintas-radius) * 0.67);
    background: var(--_lintas-surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  textarea[aria-invalid='true'] {
    border-color: var(--_lintas-error);
  }
  input.short {
    inline-size: 10rem;
    max-inline-size: 100%;
  }
  .date-part {
    display: grid;
    gap: 0.25rem;
    font-weight: 400;
  }
  .date-part input {
    inline-size: 4.5rem;
  }
  .date-part.year input {
    inline-size: 6.5rem;
  }
`;

const matrix = css`
  /* Too narrow for columns: each row is a block, and each choice says its column itself. */
  table,
  tbody,
  tr,
  td,
  tbody th {
    display: block;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th {
    font-weight: 600;
    text-align: start;
  }
  thead {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  thead th {
    text-align: center;
    font-size: 0.9375rem;
    padding: 0.25rem;
    vertical-align: bottom;
  }
  tbody tr {
    border-block-start: 1px solid var(--_lintas-line);
    padding-block: 0.5rem;
  }
  tbody th {
    padding-block: 0.5rem;
    padding-inline-end: 0.75rem;
  }
  .cell {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    min-inline-size: 2.75rem;
    font-weight: 400;
    cursor: pointer;
  }
  @container (min-inline-size: 38.001rem) {
    table {
      display: table;
    }
    thead {
      position: static;
      clip-path: none;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
    }
    tbody {
      display: table-row-group;
    }
    tr {
      display: table-row;
    }
    td,
    tbody th {
      display: table-cell;
    }
    tbody th {
      font-weight: 400;
    }
    .cell {
      justify-content: center;
    }
    .cell-label {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .option:has(:checked) {
      border-color: Highlight;
      outline: 0.125rem solid Highlight;
    }
    .question.invalid {
      border-inline-start-color: Mark;
    }
    progress {
      border: 1px solid CanvasText;
      appearance: auto;
    }
  }
`;

export const questionStyles: readonly CSSResult[] = [questions, matrix];
