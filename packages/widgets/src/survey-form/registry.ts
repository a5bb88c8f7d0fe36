// What shows a question of a kind. A partner's page can bring its own for a kind that this version does not know, or in
// place of ours.

import type { Question, QuestionAnswer } from '@lintas/contract/surveys';
import type { TemplateResult } from 'lit';
import type { SurveyReading } from './survey-reading.ts';

/** A question as it is shown. Its words, help and problem stand around it already. */
export interface QuestionEntry {
  readonly question: Question;
  /** For `id` attributes, unique on the page of the form. The field that takes the focus has this id itself. */
  readonly id: string;
  /** Id of the element with the question's words, for fields without a group or label of their own. */
  readonly labelledBy: string;
  /** Ids of help and problem, for `aria-describedby`. */
  readonly describedBy: string;
  readonly isInvalid: boolean;
  /** As it stands now, whenever it is read: fields are not shown again for every answer that they give. */
  readonly answer: QuestionAnswer | undefined;
  /** What was typed where that is not the answer itself. */
  readonly typed: string | undefined;
  /** Seed of the order of options. */
  readonly seed: number;
  readonly reading: SurveyReading;
  /** Takes an answer; `undefined` takes it back. */
  give(answer: QuestionAnswer | undefined, typed?: string): void;
}

/** Shows what a question is answered with. Called again when the answer was changed from elsewhere. */
export type QuestionRenderer = (entry: QuestionEntry) => TemplateResult | Node;

const registered = new Map<string, QuestionRenderer>();

/**
 * Has questions of a kind shown by the page's own code. Register before a person begins; a later registration counts
 * for the next form.
 *
 * @param kind one of the contract's `QUESTION_KINDS`, or one that only a newer server sends
 */
export function registerQuestion(kind: string, render: QuestionRenderer): void {
  registered.set(kind, render);
}

/** What the page brought for a kind. */
export function registeredQuestion(kind: string): QuestionRenderer | undefined {
  return registered.get(kind);
}
