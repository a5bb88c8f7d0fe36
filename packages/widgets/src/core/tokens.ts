// The look of all widgets: ink on warm paper, one calm teal, and no red for ordinary waiting. Each public property
// (`--lintas-*`) may be set by the page on the element or on anything above it; rules use only the private ones.
//
// Dark colours follow the page's `color-scheme`: a page that offers both gets what the person prefers, and a page
// that is always light is not given a dark widget.

import { css, type CSSResult } from 'lit';

export const tokens: CSSResult = css`
  :host {
    --_lintas-font: var(
      --lintas-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Noto Naskh Arabic',
      'Noto Sans Arabic',
      'Noto Sans Myanmar',
      sans-serif
    );
    --_lintas-radius: var(--lintas-radius, 0.75rem);
    --_lintas-space: var(--lintas-space, 1rem);
    --_lintas-paper: var(--lintas-paper, #fbf8f2);
    --_lintas-surface: var(--lintas-surface, #ffffff);
    --_lintas-ink: var(--lintas-ink, #17263c);
    --_lintas-ink-soft: var(--lintas-ink-soft, #45546a);
    --_lintas-line: var(--lintas-line, #ddd5c7);
    --_lintas-control: var(--lintas-control, #6a7688);
    --_lintas-accent: var(--lintas-accent, #0a5a5c);
    --_lintas-on-accent: var(--lintas-on-accent, #ffffff);
    --_lintas-accent-soft: var(--lintas-accent-soft, #e0eeea);
    --_lintas-notice: var(--lintas-notice, #5a3d00);
    --_lintas-notice-soft: var(--lintas-notice-soft, #fcefd2);
    --_lintas-error: var(--lintas-error, #8f1630);
    --_lintas-error-soft: var(--lintas-error-soft, #fbe8e8);
    --_lintas-focus: var(--lintas-focus, #1f4fd8);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_lintas-paper: var(--lintas-paper, light-dark(#fbf8f2, #121b27));
      --_lintas-surface: var(--lintas-surface, light-dark(#ffffff, #1a2635));
      --_lintas-ink: var(--lintas-ink, light-dark(#17263c, #eef1f4));
      --_lintas-ink-soft: var(--lintas-ink-soft, light-dark(#45546a, #bcc7d3));
      --_lintas-line: var(--lintas-line, light-dark(#ddd5c7, #33445a));
      --_lintas-control: var(--lintas-control, light-dark(#6a7688, #8c9bac));
      --_lintas-accent: var(--lintas-accent, light-dark(#0a5a5c, #7fd3c8));
      --_lintas-on-accent: var(--lintas-on-accent, light-dark(#ffffff, #06292b));
      --_lintas-accent-soft: var(--lintas-accent-soft, light-dark(#e0eeea, #173a3e));
      --_lintas-notice: var(--lintas-notice, light-dark(#5a3d00, #f6dfae));
      --_lintas-notice-soft: var(--lintas-notice-soft, light-dark(#fcefd2, #3b2f12));
      --_lintas-error: var(--lintas-error, light-dark(#8f1630, #ffbcc4));
      --_lintas-error-soft: var(--lintas-error-soft, light-dark(#fbe8e8, #43202a));
      --_lintas-focus: var(--lintas-focus, light-dark(#1f4fd8, #a9c4ff));
    }
  }
`;
