// What an authority's system sends. Strict: an unknown field or value is an error. Apart from what a page
// sends, so that no page loads it.

import * as z from 'zod/mini';
import {
  DeadlineInput,
  I18nTextInput,
  Id,
  InstantInput,
  pageCursor,
  pageLimit,
  plainText,
  PlainDateInput,
} from '../core/index.ts';
import { EstimateInput } from './estimate-input.ts';
import { FIRST_STATUSES } from './transitions.ts';
import {
  APPLICATION_KINDS,
  CHANGES,
  CHECK_KINDS,
  CHECK_STATES,
  EVENT_CODES,
  NEXT_STEPS,
  OUTCOMES,
  PRECISIONS,
  REASONS,
  STATUSES,
  TASK_KINDS,
  TASK_STATES,
  THINGS_TO_BRING,
  VISIBILITIES,
} from './vocabulary.ts';

const shortText = plainText(120);
const MAX_ENTRIES = 50;

/** No two entries of a list have the same key; those without one are all different. */
// @__NO_SIDE_EFFECTS__
function distinct<Entry>(key: (entry: Entry) => string | undefined) {
  return z.refine<readonly Entry[]>((entries) => {
    const keys = entries.map(key).filter((each) => each !== undefined);
    return new Set(keys).size === keys.length;
  }, 'An entry comes twice.');
}

/** A list of words, each at most once. */
// @__NO_SIDE_EFFECTS__
function setOf<const Word extends string>(word: z.ZodMiniType<Word, Word>) {
  return z.array(word).check(
    z.maxLength(MAX_ENTRIES),
    distinct((each) => each),
  );
}

export const CheckInput = z.strictObject({
  kind: z.enum(CHECK_KINDS),
  state: z.enum(CHECK_STATES),
  /** Defaults to the time of the event. */
  since: z.optional(InstantInput),
});

export const TaskInput = z.strictObject({
  /** Of an existing task, to change it; without it the task is new. */
  id: z.optional(Id),
  kind: z.enum(TASK_KINDS),
  title: I18nTextInput,
  state: z.enum(TASK_STATES),
  requirementId: z.optional(shortText),
  due: z.optional(DeadlineInput),
  reason: z.optional(z.enum(REASONS)),
  how: z.optional(z.array(I18nTextInput).check(z.maxLength(10))),
});

export const PaymentInput = z.strictObject({
  amount: z.string().check(z.regex(/^(0|[1-9]\d{0,11})(\.\d{1,3})?$/)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  due: z.optional(DeadlineInput),
  paidAt: z.optional(InstantInput),
});

export const AppointmentInput = z.strictObject({
  at: DeadlineInput,
  place: I18nTextInput,
  bring: setOf(z.enum(THINGS_TO_BRING)),
});

export const DecisionInput = z.strictObject({
  outcome: z.enum(OUTCOMES),
  reasons: setOf(z.enum(REASONS)),
  review: z.optional(DeadlineInput),
  nextStep: z.optional(z.enum(NEXT_STEPS)),
  validUntil: z.optional(PlainDateInput),
});

/** Appends an event to a case, with everything that changes by it. */
export const AppendEvent = z.strictObject({
  code: z.enum(EVENT_CODES),
  change: z.enum(CHANGES),
  to: z.optional(z.enum(STATUSES)),
  /** Defaults to now. Not in the future. */
  at: z.optional(InstantInput),
  precision: z.optional(z.enum(PRECISIONS)),
  visibility: z.optional(z.enum(VISIBILITIES)),
  reason: z.optional(z.enum(REASONS)),
  nextStep: z.optional(z.enum(NEXT_STEPS)),
  corrects: z.optional(Id),
  checks: z.optional(z.array(CheckInput).check(distinct((check) => check.kind))),
  tasks: z.optional(
    z.array(TaskInput).check(
      z.maxLength(MAX_ENTRIES),
      distinct((task) => task.id),
    ),
  ),
  estimate: z.optional(z.nullable(EstimateInput)),
  payment: z.optional(z.nullable(PaymentInput)),
  appointment: z.optional(z.nullable(AppointmentInput)),
  decision: z.optional(DecisionInput),
});
export type AppendEvent = z.infer<typeof AppendEvent>;

/** Registers an application. Its reference and PIN come with the answer. */
export const CreateApplication = z.strictObject({
  kind: z.enum(APPLICATION_KINDS),
  subKind: z.optional(shortText),
  /** Index code of the authority, for example `E28A`. */
  officialCode: z.optional(shortText),
  /** The authority's own number. No second application gets it: an import skips it, a call fails as `external-id-taken`. */
  externalId: z.optional(shortText),
  filedAt: InstantInput,
  /** City of the office, nothing finer. */
  office: z.optional(shortText),
  applicant: z.strictObject({
    initials: plainText(8),
    /** ICAO 9303 code: ISO 3166-1 alpha-3, its extras such as `XXA`, and `D` for Germany. */
    nationality: z.optional(
      z.string().check(z.regex(/^([A-Z]{3}|D)$/, 'This must be a code of three letters, such as AFG.')),
    ),
    dependants: z.optional(z.int().check(z.minimum(0), z.maximum(99))),
  }),
  status: z.optional(z.enum(FIRST_STATUSES)),
  procedure: z.optional(z.strictObject({ id: shortText, version: shortText })),
  relatedReferences: z.optional(setOf(plainText(64))),
  estimate: z.optional(EstimateInput),
  /** The last day on which the case is kept, where the authority is: after it, the case is erased. */
  retentionUntil: z.optional(PlainDateInput),
});
export type CreateApplication = z.infer<typeof CreateApplication>;

/** Filters of the list of applications. */
export const ApplicationsQuery = z.strictObject({
  cursor: z.optional(pageCursor),
  limit: z.optional(pageLimit),
  status: z.optional(z.enum(STATUSES)),
  kind: z.optional(z.enum(APPLICATION_KINDS)),
  office: z.optional(shortText),
  externalId: z.optional(shortText),
});
export type ApplicationsQuery = z.infer<typeof ApplicationsQuery>;
