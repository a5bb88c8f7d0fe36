// Bounds of questionnaires and answers. Apart from the shapes that use them, so that a page does not load those.

/** The most questions that a questionnaire has. */
export const MAX_QUESTIONS = 1000;
/** The longest answer in words, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 5000;
/** The smallest number of people that a public figure may ever stand for, and the usual one. */
export const LEAST_MIN_CELL = 5;
export const DEFAULT_MIN_CELL = 10;
