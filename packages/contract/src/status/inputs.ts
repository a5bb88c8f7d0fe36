// What an authority's system and a person's page send. Strict: an unknown field or value is an error.

import * as z from 'zod/mini';
import { DeadlineInput, I18nTextInput, Instant, pageQuery, PlainDate } from '../core/index.ts';
import { FIRST_STATUSES } from './transitions.ts';
import {
  APPLICATION_KINDS,
  CHANGES,
  CHECK_KINDS,
  CHECK_STATES,
  ESTIMATE_BASES,
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

const shortText = z.string().check(z.minLength(1), z.maxLength(120));
const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
const MAX_ENTRIES = 50;

/** Opens a case: its reference, and the code that was given out with it. */
export const OpenStatusSession = z.strictObject({
  reference: z.string().check(z.maxLength(64)),
  secret: z.strictObject({ kind: z.literal('pin'), value: z.string().check(z.maxLength(64)) }),
});
export type OpenStatusSession = z.infer<typeof OpenStatusSession>;

export const CheckInput = z.strictObject({
  kind: z.enum(CHECK_KINDS),
  state: z.enum(CHECK_STATES),
  /** Defaults to the time of the event. */
  since: z.optional(Instant),
});

export const TaskInput = z.strictObject({
  /** Of an existing task, to change it; without it the task is new. */
  id: z.optional(z.string().check(z.maxLength(64))),
  kind: z.enum(TASK_KINDS),
  title: I18nTextInput,
  state: z.enum(TASK_STATES),
  requirementId: z.optional(shortText),
  due: z.optional(DeadlineInput),
  reason: z.optional(z.enum(REASONS)),
  how: z.optional(z.array(I18nTextInput).check(z.maxLength(10))),
});

export const EstimateInput = z.strictObject({
  basis: z.enum(ESTIMATE_BASES),
  earliest: z.optional(PlainDate),
  latest: z.optional(PlainDate),
  percentile: z.optional(z.number().check(z.minimum(1), z.maximum(99))),
  sample: z.optional(count),
  asOf: PlainDate,
  queue: z.optional(z.strictObject({ ahead: count, total: count })),
  overdue: z.boolean(),
});

export const PaymentInput = z.strictObject({
  amount: z.string().check(z.regex(/^\d{1,12}(\.\d{1,3})?$/)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  due: z.optional(DeadlineInput),
  paidAt: z.optional(Instant),
});

export const AppointmentInput = z.strictObject({
  at: DeadlineInput,
  place: I18nTextInput,
  bring: z.array(z.enum(THINGS_TO_BRING)).check(z.maxLength(MAX_ENTRIES)),
});

export const DecisionInput = z.strictObject({
  outcome: z.enum(OUTCOMES),
  reasons: z.array(z.enum(REASONS)).check(z.maxLength(MAX_ENTRIES)),
  review: z.optional(DeadlineInput),
  nextStep: z.optional(z.enum(NEXT_STEPS)),
  validUntil: z.optional(PlainDate),
});

/** Appends an event to a case, with everything that changes by it. */
export const AppendEvent = z.strictObject({
  code: z.enum(EVENT_CODES),
  change: z.enum(CHANGES),
  to: z.optional(z.enum(STATUSES)),
  /** Defaults to now. Not in the future. */
  at: z.optional(Instant),
  precision: z.optional(z.enum(PRECISIONS)),
  visibility: z.optional(z.enum(VISIBILITIES)),
  reason: z.optional(z.enum(REASONS)),
  nextStep: z.optional(z.enum(NEXT_STEPS)),
  corrects: z.optional(z.string().check(z.maxLength(64))),
  checks: z.optional(z.array(CheckInput).check(z.maxLength(CHECK_KINDS.length))),
  tasks: z.optional(z.array(TaskInput).check(z.maxLength(MAX_ENTRIES))),
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
  /** The authority's own number: the same one again changes nothing. */
  externalId: z.optional(shortText),
  filedAt: Instant,
  /** City of the office, nothing finer. */
  office: z.optional(shortText),
  applicant: z.strictObject({
    initials: z.string().check(z.minLength(1), z.maxLength(8)),
    /** ICAO 9303 code: ISO 3166-1 alpha-3 and its extras such as `XXA`. */
    nationality: z.optional(z.string().check(z.regex(/^[A-Z]{1,3}$/))),
    dependants: z.optional(z.int().check(z.minimum(0), z.maximum(99))),
  }),
  status: z.optional(z.enum(FIRST_STATUSES)),
  procedure: z.optional(z.strictObject({ id: shortText, version: shortText })),
  relatedReferences: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(MAX_ENTRIES))),
  estimate: z.optional(EstimateInput),
  retentionUntil: z.optional(PlainDate),
});
export type CreateApplication = z.infer<typeof CreateApplication>;

/** Filters of the list of applications. */
export const ApplicationsQuery = z.strictObject({
  ...pageQuery,
  status: z.optional(z.enum(STATUSES)),
  kind: z.optional(z.enum(APPLICATION_KINDS)),
  office: z.optional(shortText),
  externalId: z.optional(shortText),
});
export type ApplicationsQuery = z.infer<typeof ApplicationsQuery>;

/** Events after a place in the log. */
export const EventsQuery = z.strictObject({
  /** `seq` of the last event that the caller has; 0 or nothing for all. */
  after: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
  limit: pageQuery.limit,
});
export type EventsQuery = z.infer<typeof EventsQuery>;
