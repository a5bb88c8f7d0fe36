// What makes a questionnaire one that can be filled in, beyond the shape of its parts. Free of I/O.

import { isOwnKey, type FieldError } from '../core/index.ts';
import { isScale } from './answers.ts';
import type { QuestionInput, SurveyInput } from './inputs.ts';
import { MAX_QUESTIONS } from './limits.ts';
import { fieldError, repeated, within } from './publish-errors.ts';
import { referenceErrors } from './publish-references.ts';
import { textsOf } from './publish-texts.ts';
import { END, SCALES, type Instrument, type QuestionKind } from './vocabulary.ts';

/** The kind of question that an instrument is made of. */
const KIND_OF_INSTRUMENT: Readonly<Record<Instrument, QuestionKind>> = {
  skm: 'scale4',
  spkp: 'scale6',
  spak: 'scale6',
  post_case: 'scale5',
};

/** Why a questionnaire cannot be published; empty when it can. */
export function surveyErrors(survey: SurveyInput): FieldError[] {
  const ids = survey.pages.flatMap(({ id, questions }) => [id, ...questions.map((question) => question.id)]);
  const count = ids.length - survey.pages.length;
  return [
    ...repeated(ids, '/pages', 'id_repeated'),
    ...(ids.includes(END)
      ? [fieldError('/pages', 'id_reserved', 'The id "end" has a meaning of its own.')]
      : []),
    ...(count > MAX_QUESTIONS
      ? [fieldError('/pages', 'too_many_questions', `At most ${MAX_QUESTIONS} questions.`)]
      : []),
    ...repeated(survey.languages, '/languages', 'language_repeated'),
    ...measureErrors(survey),
    ...groupErrors(survey),
    ...textErrors(survey),
    ...survey.pages.flatMap(({ questions }, page) =>
      questions.flatMap((question, position) =>
        within(`/pages/${page}/questions/${position}`, questionErrors(question)),
      ),
    ),
    ...referenceErrors(survey),
  ];
}

function questionErrors(question: QuestionInput): FieldError[] {
  const { kind } = question;
  if (kind === 'info') return [];
  const errors: FieldError[] = [];
  if (question.sensitive === true && question.required === true && question.mayDecline !== true) {
    const message = 'Nobody has to answer what is sensitive: let people decline, or do not require it.';
    errors.push(fieldError('/mayDecline', 'must_be_declinable', message));
  }
  if (isScale(kind) && 'points' in question && question.points) {
    const [lowest, highest] = SCALES[kind];
    const values = question.points.map(({ value }) => value);
    errors.push(...repeated(values.map(String), '/points', 'value_repeated'));
    if (values.some((value) => value < lowest || value > highest)) {
      errors.push(
        fieldError('/points', 'out_of_range', `Points of this scale go from ${lowest} to ${highest}.`),
      );
    }
  }
  if ('options' in question) {
    errors.push(
      ...repeated(
        question.options.map(({ value }) => value),
        '/options',
        'value_repeated',
      ),
    );
  }
  if (kind === 'matrix')
    errors.push(
      ...repeated(
        question.rows.map(({ id }) => id),
        '/rows',
        'id_repeated',
      ),
    );
  return [...errors, ...rangeErrors(question)];
}

/** Ranges that nothing can lie in. */
function rangeErrors(question: QuestionInput): FieldError[] {
  const empty = (pointer: string) => [fieldError(pointer, 'empty_range', 'The range holds nothing.')];
  if (question.kind === 'number') {
    return (question.min ?? -Infinity) > (question.max ?? Infinity) ? empty('/max') : [];
  }
  if (question.kind === 'date') {
    return (question.earliest ?? '0') > (question.latest ?? '9999-12-31') ? empty('/latest') : [];
  }
  if (question.kind === 'multi') {
    const most = Math.min(question.maxChoices ?? Infinity, question.options.length);
    return (question.minChoices ?? 1) > most ? empty('/maxChoices') : [];
  }
  if (question.kind !== 'text' || !question.pattern) return [];
  const parts = question.pattern.map((part) => ('text' in part ? { min: part.text.length, max: 0 } : part));
  const shortest = parts.reduce((sum, { min }) => sum + min, 0);
  return [
    ...parts.flatMap(({ min, max }, i) => (max > 0 && min > max ? empty(`/pattern/${i}`) : [])),
    ...(shortest > (question.maxLength ?? Infinity) ? empty('/maxLength') : []),
  ];
}

/** An element is measured by one question, and by one of the kind that its instrument is made of. */
function measureErrors({ pages }: SurveyInput): FieldError[] {
  const measuring = pages.flatMap(({ questions }, page) =>
    questions.flatMap((question, position) =>
      'measures' in question && question.measures
        ? [
            {
              pointer: `/pages/${page}/questions/${position}/measures`,
              kind: question.kind,
              ...question.measures,
            },
          ]
        : [],
    ),
  );
  const names = measuring.map(({ instrument, element }) => `${instrument} ${element}`);
  return [
    ...repeated(names, '/pages', 'element_repeated'),
    ...measuring.flatMap(({ pointer, kind, instrument }) => {
      const wanted = KIND_OF_INSTRUMENT[instrument];
      const message = `Elements of this instrument are asked as ${wanted}.`;
      return kind === wanted ? [] : [fieldError(pointer, 'kind_mismatch', message)];
    }),
  ];
}

/** Groups are told apart by one choice of each person, and never by what is sensitive. */
function groupErrors({ pages, resultsBy }: SurveyInput): FieldError[] {
  if (resultsBy === undefined) return [];
  const by = pages.flatMap(({ questions }) => questions).find(({ id }) => id === resultsBy);
  if (by?.kind === 'single' && by.sensitive !== true) return [];
  const message = 'Results are told apart by a question with one choice that is not sensitive.';
  return [fieldError('/resultsBy', 'not_a_group', message)];
}

/** Every text has every language of the questionnaire: nobody meets half a form. */
function textErrors(survey: SurveyInput): FieldError[] {
  const { languages } = survey;
  return textsOf(survey).flatMap(([pointer, text]) => {
    const missing = languages.filter((language) => !isOwnKey(text, language));
    const message = 'Every text needs every language of the questionnaire.';
    return missing.length === 0 ? [] : [fieldError(pointer, 'language_missing', message)];
  });
}
