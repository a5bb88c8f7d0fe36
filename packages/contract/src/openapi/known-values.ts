// The values that are known today of every open enum, by the name of its component in the document.

import { REVIEW_LEVELS, type Open, type OpenReviewLevel } from '../core/index.ts';
import type * as z from 'zod/mini';
import type * as documentWords from '../documents/open-words.ts';
import {
  DOCUMENT_KINDS,
  DOCUMENT_REASONS,
  DOCUMENT_SIDES,
  DOCUMENT_STATES,
  MEDIA_TYPES,
  VERIFICATION_METHODS,
  VERIFICATION_RESULTS,
  VERIFIERS,
} from '../documents/vocabulary.ts';
import type * as metricWords from '../metrics/open-words.ts';
import {
  CLOCKS,
  METRIC_METHODS,
  METRICS,
  OUTCOME_CLASSES,
  PERIOD_LENGTHS,
  STATISTICS,
  UNITS,
} from '../metrics/vocabulary.ts';
import type * as words from '../status/open-words.ts';
import {
  ACTOR_CLASSES,
  APPLICATION_KINDS,
  CHANGES,
  CHECK_KINDS,
  CHECK_STATES,
  ESTIMATE_BASES,
  EVENT_CODES,
  NEXT_STEPS,
  OUTCOMES,
  PHASES,
  PRECISIONS,
  REASONS,
  STATUSES,
  TASK_KINDS,
  TASK_STATES,
  THINGS_TO_BRING,
  VISIBILITIES,
} from '../status/vocabulary.ts';
import type * as surveyWords from '../surveys/open-words.ts';
import {
  GROUP_KINDS,
  INSTRUMENTS,
  PATTERN_CLASSES,
  QUESTION_KINDS,
  SCORE_VARIANTS,
  SURVEY_ACCESSES,
  TEST_KINDS,
} from '../surveys/vocabulary.ts';

type Words = typeof words &
  typeof surveyWords &
  typeof documentWords &
  typeof metricWords & { readonly OpenReviewLevel: typeof OpenReviewLevel };
/** `Known` of a reader of `Open<Known>`. */
type KnownBy<Reader> =
  Reader extends z.ZodMiniType<infer Value> ? (Value extends Open<infer Known> ? Known : never) : never;

/** Every open enum has its line, and no other; a value that the enum does not know is an error. */
export const KNOWN_VALUES: { readonly [Name in keyof Words]: readonly KnownBy<Words[Name]>[] } = {
  OpenActorClass: ACTOR_CLASSES,
  OpenApplicationKind: APPLICATION_KINDS,
  OpenChange: CHANGES,
  OpenCheckKind: CHECK_KINDS,
  OpenCheckState: CHECK_STATES,
  OpenClock: CLOCKS,
  OpenConditionKind: [...GROUP_KINDS, ...TEST_KINDS],
  OpenDocumentKind: DOCUMENT_KINDS,
  OpenDocumentReason: DOCUMENT_REASONS,
  OpenDocumentSide: DOCUMENT_SIDES,
  OpenDocumentState: DOCUMENT_STATES,
  OpenEstimateBasis: ESTIMATE_BASES,
  OpenEventCode: EVENT_CODES,
  OpenMediaType: MEDIA_TYPES,
  OpenInstrument: INSTRUMENTS,
  OpenMetricId: METRICS,
  OpenMetricMethod: METRIC_METHODS,
  OpenNextStep: NEXT_STEPS,
  OpenOutcome: OUTCOMES,
  OpenOutcomeClass: OUTCOME_CLASSES,
  OpenPatternClass: PATTERN_CLASSES,
  OpenPeriodLength: PERIOD_LENGTHS,
  OpenPhase: PHASES,
  OpenPrecision: PRECISIONS,
  OpenQuestionKind: QUESTION_KINDS,
  OpenReason: REASONS,
  OpenReviewLevel: REVIEW_LEVELS,
  OpenScoreVariant: SCORE_VARIANTS,
  OpenStatistic: STATISTICS,
  OpenStatus: STATUSES,
  OpenSurveyAccess: SURVEY_ACCESSES,
  OpenTaskKind: TASK_KINDS,
  OpenTaskState: TASK_STATES,
  OpenThingToBring: THINGS_TO_BRING,
  OpenUnit: UNITS,
  OpenVerificationMethod: VERIFICATION_METHODS,
  OpenVerificationResult: VERIFICATION_RESULTS,
  OpenVerifier: VERIFIERS,
  OpenVisibility: VISIBILITIES,
};
