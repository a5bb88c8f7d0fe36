// Whether this version can show a questionnaire that a newer server may have sent.

import { isKnown } from '../../core/index.ts';
import type { Condition } from '../conditions.ts';
import type { Question } from '../schemas.ts';
import { GROUP_KINDS, QUESTION_KINDS, TEST_KINDS } from '../vocabulary.ts';
import type { FormSource } from './steps.ts';

/** Ids of questions, and of pages, that this version cannot show as they are meant. */
export function unsupportedParts(
  { pages }: FormSource,
  /** Kinds that the page brings a renderer for. */
  kinds: readonly string[] = QUESTION_KINDS,
): string[] {
  return pages.flatMap(({ id, showIf, questions }) => [
    ...(isSupported(showIf) ? [] : [id]),
    ...questions.filter((question) => !canShow(question, kinds)).map((question) => question.id),
  ]);
}

function canShow({ kind, showIf, skipTo = [] }: Question, kinds: readonly string[]): boolean {
  return kinds.includes(kind) && isSupported(showIf) && skipTo.every(({ when }) => isSupported(when));
}

function isSupported(condition: Condition | undefined): boolean {
  if (condition === undefined || isKnown(TEST_KINDS, condition.kind)) return true;
  return isKnown(GROUP_KINDS, condition.kind) && (condition.of ?? []).every(isSupported);
}
