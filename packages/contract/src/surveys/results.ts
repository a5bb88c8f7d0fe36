// What a questionnaire brought to light, as anybody may read it: no figure stands for fewer people than the
// questionnaire's `minCell`, counts are rounded, and what is left out is marked. Open: unknown values pass.

import * as z from 'zod/mini';
import { I18nText, PlainDate } from '../core/index.ts';
import { OpenInstrument, OpenQuestionKind, OpenScoreVariant } from './open-words.ts';

/** A count, rounded; `null` and `suppressed` when it is not published, which is not the same as 0. */
export const ResultCount = z.object({ value: z.nullable(z.number()), suppressed: z.boolean() });
export type ResultCount = z.infer<typeof ResultCount>;

/** A figure as decimal text, so that it has the digits that were computed: `81.26`. */
export const ResultFigure = z.object({
  variant: OpenScoreVariant,
  value: z.nullable(z.string()),
  suppressed: z.boolean(),
});
export type ResultFigure = z.infer<typeof ResultFigure>;

/** The answers to one question, or to one row of a matrix. */
export const QuestionResult = z.object({
  question: z.string(),
  row: z.optional(z.string()),
  kind: OpenQuestionKind,
  /** Who answered it; who preferred not to say is not among them. */
  n: ResultCount,
  /** By the value of the option or the point of the scale, all of them in their order. */
  counts: z.array(z.object({ value: z.string(), count: ResultCount })),
  scores: z.array(ResultFigure),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

/** One element of an instrument. `mean` is the NRR of SKM. */
export const ElementResult = z.object({
  element: z.string(),
  question: z.string(),
  n: ResultCount,
  mean: z.nullable(z.string()),
  suppressed: z.boolean(),
  /** What is being done about it, in the owner's words: the follow-up that SKM has to be published with. */
  followUp: z.optional(I18nText),
});
export type ElementResult = z.infer<typeof ElementResult>;

/** An instrument over all of its elements. */
const figures = {
  /** Who answered any of its elements. */
  n: ResultCount,
  elements: z.array(ElementResult),
  /** Mean of the elements' means, each with the same weight. */
  index: z.nullable(z.string()),
  /** SKM: the index x 25, and its grade. */
  ikm: z.optional(z.nullable(z.string())),
  grade: z.optional(z.nullable(z.string())),
  suppressed: z.boolean(),
};

/** An instrument among the people of one group: for SKM of an office, those of one service. */
export const GroupResult = z.object({ ...figures, value: z.string() });
export type GroupResult = z.infer<typeof GroupResult>;

/** An instrument by groups of people. A group is published whole or not at all. */
export const GroupedResult = z.object({
  /** The question whose answers tell the groups apart. */
  question: z.string(),
  groups: z.array(GroupResult),
  /**
   * The published groups as one office: each weighs as much as it has respondents. `leftOut` are the groups that are not
   * published, with people or without.
   */
  together: z.object({
    n: ResultCount,
    index: figures.index,
    ikm: figures.ikm,
    grade: figures.grade,
    leftOut: z.number(),
    suppressed: z.boolean(),
  }),
});
export type GroupedResult = z.infer<typeof GroupedResult>;

export const InstrumentResult = z.object({
  ...figures,
  instrument: OpenInstrument,
  /** The three elements with the lowest means, lowest first: where to begin. */
  weakest: z.array(z.string()),
  /** SKM: the regulation whose bands the grade is from. */
  bands: z.optional(z.string()),
  regulation: z.optional(z.string()),
  /** SPKP and SPAK: the index divided by 1.5, as reports put it beside SKM. */
  onFourPoints: z.optional(z.nullable(z.string())),
  /** Of a whole year, where the questionnaire says by what (see `resultsBy`). */
  grouped: z.optional(GroupedResult),
});
export type InstrumentResult = z.infer<typeof InstrumentResult>;

/** The results of one version of a questionnaire. */
export const SurveyResults = z.object({
  survey: z.string(),
  version: z.number(),
  /** Version of the way in which figures are made. */
  definitionVersion: z.number(),
  /**
   * Last day whose answers are counted; `null` before there are enough. Days are added only when at least `threshold`
   * answers have come since, so that two readings cannot be subtracted down to one person.
   */
  asOf: z.nullable(PlainDate),
  /** First day whose answers are counted; `null` as long as `asOf` is. */
  from: z.nullable(PlainDate),
  /**
   * The quarter or year that was asked for: `2026-Q1` or `2026`. It has the batches of days that became whole in it, so
   * `from` and `asOf` need not be its own first and last day, and no day is in two quarters.
   */
  period: z.optional(z.string()),
  /** The periods that have ended and of which something is published, oldest first. */
  periods: z.array(z.string()),
  /** The questionnaire's `minCell`, and what counts are rounded to. */
  threshold: z.number(),
  roundedTo: z.number(),
  n: ResultCount,
  /** Whether the answers stand for the people served (Krejcie and Morgan, 1970). `rate` in percent of the target. */
  sample: z.optional(
    z.object({
      population: z.number(),
      target: z.number(),
      rate: z.nullable(z.string()),
      suppressed: z.boolean(),
    }),
  ),
  /** How often each answer was given is told of all answers; of a period only `n` and scores, with no `counts`. */
  questions: z.array(QuestionResult),
  instruments: z.array(InstrumentResult),
});
export type SurveyResults = z.infer<typeof SurveyResults>;
