// Whether an answer could have come out of its form. In time that grows with the number of questions.

import type { FieldError } from '../../core/index.ts';
import { isAnswerable, type AnswerProblem, type Answers } from '../answers.ts';
import { openForm } from './form.ts';
import type { FormSource } from './steps.ts';

/** What the form could not have produced, one by one; empty when it could. */
export function responseErrors(survey: FormSource, answers: Answers): FieldError[] {
  const form = openForm(survey, answers);
  const questions = survey.pages.flatMap((page) => page.questions).filter(isAnswerable);
  const asked = new Set(questions.map(({ id }) => id));
  const astray = Object.keys(answers).flatMap((id): FieldError[] => {
    if (!asked.has(id)) return [{ pointer: '/answers', code: 'unknown_question', message: UNKNOWN }];
    return form.isShown(id) ? [] : [fieldError(id, 'hidden_question', 'This question was not asked.')];
  });
  return [...astray, ...form.problems().map(([id, problem]) => fieldError(id, problem, MESSAGES[problem]))];
}

const UNKNOWN = 'There is an answer to a question that this version does not have.';

/** For developers; people read the form's own sentences. */
const MESSAGES: Readonly<Record<AnswerProblem, string>> = {
  required: 'This question needs an answer.',
  wrong_type: 'Not an answer to this kind of question.',
  not_declinable: 'This question cannot be declined.',
  not_an_option: 'Not one of the options, or one of them twice.',
  out_of_range: 'Outside of what can be answered.',
  too_few: 'Too few.',
  too_many: 'Too many.',
  not_alone: 'This option cannot be chosen together with others.',
  row_missing: 'Every row needs an answer.',
  too_long: 'The text is too long.',
  characters: 'The text holds characters that the form takes out.',
  pattern: 'The text does not have the form that is asked for.',
  decimals: 'Too many digits after the point.',
  no_such_day: 'There is no such day.',
};

function fieldError(id: string, code: string, message: string): FieldError {
  return { pointer: `/answers/${id}`, code, message };
}
