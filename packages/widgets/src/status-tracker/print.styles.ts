// The look on paper: black on white, all that explains the case, nothing to press.

import { css, type CSSResult } from 'lit';

export const printStyles: CSSResult = css`
  .print-only {
    display: none;
  }
  @media print {
    :host {
      color-scheme: light;
    }
    .root {
      background: none;
      border: 0;
      padding: 0;
      max-inline-size: none;
      color: #000;
    }
    .print-only {
      display: block;
      margin-block-end: 1.5rem;
    }
    button,
    lintas-quick-exit,
    .exit-explanation,
    .notices,
    .closing,
    .new,
    .earlier:not([open]) summary {
      display: none;
    }
    section,
    .tasks > li,
    .history > li {
      break-inside: avoid;
    }
    section.asked {
      background: none;
      margin-inline: 0;
      padding-inline: 1rem;
      border-inline-start: 0.25rem solid;
    }
    .stop,
    .now .stop {
      color: #000;
      border-color: #000;
      background: none;
      outline: 0;
    }
  }
`;
