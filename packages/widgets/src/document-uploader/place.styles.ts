// The look of a place for files: a sheet that something is laid on, with the ways to give a file.

import { css, type CSSResult } from 'lit';

export const placeStyles: CSSResult = css`
  .places {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  @container (min-inline-size: 34rem) {
    .places.sides {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .place {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
    align-content: start;
    padding: 1rem;
    padding: min(1rem, 5cqi);
    background: var(--_lintas-surface);
    border: 1.5px solid var(--_lintas-line);
    border-radius: var(--_lintas-radius);
  }
  .place.empty {
    border: 2px dashed var(--_lintas-control);
  }
  .over,
  .place.over {
    outline: 3px solid var(--_lintas-focus);
    outline-offset: 3px;
  }
  .paper-entry.over .place.empty {
    background: var(--_lintas-accent-soft);
  }
  .place h4 {
    display: grid;
    grid-template-columns: 2.75rem minmax(0, 1fr);
    gap: 0.625rem;
    align-items: center;
    margin: 0;
    font-size: 1rem;
    line-height: 1.3;
  }
  .place h4 .drawing {
    inline-size: 2.75rem;
  }
  .give {
    display: grid;
    gap: 0.5rem;
  }
  .pick {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    max-inline-size: 100%;
    padding: 0.5rem 0.9375rem;
    border: 0.125rem solid var(--_lintas-accent);
    border-radius: calc(var(--_lintas-radius) * 0.67);
    color: var(--_lintas-accent);
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.4;
    cursor: pointer;
  }
  .pick:hover {
    background: var(--_lintas-accent-soft);
  }
  .place.empty .pick.file {
    background: var(--_lintas-accent);
    color: var(--_lintas-on-accent);
  }
  .pick input {
    min-inline-size: 0;
    min-block-size: 0;
    padding: 0;
    border: 0;
  }
  .pick:focus-within {
    outline: 0.1875rem solid var(--_lintas-focus);
    outline-offset: 0.1875rem;
  }
  /* A camera in the hand goes with a finger on the screen; dropping and pasting with a mouse. */
  @media not (any-pointer: coarse) {
    .pick.photo {
      display: none;
    }
  }
  @media not (any-pointer: fine) {
    .drop-hint {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .pick {
      border-color: ButtonBorder;
    }
    .place,
    .need {
      border-color: CanvasText;
    }
  }
`;
