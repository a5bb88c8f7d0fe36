// What is the matter with an answer, in words that say what to do.

import {
  DEFAULT_MAX_LENGTH,
  isScale,
  SCALES,
  type AnswerProblem,
  type Question,
} from '@lintas/contract/surveys';
import { isolate } from '../core/bidi.ts';
import { formatDay } from '../core/dates.ts';
import type { SurveyReading } from './survey-reading.ts';

export function problemText(question: Question, problem: AnswerProblem, reading: SurveyReading): string {
  const { problems } = reading.texts;
  switch (problem) {
    case 'required':
      if (question.kind === 'consent') return problems.consent;
      return question.mayDecline === true ? problems.requiredOrDecline : problems.required;
    case 'wrong_type':
      return question.kind === 'number' ? problems.number : problems.other;
    case 'no_such_day':
      return problems.date;
    case 'out_of_range':
      return rangeText(question, reading);
    case 'decimals':
      return problems.decimals(question.decimals ?? 0);
    case 'too_few':
      return problems.tooFew(question.minChoices ?? 1);
    case 'too_many':
      return problems.tooMany(question.maxChoices ?? question.options?.length ?? 1);
    case 'not_alone':
      return problems.notAlone;
    case 'row_missing':
      return problems.rowMissing;
    case 'too_long':
      return problems.tooLong(question.maxLength ?? DEFAULT_MAX_LENGTH);
    case 'pattern':
      return problems.pattern;
    default:
      return problems.other;
  }
}

function rangeText(question: Question, reading: SurveyReading): string {
  const { problems } = reading.texts;
  const [least, most] = boundsOf(question, reading);
  if (least !== undefined && most !== undefined) return problems.between(least, most);
  if (least !== undefined) return problems.atLeast(least);
  return most === undefined ? problems.other : problems.atMost(most);
}

function boundsOf(
  { kind, min, max, earliest, latest }: Question,
  { reader }: SurveyReading,
): readonly [least: string | undefined, most: string | undefined] {
  if (isScale(kind)) return [String(SCALES[kind][0]), String(SCALES[kind][1])];
  const day = (bound: string | undefined) => bound && isolate(formatDay(bound, reader));
  const number = (bound: number | undefined) => (bound === undefined ? bound : isolate(String(bound)));
  return kind === 'date' ? [day(earliest), day(latest)] : [number(min), number(max)];
}
