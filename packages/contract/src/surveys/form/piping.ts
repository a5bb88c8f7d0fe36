// Earlier answers in a question's text: `{service}` becomes what the person answered to `service`.

import { pickText, type I18nText, type PickedText } from '../../core/index.ts';
import type { QuestionAnswer } from '../answers.ts';
import type { Question } from '../schemas.ts';

const PLACE = /\{([A-Za-z][A-Za-z0-9_-]{0,63})\}/g;
const NOT_ANSWERED = '…';

/** Ids of the questions whose answers a text shows. */
export function questionsPipedInto(text: string): string[] {
  return [...text.matchAll(PLACE)].flatMap(([, id]) => id ?? []);
}

/** Whether an answer to a question can stand in the text of another one. */
export function canBePiped({ kind, sensitive }: Question): boolean {
  return sensitive !== true && kind !== 'matrix' && kind !== 'multi' && kind !== 'consent' && kind !== 'info';
}

/** What of a form a text takes answers from. */
export interface PipeSource {
  /** A question that the form has. */
  questionOf(id: string): Question | undefined;
  /** Its answer, while it is shown. */
  answerOf(id: string): QuestionAnswer | undefined;
}

/** Picks a text as `pickText` does and puts the answers in. Plain text: whoever shows it must not read it as markup. */
export function pipeText(
  text: I18nText,
  languages: readonly string[],
  { questionOf, answerOf }: PipeSource,
): PickedText | undefined {
  const picked = pickText(text, languages);
  if (!picked?.text.includes('{')) return picked;
  const filled = picked.text.replace(PLACE, (place, id: string) => {
    const question = questionOf(id);
    if (!question) return place;
    const answer = canBePiped(question) ? answerOf(id) : undefined;
    return answer === undefined || answer === null
      ? NOT_ANSWERED
      : wordingOf(question, answer, [picked.lang, ...languages]);
  });
  return { ...picked, text: filled };
}

/** An answer in one piece in words: the label where it has one. */
function wordingOf(question: Question, answer: QuestionAnswer, languages: readonly string[]): string {
  if (typeof answer !== 'string' && typeof answer !== 'number') return '';
  const label = labelOf(question, answer);
  return (label && pickText(label, languages)?.text) ?? String(answer);
}

/** What an answer is called in its question; `undefined` where it has no name. */
export function labelOf(
  { options = [], points = [] }: Question,
  answer: string | number,
): I18nText | undefined {
  return (
    options.find(({ value }) => value === answer)?.label ??
    points.find(({ value }) => value === answer)?.label
  );
}
