// Which questions stand on one screen together. Pure.

import type { Form, Question, Survey, SurveyPage } from '@lintas/contract/surveys';
import { questionsInOrder } from '@lintas/contract/surveys';

/** How a questionnaire is shown: page by page, as a whole, or one question at a time. */
export const LAYOUTS = ['pages', 'whole', 'one'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** A page of the questionnaire, or the part of it that is on a screen. */
export interface ScreenPart {
  /** Position of the page. */
  readonly position: number;
  readonly page: SurveyPage;
  readonly questions: readonly Question[];
  /** The same, a few at a time: what a browser lays out together, and what is shown anew together. */
  readonly blocks: readonly (readonly Question[])[];
}

/** Questions in a block. */
const BLOCK = 20;

export type Screen = readonly ScreenPart[];

/** All screens, also those that are hidden now. `seed` decides the order of shuffled questions. */
export function screensOf({ pages }: Pick<Survey, 'pages'>, layout: Layout, seed: number): readonly Screen[] {
  const parts = pages.map((page, position) => partOf(page, position, questionsInOrder(page, seed)));
  if (layout === 'whole') return [parts];
  if (layout === 'pages') return parts.map((part) => [part]);
  return parts.flatMap(({ page, position, questions }) =>
    questions.map((question) => [partOf(page, position, [question])]),
  );
}

function partOf(page: SurveyPage, position: number, questions: readonly Question[]): ScreenPart {
  const starts = questions.map((_, at) => at).filter((at) => at % BLOCK === 0);
  return { page, position, questions, blocks: starts.map((at) => questions.slice(at, at + BLOCK)) };
}

/** Questions of a screen that are shown now. */
export function shownOn(screen: Screen, form: Pick<Form, 'isShown'>): readonly Question[] {
  return screen.flatMap(({ questions }) => questions.filter(({ id }) => form.isShown(id)));
}

export function isShown(screen: Screen, form: Pick<Form, 'isShown'>): boolean {
  return screen.some(({ questions }) => questions.some(({ id }) => form.isShown(id)));
}

/** The nearest screen with something to show, before or after one; `undefined` at the end. */
export function neighbour(
  screens: readonly Screen[],
  from: number,
  step: 1 | -1,
  form: Pick<Form, 'isShown'>,
): number | undefined {
  for (let at = from + step; at >= 0 && at < screens.length; at += step) {
    const screen = screens[at];
    if (screen && isShown(screen, form)) return at;
  }
  return undefined;
}
