// Sizes of files for people. A mebibyte counts as a megabyte: whoever keeps to the number that is shown stays within
// the limit, however their device counts.

import type { Reader } from './dates.ts';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** Size of a file: `640 kB`, `2.4 MB`. */
export function formatBytes(bytes: number, { lang }: Reader): string {
  const [unit, size, digits] =
    bytes < MEGABYTE ? (['kilobyte', KILOBYTE, 0] as const) : (['megabyte', MEGABYTE, 1] as const);
  const amount = bytes === 0 ? 0 : Math.max(bytes / size, 1);
  // The second language is for those that the device does not know; it would take its own instead.
  return new Intl.NumberFormat([lang === 'en' ? 'en-GB' : lang, 'en-GB'], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
    numberingSystem: 'latn',
  }).format(amount);
}
