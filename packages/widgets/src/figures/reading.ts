// What published figures are shown with, beside what every part of the screen needs.

import type { Reading } from '../core/reading.ts';
import type { FiguresMessages } from '../locales/figures/messages.ts';

export interface FiguresReading<Texts extends FiguresMessages = FiguresMessages> extends Reading {
  readonly texts: Texts;
  /** Time and bars follow the direction in which people read. */
  readonly rightToLeft: boolean;
}
