// Whether a condition holds, given the answers that count.

import { isOwnKey } from '../../core/index.ts';
import type { QuestionAnswer } from '../answers.ts';
import type { Condition } from '../conditions.ts';

/** The answer that counts: `undefined` while the question is hidden or has none. */
export type AnswerOf = (question: string) => QuestionAnswer | undefined;

/** A condition of a kind that only a newer version knows holds: rather ask too much than too little. */
export function holds(condition: Condition, answerOf: AnswerOf): boolean {
  const { kind, of = [], question = '', row, value, values = [] } = condition;
  if (kind === 'all') return of.every((part) => holds(part, answerOf));
  if (kind === 'any') return of.some((part) => holds(part, answerOf));
  if (kind === 'none') return !of.some((part) => holds(part, answerOf));
  const answer = inRow(answerOf(question), row);
  if (kind === 'answered') return answer !== undefined && answer !== null;
  if (kind === 'declined') return answer === null;
  if (kind === 'equals') return answer !== undefined && answer === value;
  if (kind === 'one_of') return values.some((each) => each === answer);
  if (kind === 'includes') return Array.isArray(answer) && answer.some((each) => each === value);
  if (kind === 'at_least') return isNumber(answer) && isNumber(value) && answer >= value;
  if (kind === 'at_most') return isNumber(answer) && isNumber(value) && answer <= value;
  return true;
}

/** Ids of the questions that a condition looks at. */
export function questionsIn({ of = [], question }: Condition): string[] {
  return question === undefined ? of.flatMap(questionsIn) : [question];
}

/** The answer, or that in one row of a matrix. */
function inRow(answer: QuestionAnswer | undefined, row: string | undefined): QuestionAnswer | undefined {
  if (row === undefined || answer === null) return answer;
  if (typeof answer !== 'object' || Array.isArray(answer)) return undefined;
  return isOwnKey(answer, row) ? answer[row] : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
