// What a person's page reads of a case. Open: unknown values pass, unknown fields are dropped.

import * as z from 'zod/mini';
import { Deadline, I18nText, Instant, pageOf, PlainDate } from '../core/index.ts';
import {
  OpenActorClass,
  OpenApplicationKind,
  OpenChange,
  OpenCheckKind,
  OpenCheckState,
  OpenEstimateBasis,
  OpenEventCode,
  OpenNextStep,
  OpenOutcome,
  OpenPhase,
  OpenPrecision,
  OpenReason,
  OpenStatus,
  OpenTaskKind,
  OpenTaskState,
  OpenThingToBring,
  OpenVisibility,
} from './open-words.ts';

export const CheckView = z.object({
  kind: OpenCheckKind,
  state: OpenCheckState,
  since: Instant,
});
export type CheckView = z.infer<typeof CheckView>;

export const TaskView = z.object({
  id: z.string(),
  kind: OpenTaskKind,
  title: I18nText,
  state: OpenTaskState,
  requirementId: z.optional(z.string()),
  due: z.optional(Deadline),
  reason: z.optional(OpenReason),
  how: z.optional(z.array(I18nText)),
});
export type TaskView = z.infer<typeof TaskView>;

export const EstimateView = z.object({
  basis: OpenEstimateBasis,
  earliest: z.optional(PlainDate),
  latest: z.optional(PlainDate),
  percentile: z.optional(z.number()),
  sample: z.optional(z.number()),
  asOf: PlainDate,
  queue: z.optional(z.object({ ahead: z.number(), total: z.number() })),
  overdue: z.boolean(),
});
export type EstimateView = z.infer<typeof EstimateView>;

export const PaymentView = z.object({
  amount: z.string(),
  currency: z.string(),
  due: z.optional(Deadline),
  paidAt: z.optional(Instant),
});
export type PaymentView = z.infer<typeof PaymentView>;

export const AppointmentView = z.object({
  at: Deadline,
  place: I18nText,
  bring: z.array(OpenThingToBring),
});
export type AppointmentView = z.infer<typeof AppointmentView>;

/** The state of a case, as person and authority both see it; never the decision. */
export const progressShape = {
  status: OpenStatus,
  phase: OpenPhase,
  checks: z.array(CheckView),
  tasks: z.array(TaskView),
  estimate: z.nullable(EstimateView),
  payment: z.nullable(PaymentView),
  appointment: z.nullable(AppointmentView),
  /** `seq` of the last event. */
  seq: z.number(),
  lastMeaningfulChangeAt: Instant,
  /** When the authority's system last confirmed the case. */
  sourceSyncedAt: Instant,
};

/** A case as the person who opened it sees it. It says nothing of who they are, nor how the case was decided. */
export const CaseView = z.object({
  kind: OpenApplicationKind,
  issuer: I18nText,
  office: z.optional(z.string()),
  filedAt: Instant,
  ...progressShape,
  /** When a decision was made; what it is, {@link DecisionView} tells on request. */
  decidedAt: z.nullable(Instant),
  /** When the server composed this answer. */
  checkedAt: Instant,
});
export type CaseView = z.infer<typeof CaseView>;

/** Somebody who helps without charge, for example with a review of a decision. */
export const LegalHelp = z.object({
  name: I18nText,
  /** A website, or nothing: a page makes a link of it, and a link must not run code. */
  url: z.catch(z.optional(z.string().check(z.regex(/^https?:\/\/[^\s/]/i))), undefined),
  phone: z.optional(z.string()),
});
export type LegalHelp = z.infer<typeof LegalHelp>;

/** The decision of a case. */
export const DecisionView = z.object({
  outcome: OpenOutcome,
  decidedAt: Instant,
  reasons: z.array(OpenReason),
  review: z.optional(Deadline),
  nextStep: z.optional(OpenNextStep),
  validUntil: z.optional(PlainDate),
  legalHelp: z.array(LegalHelp),
});
export type DecisionView = z.infer<typeof DecisionView>;

/** One entry of the log of a case. */
export const StatusEvent = z.object({
  id: z.string(),
  /** Order in the case. A gap means that the entries between are not for this reader. */
  seq: z.number(),
  at: Instant,
  precision: OpenPrecision,
  code: OpenEventCode,
  change: OpenChange,
  actorClass: OpenActorClass,
  visibility: OpenVisibility,
  text: I18nText,
  to: z.optional(OpenStatus),
  reason: z.optional(OpenReason),
  nextStep: z.optional(OpenNextStep),
  corrects: z.optional(z.string()),
});
export type StatusEvent = z.infer<typeof StatusEvent>;

export const StatusEventPage = pageOf(StatusEvent);

/** Data of one message of the stream: what happened, and the whole case after it. */
export const StatusUpdate = z.object({ event: StatusEvent, case: CaseView });
export type StatusUpdate = z.infer<typeof StatusUpdate>;

/** Data of a sign of life, which comes at least every 15 seconds. */
export const StreamHeartbeat = z.object({
  /** `seq` of the last event that the reader has. */
  seq: z.number(),
  /** When the server looked. */
  checkedAt: Instant,
});
export type StreamHeartbeat = z.infer<typeof StreamHeartbeat>;

/** Data of the last message: connecting again will not help. */
export const StreamEnd = z.object({
  /** `session-ended`, or another that a newer server knows. */
  reason: z.string(),
});
export type StreamEnd = z.infer<typeof StreamEnd>;

/** The messages of the stream by their event names. A reader skips names that it does not know. */
export const STREAM_MESSAGES = {
  status: StatusUpdate,
  heartbeat: StreamHeartbeat,
  end: StreamEnd,
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;

/** A person's opened session. The token is shown this once and belongs in memory only. */
export const StatusSession = z.object({
  token: z.string(),
  /** When it ends unless it is extended. */
  expiresAt: Instant,
  /** When it ends in any case. */
  endsAt: Instant,
});
export type StatusSession = z.infer<typeof StatusSession>;

/** The times of a session after it was extended. */
export const SessionTimes = z.object({ expiresAt: Instant, endsAt: Instant });
export type SessionTimes = z.infer<typeof SessionTimes>;
