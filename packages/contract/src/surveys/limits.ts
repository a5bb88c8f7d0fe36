// Bounds of questionnaires and answers. Apart from the shapes that use them, so that a page does not load those.

import { DISCLOSURE_RULES, LOWEST_THRESHOLD } from '../disclosure/rules.ts';

/** The most questions that a questionnaire has. */
export const MAX_QUESTIONS = 1000;
/** The longest answer in words, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 5000;
/** The lowest and the usual `minCell`: so a questionnaire calls the threshold of its results. */
export const LEAST_MIN_CELL: number = LOWEST_THRESHOLD;
export const DEFAULT_MIN_CELL: number = DISCLOSURE_RULES.threshold;
