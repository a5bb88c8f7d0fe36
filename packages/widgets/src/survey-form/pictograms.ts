// Faces for the points of a scale, drawn from the worst to the best. They only repeat what stands beside them in words.

import { html, type TemplateResult } from 'lit';

const HEAD = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0';
const EYES = 'M8.5 9v.6M15.5 9v.6';

/** @param share where on the scale, from 0 (worst) to 1 (best) */
export function face(share: number): TemplateResult {
  // How far the middle of the mouth hangs below or above its corners.
  const bend = (share - 0.5) * 9;
  const corners = 16 - bend / 3;
  const mouth = `M7.5 ${round(corners)}Q12 ${round(corners + bend)} 16.5 ${round(corners)}`;
  // One path: a long form has thousands of faces.
  return html`<svg class="face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d=${HEAD + EYES + mouth}></path>
  </svg>`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
