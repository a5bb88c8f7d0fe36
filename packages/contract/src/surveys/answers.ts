// What an answer is, and whether it is one to its question. The form and the server ask the same.

import * as z from 'zod/mini';
import { isOwnKey } from '../core/index.ts';
import { fitsPattern } from './patterns.ts';
import type { Question } from './schemas.ts';
import { SCALES, type ScaleKind } from './vocabulary.ts';

/**
 * An answer by the kind of its question: a number for scales and numbers; text for `single` (the option's value),
 * `text` and `date` (`2026-03-01`); a list of values for `multi`; the value of each row for `matrix`; `true` for a
 * consent; and `null` for "I prefer not to say". A question without an answer is not in the list.
 */
export const QuestionAnswer = z.union([
  z.string(),
  z.number(),
  z.literal(true),
  z.null(),
  z.array(z.string()),
  z.record(z.string(), z.string()),
]);
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;
export type Answers = Readonly<Record<string, QuestionAnswer>>;

/** Why an answer does not stand. The form has a sentence for each. */
export const ANSWER_PROBLEMS = [
  'required',
  'wrong_type',
  'not_declinable',
  'not_an_option',
  'out_of_range',
  'too_few',
  'too_many',
  'not_alone',
  'row_missing',
  'too_long',
  'characters',
  'pattern',
  'decimals',
  'no_such_day',
] as const;
export type AnswerProblem = (typeof ANSWER_PROBLEMS)[number];

/** Length of a text where its question says nothing. */
export const DEFAULT_MAX_LENGTH = 1000;

/** Control characters, and marks that reorder what stands around them; never line breaks. */
const UNWANTED = /[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Whether a question takes answers at all. */
export function isAnswerable({ kind }: Pick<Question, 'kind'>): boolean {
  return kind !== 'info';
}

export function isScale(kind: string): kind is ScaleKind {
  return isOwnKey(SCALES, kind);
}

/**
 * What a person typed, as it becomes an answer: without what no answer may hold, and `undefined` when nothing is left.
 * Line breaks of a question for one line become spaces.
 */
export function cleanAnswer(
  question: Question,
  typed: QuestionAnswer | undefined,
): QuestionAnswer | undefined {
  if (typeof typed === 'string') {
    const text = typed.replace(/\r\n?/g, '\n').replace(UNWANTED, '');
    const lines = question.multiline === true ? text : text.replace(/\n/g, ' ');
    return lines.trim() === '' ? undefined : lines.trim();
  }
  if (Array.isArray(typed)) return typed.length === 0 ? undefined : typed;
  if (typeof typed === 'object' && typed !== null) return Object.keys(typed).length === 0 ? undefined : typed;
  return typed;
}

/** What is wrong with the answer to a question that is shown; `undefined` when nothing is. */
export function answerProblem(
  question: Question,
  answer: QuestionAnswer | undefined,
): AnswerProblem | undefined {
  if (answer === undefined) return question.required === true ? 'required' : undefined;
  if (answer === null) return question.mayDecline === true ? undefined : 'not_declinable';
  const { kind } = question;
  if (isScale(kind)) return scaleProblem(SCALES[kind], answer);
  if (kind === 'single') return singleProblem(question, answer);
  if (kind === 'multi') return multiProblem(question, answer);
  if (kind === 'matrix') return matrixProblem(question, answer);
  if (kind === 'text') return textProblem(question, answer);
  if (kind === 'number') return numberProblem(question, answer);
  if (kind === 'date') return dateProblem(question, answer);
  return kind === 'consent' && answer === true ? undefined : 'wrong_type';
}

function scaleProblem([lowest, highest]: readonly [number, number], answer: QuestionAnswer) {
  if (typeof answer !== 'number') return 'wrong_type';
  return Number.isInteger(answer) && answer >= lowest && answer <= highest ? undefined : 'out_of_range';
}

function singleProblem(question: Question, answer: QuestionAnswer) {
  if (typeof answer !== 'string') return 'wrong_type';
  return optionOf(question, answer) ? undefined : 'not_an_option';
}

function multiProblem(question: Question, answer: QuestionAnswer) {
  if (!Array.isArray(answer)) return 'wrong_type';
  const { minChoices = 1, maxChoices = Number.POSITIVE_INFINITY } = question;
  const alone = answer.some((value) => optionOf(question, value)?.alone === true);
  if (!answer.every((value) => optionOf(question, value)) || new Set(answer).size < answer.length) {
    return 'not_an_option';
  }
  if (alone) return answer.length === 1 ? undefined : 'not_alone';
  if (answer.length < minChoices) return 'too_few';
  return answer.length > maxChoices ? 'too_many' : undefined;
}

function matrixProblem(question: Question, answer: QuestionAnswer) {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return 'wrong_type';
  const { rows = [], required = false } = question;
  const given = Object.entries(answer);
  const known = given.filter(([id]) => rows.some((row) => row.id === id));
  if (known.length < given.length || !given.every(([, value]) => optionOf(question, value))) {
    return 'not_an_option';
  }
  if (given.length === 0) return 'too_few';
  return required && given.length < rows.length ? 'row_missing' : undefined;
}

function textProblem(question: Question, answer: QuestionAnswer) {
  if (typeof answer !== 'string') return 'wrong_type';
  if (answer.length > (question.maxLength ?? DEFAULT_MAX_LENGTH)) return 'too_long';
  // What cleaning would change was not typed into the form.
  if (cleanAnswer(question, answer) !== answer) return 'characters';
  return question.pattern && !fitsPattern(answer, question.pattern) ? 'pattern' : undefined;
}

function numberProblem(question: Question, answer: QuestionAnswer) {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'wrong_type';
  const { min = -1e12, max = 1e12, decimals = 0 } = question;
  if (answer < min || answer > max) return 'out_of_range';
  return Number(answer.toFixed(decimals)) === answer ? undefined : 'decimals';
}

function dateProblem(question: Question, answer: QuestionAnswer) {
  if (typeof answer !== 'string') return 'wrong_type';
  const { earliest = '0001-01-01', latest = '9999-12-31' } = question;
  if (!isDay(answer)) return 'no_such_day';
  return answer < earliest || answer > latest ? 'out_of_range' : undefined;
}

/** Years of four digits, so that days compare as text. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function optionOf({ options = [] }: Question, value: string) {
  return options.find((option) => option.value === value);
}
