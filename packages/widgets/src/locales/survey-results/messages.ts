// Every text of <lintas-survey-results>, as an interface that each language fulfils. What holds for all texts is in
// ../messages.ts. Names of elements and grades are those of Permenpan RB 14/2017.

import type { Instrument, ScoreVariant, SkmElement } from '@lintas/contract/surveys';
import type { Grade } from '@lintas/contract/surveys/scores';
import type { FiguresMessages } from '../figures/messages.ts';
import type { TextsFor } from '../messages.ts';

export interface SurveyResultsMessages extends FiguresMessages {
  readonly title: string;
  readonly instruments: TextsFor<Instrument>;
  readonly elements: TextsFor<SkmElement>;
  readonly grades: TextsFor<Grade>;
  readonly scores: TextsFor<ScoreVariant>;
  /** The sentence that says it all. */
  readonly rated: (facts: { readonly ikm: string; readonly grade: string; readonly words: string }) => string;
  readonly average: (index: string, highest: string) => string;
  readonly answered: (people: string) => string;
  readonly nothing: string;
  readonly ikm: string;
  readonly ofHundred: string;
  readonly grade: (grade: string, words: string) => string;
  /** For how many people the answers stand, and how many it takes for that. */
  readonly sample: (facts: SampleFacts) => string;
  readonly sampleEnough: string;
  readonly sampleShort: string;
  readonly byElement: string;
  readonly element: string;
  readonly mean: (highest: string) => string;
  readonly onFourPoints: (index: string) => string;
  readonly n: string;
  readonly weakest: string;
  readonly begin: (elements: string) => string;
  readonly bands: string;
  readonly band: (facts: { readonly grade: string; readonly words: string; readonly from: string }) => string;
  readonly thisOne: string;
  readonly period: string;
  readonly allPeriods: string;
  readonly followUp: string;
  readonly gradeHead: string;
  readonly together: string;
  /** How many groups are not in what stands before it. */
  readonly leftOut: (groups: string) => string;
  readonly days: (facts: { readonly from: string; readonly until: string }) => string;
  readonly allAnswers: string;
  readonly answer: string;
  readonly count: string;
}

export interface SampleFacts {
  readonly population: string;
  readonly target: string;
}
