// The few pictures of the tracker. All of them only repeat what stands beside them in words.

import { svg, type TemplateResult } from 'lit';

const icon = (content: TemplateResult): TemplateResult =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${content}</svg>`;

export const tick: TemplateResult = icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5"></path>`);

export const clock: TemplateResult = icon(
  svg`<circle cx="12" cy="12" r="9"></circle><path d="M12 7v5.5l3.5 2"></path>`,
);

export const ring: TemplateResult = icon(svg`<circle cx="12" cy="12" r="9"></circle>`);

export const halfRing: TemplateResult = icon(
  svg`<circle cx="12" cy="12" r="9"></circle><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"></path>`,
);

export const tickRing: TemplateResult = icon(
  svg`<circle cx="12" cy="12" r="9"></circle><path d="M8 12.5l3 3 5.5-6.5"></path>`,
);

export const attention: TemplateResult = icon(
  svg`<circle cx="12" cy="12" r="9"></circle><path d="M12 7.5v5.5M12 16.5v.01"></path>`,
);

export const dash: TemplateResult = icon(
  svg`<circle cx="12" cy="12" r="9"></circle><path d="M8 12h8"></path>`,
);
