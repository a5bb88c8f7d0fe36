// Who looked at a translation.

import type { Open } from './open-enum.ts';

/** From nobody to a professional translator. */
export const REVIEW_LEVELS = ['none', 'machine', 'peer', 'professional'] as const;
export type ReviewLevel = (typeof REVIEW_LEVELS)[number];

/** Whether somebody who knows both languages has looked at a translation. A level that only a newer version knows says no. */
export function isChecked(reviewed: Open<ReviewLevel>): boolean {
  return reviewed === 'peer' || reviewed === 'professional';
}
