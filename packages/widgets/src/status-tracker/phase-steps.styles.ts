// The look of the way of a case: five stations on one line, upright on a phone, across where there is room.

import { css, type CSSResult } from 'lit';

export const phaseStyles: CSSResult = css`
  .way {
    display: grid;
  }
  .station {
    --_station: 2rem;
    position: relative;
    display: grid;
    grid-template-columns: var(--_station) minmax(0, 1fr);
    column-gap: 1rem;
    padding-block-end: 1.25rem;
  }
  .station:last-child {
    padding-block-end: 0;
  }
  .station:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(var(--_station) / 2 - 1.5px);
    inset-block: var(--_station) 0;
    border-inline-start: 3px dotted var(--_lintas-control);
  }
  .station.done:not(:last-child)::before {
    border-inline-start: 3px solid var(--_lintas-accent);
  }
  .stop {
    inline-size: var(--_station);
    block-size: var(--_station);
    border-radius: 50%;
    border: 3px solid var(--_lintas-control);
    background: var(--_lintas-paper);
    display: grid;
    place-items: center;
    color: var(--_lintas-control);
  }
  .done .stop {
    border-color: var(--_lintas-accent);
    background: var(--_lintas-accent);
    color: var(--_lintas-on-accent);
  }
  .now .stop {
    border-color: var(--_lintas-accent);
    color: var(--_lintas-accent);
    outline: 4px solid var(--_lintas-accent-soft);
  }
  .now .stop::before {
    content: '';
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border-radius: 50%;
    background: currentColor;
  }
  .station strong {
    display: block;
    line-height: 1.35;
    padding-block-start: 0.25rem;
    font-weight: 600;
  }
  .now strong {
    font-weight: 750;
  }
  .station .when {
    display: block;
    font-size: 0.875rem;
    color: var(--_lintas-ink-soft);
  }
  .now .when {
    color: var(--_lintas-accent);
    font-weight: 650;
  }
  @container (min-inline-size: 42rem) {
    section.journey {
      grid-template-columns: minmax(0, 1fr);
    }
    .way {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
    .station {
      display: block;
      padding: 0;
      padding-inline-end: 0.75rem;
    }
    .station:not(:last-child)::before,
    .station.done:not(:last-child)::before {
      inset-inline: var(--_station) 0;
      inset-block: calc(var(--_station) / 2 - 1.5px) auto;
      border-inline-start: 0;
      border-block-start: 3px dotted var(--_lintas-control);
    }
    .station.done:not(:last-child)::before {
      border-block-start: 3px solid var(--_lintas-accent);
    }
    .station strong {
      padding-block-start: 0.625rem;
    }
  }
`;
