// The words that results are read by: those of the questionnaire, in the reader's language.

import { pickText, type I18nText } from '@lintas/contract/core';
import { isScale, SCALES, type Question, type Survey } from '@lintas/contract/surveys';
import { html, type TemplateResult } from 'lit';
import { apiText } from '../case/reading.ts';
import { textFor } from '../locales/messages.ts';
import type { ResultsReading } from './results.ts';

export function findQuestion({ pages }: Survey, id: string): Question | undefined {
  return pages.flatMap(({ questions }) => questions).find((question) => question.id === id);
}

/** The question as it was asked; for one of a matrix, its row. */
export function questionText(
  survey: Survey,
  id: string,
  row: string | undefined,
  reading: ResultsReading,
): string {
  const asked = textsAsked(survey, id, row);
  return asked.length === 0 ? id : asked.map((text) => plain(text, reading)).join(' ');
}

/** The same to be read: a wording that nobody has checked stands beside one that was. */
export function askedWords(
  survey: Survey,
  id: string,
  row: string | undefined,
  reading: ResultsReading,
): TemplateResult {
  const asked = textsAsked(survey, id, row);
  return html`${asked.length === 0 ? id : asked.map((text) => html`${apiText(text, reading)} `)}`;
}

function textsAsked(survey: Survey, id: string, row: string | undefined): I18nText[] {
  const question = findQuestion(survey, id);
  const label = question?.rows?.find((each) => each.id === row)?.label;
  return question ? [question.text, ...(label ? [label] : [])] : [];
}

/** An answer by its name, or by its number where it has none. */
export function answerText(survey: Survey, id: string, value: string, reading: ResultsReading): string {
  const question = findQuestion(survey, id);
  const option = question?.options?.find((each) => each.value === value);
  const point = question?.points?.find((each) => String(each.value) === value);
  const label = option?.label ?? point?.label;
  return label === undefined ? value : plain(label, reading);
}

/** An element of SKM by the regulation's name, any other by its question. */
export function elementText(
  survey: Survey,
  instrument: string,
  { element, question }: { readonly element: string; readonly question: string },
  reading: ResultsReading,
): string {
  const name = instrument === 'skm' ? textFor(reading.texts.elements, element) : '';
  return name === '' ? questionText(survey, question, undefined, reading) : name;
}

/** The highest point of a question's scale; where it is not known, 4. */
export function highestPoint(survey: Survey, id: string): number {
  const kind = findQuestion(survey, id)?.kind ?? '';
  return isScale(kind) ? SCALES[kind][1] : SCALES.scale4[1];
}

export function plain(text: I18nText, { languages }: ResultsReading): string {
  return pickText(text, languages)?.text ?? '';
}
