// Questionnaires and answers as they are read. Everything here takes what a newer server may add.

import * as z from 'zod/mini';
import { I18nText, Instant, PlainDate } from '../core/index.ts';
import { Condition } from './conditions.ts';
import { OpenInstrument, OpenPatternClass, OpenQuestionKind, OpenSurveyAccess } from './open-words.ts';

/** Only http and https: an address is put into an `<audio>` or `<img>` of the page. Anything else is left out. */
const mediaUrl = z.catch(z.optional(z.string().check(z.regex(/^https?:\/\/[^\s/]/i))), undefined);

/** What a point of a scale is called, and a picture for who does not read. */
export const ScalePoint = z.object({ value: z.number(), label: I18nText, pictogramUrl: mediaUrl });
export type ScalePoint = z.infer<typeof ScalePoint>;

/** One choice. `alone` cannot be chosen together with others: "none of these". */
export const QuestionOption = z.object({
  value: z.string(),
  label: I18nText,
  alone: z.optional(z.boolean()),
  pictogramUrl: mediaUrl,
});
export type QuestionOption = z.infer<typeof QuestionOption>;

/** One line of a matrix. */
export const MatrixRow = z.object({ id: z.string(), label: I18nText });
export type MatrixRow = z.infer<typeof MatrixRow>;

/** A piece of a pattern: `text` as it stands, or `min` to `max` characters of a class. */
export const PatternPart = z.object({
  text: z.optional(z.string()),
  of: z.optional(OpenPatternClass),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
});
export type PatternPart = z.infer<typeof PatternPart>;

/** From this question on to the question or page `to` (or to the end), nothing is asked while `when` holds. */
export const Skip = z.object({ when: Condition, to: z.string() });
export type Skip = z.infer<typeof Skip>;

/** A question. Which of the later fields there are depends on its kind. */
export const Question = z.object({
  /** What answers go by; never its position. */
  id: z.string(),
  kind: OpenQuestionKind,
  /** May name earlier answers as `{id}`. */
  text: I18nText,
  help: z.optional(I18nText),
  audioUrl: z.optional(z.record(z.string(), mediaUrl)),
  required: z.optional(z.boolean()),
  /** Says much about a person: never in public results, never in another question's text. */
  sensitive: z.optional(z.boolean()),
  /** "I prefer not to say" is offered. */
  mayDecline: z.optional(z.boolean()),
  showIf: z.optional(Condition),
  skipTo: z.optional(z.array(Skip)),
  /** The instrument and the element of it that this question measures. */
  measures: z.optional(z.object({ instrument: OpenInstrument, element: z.string() })),
  /** Scales: names of points; a point without one shows its number. */
  points: z.optional(z.array(ScalePoint)),
  /** Choices of single and multi, columns of a matrix. */
  options: z.optional(z.array(QuestionOption)),
  rows: z.optional(z.array(MatrixRow)),
  /** Options (rows of a matrix) come in an order by the seed of the form. */
  shuffled: z.optional(z.boolean()),
  minChoices: z.optional(z.number()),
  maxChoices: z.optional(z.number()),
  /** Text: UTF-16 units. */
  maxLength: z.optional(z.number()),
  multiline: z.optional(z.boolean()),
  pattern: z.optional(z.array(PatternPart)),
  /** Number. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  /** Digits after the point. */
  decimals: z.optional(z.number()),
  unit: z.optional(I18nText),
  /** Date. */
  earliest: z.optional(PlainDate),
  latest: z.optional(PlainDate),
});
export type Question = z.infer<typeof Question>;

/** Questions that are shown together. */
export const SurveyPage = z.object({
  id: z.string(),
  title: z.optional(I18nText),
  showIf: z.optional(Condition),
  /** Questions come in an order by the seed of the form. */
  shuffled: z.optional(z.boolean()),
  questions: z.array(Question),
});
export type SurveyPage = z.infer<typeof SurveyPage>;

/** A published questionnaire. A version never changes; another one is another version. */
export const Survey = z.object({
  id: z.string(),
  version: z.number(),
  publishedAt: Instant,
  title: I18nText,
  /** Why it is asked and what becomes of the answers. */
  purpose: I18nText,
  /** Who asks. */
  owner: z.object({ id: z.string(), name: I18nText }),
  /** Languages that every text of it has (BCP 47). */
  languages: z.array(z.string()),
  access: OpenSurveyAccess,
  closesAt: z.optional(Instant),
  /** Days after which single answers are erased; the counts stay. */
  retentionDays: z.number(),
  /** No public figure stands for fewer people than this. */
  minCell: z.number(),
  /** The question whose answers results are told apart by, such as the service that somebody received. */
  resultsBy: z.optional(z.string()),
  /** What tokens are checked with: RSA, SubjectPublicKeyInfo in base64url (RFC 9474, RSABSSA-SHA384-PSS-Randomized). */
  tokenKey: z.optional(z.string()),
  pages: z.array(SurveyPage),
});
export type Survey = z.infer<typeof Survey>;
