// The order in which questions and options are shown. By a seed, so that it stays the same when the form comes back.

import type { Question, SurveyPage } from '../schemas.ts';

/** The questions of a page in their order for this form. */
export function questionsInOrder(page: SurveyPage, seed: number): readonly Question[] {
  return page.shuffled === true ? shuffled(page.questions, seed, page.id) : page.questions;
}

/** The options of a question in their order for this form; those that stand alone stay last. */
export function optionsInOrder(question: Question, seed: number): NonNullable<Question['options']> {
  const { id, kind, options = [], shuffled: mixed } = question;
  if (mixed !== true || kind === 'matrix') return options;
  const together = options.filter(({ alone }) => alone !== true);
  return [...shuffled(together, seed, id), ...options.filter(({ alone }) => alone === true)];
}

/** The rows of a matrix in their order for this form. */
export function rowsInOrder(question: Question, seed: number): NonNullable<Question['rows']> {
  const { id, rows = [], shuffled: mixed } = question;
  return mixed === true ? shuffled(rows, seed, id) : rows;
}

/** Fisher and Yates, with numbers that follow from the seed and the name. */
function shuffled<Item>(items: readonly Item[], seed: number, name: string): Item[] {
  const random = numbersFrom(seed, name);
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    const [one, two] = [mixed[i], mixed[other]];
    if (one === undefined || two === undefined) continue;
    mixed[i] = two;
    mixed[other] = one;
  }
  return mixed;
}

/** Numbers from 0 to 1 (mulberry32); even enough for an order, and for nothing else. */
function numbersFrom(seed: number, name: string): () => number {
  let state = seed >>> 0;
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
