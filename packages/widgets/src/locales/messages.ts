// Every text of the widgets, as an interface that each language fulfils. A missing text does not compile.
//
// For translators: say it plainly and kindly, in at most two short sentences: who acts, and what comes next. Never
// blame. A status sentence has at most 140 characters. A value in braces here is put in by the program; values
// arrive ready to be read, and already isolated for right-to-left text.

import { isOwnKey, type ReviewLevel } from '@lintas/contract/core';
import type {
  ActorClass,
  ApplicationKind,
  Change,
  CheckKind,
  CheckState,
  EstimateBasis,
  NextStep,
  Outcome,
  Phase,
  Reason,
  Status,
  TaskKind,
  TaskState,
  ThingToBring,
} from '@lintas/contract/status';

/** A text for each code of the contract, and a neutral one for codes that only a newer server knows. */
export type TextsFor<Code extends string, Text = string> = Readonly<Record<Code | 'unknown', Text>>;

/** What a status sentence can tell; a sentence leaves out what is not given. */
export interface StatusFacts {
  /** Deadline, or the date until which something is valid. */
  readonly when?: string | undefined;
  readonly place?: string | undefined;
  /** List of things to bring. */
  readonly bring?: string | undefined;
  /** Time that something usually takes. */
  readonly range?: string | undefined;
  /** One of `reasons`. */
  readonly reason?: string | undefined;
  /** Number of tasks that wait for the person. */
  readonly tasks?: number | undefined;
  /** Everything that was asked for was sent. */
  readonly allSent?: boolean | undefined;
}

export interface Messages {
  readonly language: LanguageTexts;
  readonly form: FormTexts;
  readonly errors: ErrorTexts;
  readonly kinds: TextsFor<ApplicationKind>;
  readonly phases: TextsFor<Phase>;
  readonly phase: PhaseTexts;
  readonly statuses: TextsFor<Status, (facts: StatusFacts) => string>;
  readonly status: StatusTexts;
  readonly checks: TextsFor<CheckKind>;
  readonly check: CheckTexts;
  readonly checkStates: TextsFor<CheckState>;
  readonly tasks: TextsFor<TaskKind>;
  readonly taskStates: TextsFor<TaskState>;
  readonly task: TaskTexts;
  readonly changes: TextsFor<Change>;
  readonly actors: TextsFor<ActorClass>;
  /** Ends of the sentence "… because". */
  readonly reasons: TextsFor<Reason>;
  readonly bases: TextsFor<EstimateBasis>;
  readonly estimate: EstimateTexts;
  readonly outcomes: TextsFor<Outcome>;
  readonly decision: DecisionTexts;
  readonly nextSteps: TextsFor<NextStep>;
  readonly bring: TextsFor<ThingToBring>;
  readonly appointment: AppointmentTexts;
  readonly payment: PaymentTexts;
  readonly history: HistoryTexts;
  readonly session: SessionTexts;
  readonly connection: ConnectionTexts;
  readonly exit: ExitTexts;
  readonly uploader: UploaderTexts;
  readonly survey: SurveyInvitationTexts;
  readonly print: PrintTexts;
  readonly a11y: AccessibilityTexts;
}

export interface LanguageTexts {
  /** Who checked this catalogue. */
  readonly reviewed: ReviewLevel;
  /** Shown beside a text whose translation nobody has checked. */
  readonly unreviewed: string;
  /** Heads the text in a reviewed language that stands beside an unreviewed one. */
  readonly checkedText: string;
}

/** The page on which a person types reference and PIN. */
export interface FormTexts {
  readonly title: string;
  readonly intro: string;
  readonly reference: string;
  readonly referenceHint: string;
  readonly pin: string;
  readonly pinHint: string;
  readonly showPin: string;
  readonly hidePin: string;
  readonly open: string;
  readonly opening: string;
  readonly didYouMean: (reference: string) => string;
  readonly useSuggestion: string;
  readonly keepMine: string;
  /** Nobody may ask for money. */
  readonly free: string;
  readonly notStored: string;
}

export interface ErrorTexts {
  /** Heads the list of what is wrong with the form. */
  readonly title: string;
  readonly referenceMissing: string;
  readonly referenceLength: (typed: number, expected: number) => string;
  /** `place` counts from 1. */
  readonly referenceMistyped: (place: number) => string;
  readonly referenceUnclear: string;
  readonly pinMissing: string;
  readonly pinLength: (expected: number) => string;
  readonly lookupFailed: string;
  readonly tooManyTries: (wait: string) => string;
  readonly waitOver: string;
  readonly offline: string;
  readonly unavailable: string;
  /** The page's own settings are wrong; the person can do nothing about it. */
  readonly misconfigured: string;
}

