// A questionnaire as its owner writes it down, and what a person's page sends. Strict: an unknown field or value is
// an error. What depends on several places is in publish-rules.ts.

import * as z from 'zod/mini';
import { I18nTextInput, Id, InstantInput, PlainDateInput } from '../core/index.ts';
import { ConditionInput } from './condition-inputs.ts';
import { LEAST_MIN_CELL, MAX_QUESTIONS, MAX_TEXT_LENGTH } from './limits.ts';
import { PATTERN_CLASSES, INSTRUMENTS, SURVEY_ACCESSES } from './vocabulary.ts';

/** Ids that become fields of an answer: they begin with a letter, so that no object takes one for a part of itself. */
const Name = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/));
const languageTag = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/), z.maxLength(35));
const mediaUrl = z.string().check(z.maxLength(500), z.regex(/^https:\/\/[^\s/]+\/\S*$/));
const count = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const amount = z.number().check(z.minimum(-1e12), z.maximum(1e12));

const option = z.strictObject({
  value: Id,
  label: I18nTextInput,
  alone: z.optional(z.boolean()),
  pictogramUrl: z.optional(mediaUrl),
});
const options = z.array(option).check(z.minLength(1), z.maxLength(300));
const points = z.optional(
  z
    .array(z.strictObject({ value: count(0, 10), label: I18nTextInput, pictogramUrl: z.optional(mediaUrl) }))
    .check(z.maxLength(11)),
);

/** What all kinds have. */
const shared = {
  id: Name,
  text: I18nTextInput,
  help: z.optional(I18nTextInput),
  audioUrl: z.optional(z.record(languageTag, mediaUrl)),
  required: z.optional(z.boolean()),
  sensitive: z.optional(z.boolean()),
  mayDecline: z.optional(z.boolean()),
  showIf: z.optional(ConditionInput),
  skipTo: z.optional(
    z.array(z.strictObject({ when: ConditionInput, to: Name })).check(z.minLength(1), z.maxLength(20)),
  ),
};
const measures = z.optional(z.strictObject({ instrument: z.enum(INSTRUMENTS), element: Name }));
const shuffled = z.optional(z.boolean());

const patternPart = z.union([
  z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(20)) }),
  z.strictObject({
    of: z.enum(PATTERN_CLASSES),
    min: count(0, MAX_TEXT_LENGTH),
    max: count(1, MAX_TEXT_LENGTH),
  }),
]);

export const QuestionInput = z.discriminatedUnion('kind', [
  z.strictObject({ ...shared, kind: z.literal('scale4'), points, measures }),
  z.strictObject({ ...shared, kind: z.literal('scale5'), points, measures }),
  z.strictObject({ ...shared, kind: z.literal('scale6'), points, measures }),
  z.strictObject({ ...shared, kind: z.literal('nps'), points }),
  z.strictObject({ ...shared, kind: z.literal('csat'), points }),
  z.strictObject({ ...shared, kind: z.literal('ces'), points }),
  z.strictObject({ ...shared, kind: z.literal('single'), options, shuffled }),
  z.strictObject({
    ...shared,
    kind: z.literal('multi'),
    options,
    shuffled,
    minChoices: z.optional(count(1, 300)),
    maxChoices: z.optional(count(1, 300)),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('text'),
    maxLength: z.optional(count(1, MAX_TEXT_LENGTH)),
    multiline: z.optional(z.boolean()),
    pattern: z.optional(z.array(patternPart).check(z.minLength(1), z.maxLength(20))),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('number'),
    min: z.optional(amount),
    max: z.optional(amount),
    decimals: z.optional(count(0, 6)),
    unit: z.optional(I18nTextInput),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('date'),
    earliest: z.optional(PlainDateInput),
    latest: z.optional(PlainDateInput),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('matrix'),
    options,
    rows: z.array(z.strictObject({ id: Name, label: I18nTextInput })).check(z.minLength(1), z.maxLength(100)),
    shuffled,
  }),
  z.strictObject({ ...shared, kind: z.literal('consent') }),
  z.strictObject({
    id: Name,
    text: I18nTextInput,
    help: z.optional(I18nTextInput),
    audioUrl: z.optional(z.record(languageTag, mediaUrl)),
    showIf: z.optional(ConditionInput),
    kind: z.literal('info'),
  }),
]);
export type QuestionInput = z.infer<typeof QuestionInput>;

export const SurveyPageInput = z.strictObject({
  id: Name,
  title: z.optional(I18nTextInput),
  showIf: z.optional(ConditionInput),
  shuffled,
  questions: z.array(QuestionInput).check(z.minLength(1), z.maxLength(MAX_QUESTIONS)),
});
export type SurveyPageInput = z.infer<typeof SurveyPageInput>;

/** A questionnaire to publish. */
export const SurveyInput = z.strictObject({
  title: I18nTextInput,
  purpose: I18nTextInput,
  languages: z.array(languageTag).check(z.minLength(1), z.maxLength(40)),
  access: z.enum(SURVEY_ACCESSES),
  closesAt: z.optional(InstantInput),
  retentionDays: count(1, 3650),
  minCell: z.optional(count(LEAST_MIN_CELL, 1000)),
  /** How many people were served: what the sample has to stand for. */
  population: z.optional(count(1, 1_000_000_000)),
  /** A question of kind `single` by whose answers the results of instruments are told apart, once a year. */
  resultsBy: z.optional(Name),
  pages: z.array(SurveyPageInput).check(z.minLength(1), z.maxLength(MAX_QUESTIONS)),
});
export type SurveyInput = z.infer<typeof SurveyInput>;
