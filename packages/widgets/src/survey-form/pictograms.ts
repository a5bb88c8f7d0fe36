// Faces for the points of a scale, drawn from the worst to the best. They only repeat what stands beside them in words.

import { svg, type TemplateResult } from 'lit';

/** @param share where on the scale, from 0 (worst) to 1 (best) */
export function face(share: number): TemplateResult {
  // How far the middle of the mouth hangs below or above its corners.
  const bend = (share - 0.5) * 9;
  const corners = 16 - bend / 3;
  return svg`<svg class="face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="10"></circle>
    <path d="M8.5 9v.6M15.5 9v.6"></path>
    <path d=${`M7.5 ${round(corners)}Q12 ${round(corners + bend)} 16.5 ${round(corners)}`}></path>
  </svg>`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