export interface PhaseTexts {
  readonly title: string;
  readonly done: string;
  readonly current: string;
  readonly ahead: string;
  /** The last step of a case that was stopped. */
  readonly stopped: string;
}

export interface StatusTexts {
  readonly title: string;
  /** Heads kind, office and dates, which are folded away. */
  readonly details: string;
  readonly filed: (when: string) => string;
  readonly issuer: string;
  readonly office: string;
  readonly kind: string;
  readonly noChange: (since: string, checkedAt: string) => string;
  /** The case went a step back. */
  readonly regression: (reason: string) => string;
  readonly sourceSynced: (when: string) => string;
}

export interface CheckTexts {
  readonly title: string;
}

export interface TaskTexts {
  readonly title: string;
  readonly nothing: string;
  readonly due: (when: string) => string;
  readonly how: string;
  /** A button that leads to where the paper is given. */
  readonly give: string;
  readonly doneTitle: string;
}

export interface EstimateTexts {
  readonly title: string;
  readonly range: (range: string) => string;
  /** Stands after `range`. */
  readonly percentile: (percent: number) => string;
  readonly overdue: string;
  readonly overdueRange: (range: string) => string;
  readonly unknown: string;
  readonly queue: (ahead: number, total: number) => string;
  readonly sample: (cases: number) => string;
  readonly asOf: (when: string) => string;
}

export interface DecisionTexts {
  readonly title: string;
  readonly locked: string;
  readonly read: string;
  readonly hide: string;
  readonly loading: string;
  readonly decidedAt: (when: string) => string;
  readonly reasons: string;
  readonly review: (until: string) => string;
  readonly validUntil: (when: string) => string;
  readonly nextStep: string;
  readonly legalHelp: string;
  readonly legalHelpFree: string;
  readonly phone: string;
}

export interface AppointmentTexts {
  readonly title: string;
  readonly where: string;
  readonly bring: string;
}

export interface PaymentTexts {
  readonly title: string;
  readonly due: (amount: string, when: string) => string;
  readonly open: (amount: string) => string;
  readonly paid: (amount: string, when: string) => string;
}

export interface HistoryTexts {
  readonly title: string;
  readonly empty: string;
  readonly new: string;
  readonly stepBack: string;
  readonly correction: string;
  readonly because: (reason: string) => string;
  readonly more: string;
}

export interface SessionTexts {
  readonly warningTitle: string;
  readonly warning: (remaining: string) => string;
  /** The session cannot be extended any more. */
  readonly lastWarning: (remaining: string) => string;
  readonly extend: string;
  readonly extended: string;
  readonly close: string;
  readonly endedTitle: string;
  readonly ended: string;
  readonly closedTitle: string;
  readonly closed: string;
  readonly openAgain: string;
}

export interface ConnectionTexts {
  readonly offline: (age: string) => string;
  readonly trouble: (age: string) => string;
  readonly reconnecting: string;
  readonly back: string;
}

export interface ExitTexts {
  readonly button: string;
  /** What the button does and does not do, said beforehand. */
  readonly explanation: string;
  readonly pressTwoMore: string;
  readonly pressOneMore: string;
  readonly expired: string;
}

/** The uploader before a case is open; its other texts are in documents/. */
export interface UploaderTexts {
  readonly title: string;
  /** The case is opened in another widget of the page. */
  readonly closed: string;
}

/** A questionnaire before a person begins; its other texts are in survey/. */
export interface SurveyInvitationTexts {
  readonly title: string;
  readonly invitation: string;
  readonly start: string;
  readonly goOn: string;
  readonly opening: string;
  readonly close: string;
  /** What an earlier visit left on this device. */
  readonly draft: string;
  readonly waiting: string;
  readonly arrived: string;
}

export interface PrintTexts {
  readonly button: string;
  readonly printedAt: (when: string) => string;
  /** A print shows what was true then; where the present state is. */
  readonly note: string;
}

/** Texts for those who hear the page. */
export interface AccessibilityTexts {
  readonly updated: (sentence: string) => string;
  readonly newWindow: string;
  readonly localCalendar: string;
}

/** The text for a code, or the neutral one for a code that this version does not know. */
export function textFor<Code extends string, Text>(texts: TextsFor<Code, Text>, code: string): Text {
  return hasTextFor(texts, code) ? texts[code] : texts.unknown;
}

function hasTextFor<Code extends string, Text>(texts: TextsFor<Code, Text>, code: string): code is Code {
  return isOwnKey(texts, code);
}
