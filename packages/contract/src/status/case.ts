// A case as it is stored, and the events that make it: closed types, all values known.

import type { Deadline, I18nTextInput, PlainDate } from '../core/index.ts';
import type {
  ActorClass,
  Change,
  CheckKind,
  CheckState,
  EstimateBasis,
  EventCode,
  NextStep,
  Outcome,
  Phase,
  Precision,
  Reason,
  Status,
  TaskKind,
  TaskState,
  ThingToBring,
  Visibility,
} from './vocabulary.ts';

/** One of the checks that run side by side. */
export interface Check {
  readonly kind: CheckKind;
  readonly state: CheckState;
  /** RFC 3339 instant from which the state holds. */
  readonly since: string;
}

/** Something that the person is asked to do. */
export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly title: I18nTextInput;
  readonly state: TaskState;
  /** The document requirement that an upload answers. */
  readonly requirementId?: string | undefined;
  readonly due?: Deadline | undefined;
  readonly reason?: Reason | undefined;
  /** Ways to do it, in order of preference. */
  readonly how?: readonly I18nTextInput[] | undefined;
}

/** When a decision can be expected: a range with what it rests on, never a single promised day. */
export interface Estimate {
  readonly basis: EstimateBasis;
  readonly earliest?: PlainDate | undefined;
  readonly latest?: PlainDate | undefined;
  /** For `percentile`: the share of cases, in percent, that were decided by `latest`. */
  readonly percentile?: number | undefined;
  /** Number of cases that the estimate was computed from. */
  readonly sample?: number | undefined;
  readonly asOf: PlainDate;
  readonly queue?: { readonly ahead: number; readonly total: number } | undefined;
  /** The authority says itself that the case takes longer than it estimated. */
  readonly overdue: boolean;
}

/** What is to be paid, by when, and whether it has arrived. */
export interface Payment {
  /** Decimal number in `currency`, for example `500000`. */
  readonly amount: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly due?: Deadline | undefined;
  readonly paidAt?: string | undefined;
}

/** A date at an office. */
export interface Appointment {
  /** Start, with the zone of the place. */
  readonly at: Deadline;
  readonly place: I18nTextInput;
  readonly bring: readonly ThingToBring[];
}

/** How the case was decided. Kept apart from the status: a person reads it only when they choose to. */
export interface Decision {
  readonly outcome: Outcome;
  readonly decidedAt: string;
  readonly reasons: readonly Reason[];
  /** Until when a review can be asked for. */
  readonly review?: Deadline | undefined;
  readonly nextStep?: NextStep | undefined;
  readonly validUntil?: PlainDate | undefined;
}

/** What one event may change in a case. `null` takes something away. */
export interface CaseChanges {
  readonly to?: Status | undefined;
  /** Checks that are new or have a new state, by kind. */
  readonly checks?: readonly Check[] | undefined;
  /** Tasks that are new or have changed, by id. */
  readonly tasks?: readonly Task[] | undefined;
  readonly estimate?: Estimate | null | undefined;
  readonly payment?: Payment | null | undefined;
  readonly appointment?: Appointment | null | undefined;
  readonly decision?: Decision | undefined;
}

/** One entry of the log of a case. The log is only ever appended to. */
export interface CaseEvent extends CaseChanges {
  readonly id: string;
  /** 1 for the first event of a case, then without gap. */
  readonly seq: number;
  readonly at: string;
  readonly precision: Precision;
  readonly code: EventCode;
  readonly change: Change;
  readonly actorClass: ActorClass;
  readonly visibility: Visibility;
  readonly reason?: Reason | undefined;
  readonly nextStep?: NextStep | undefined;
  /** Id of the earlier event that this one puts right. */
  readonly corrects?: string | undefined;
}

/** What all events of a case add up to. */
export interface CaseState {
  readonly status: Status;
  readonly phase: Phase;
  readonly checks: readonly Check[];
  readonly tasks: readonly Task[];
  readonly estimate: Estimate | null;
  readonly payment: Payment | null;
  readonly appointment: Appointment | null;
  readonly decision: Decision | null;
  /** `seq` of the last event; 0 before the first. */
  readonly seq: number;
  /** When something that the person can see last changed. */
  readonly lastMeaningfulChangeAt: string;
}
