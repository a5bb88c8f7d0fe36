// The words of a case: statuses, phases, checks, tasks, events, outcomes and reasons.
// Each list is closed when written and open when read (see core/open-enum.ts).

/** Kinds of application in the Indonesia profile. Other countries add theirs. */
export const APPLICATION_KINDS = [
  'visa_visit',
  'visa_limited_stay',
  'visa_diplomatic_service',
  'stay_visit_extension',
  'stay_limited',
  'stay_permanent',
  'status_conversion',
  're_entry_permit',
  'passport_new',
  'passport_renewal',
  'passport_lost_damaged',
  'travel_document_emergency',
  'skim',
  'affidavit',
  'dual_child_registration',
  'naturalisation',
  'citizenship_choice',
  'refugee_registration',
  'rsd',
  'resettlement',
  'family_link',
  'voluntary_return',
  'detention_alternative',
  'work_linked_permit',
  'overstay_settlement',
  'complaint',
  'other',
] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

/** Where a case stands. The transitions between them are in transitions.ts. */
export const STATUSES = [
  'draft',
  'submitted',
  'payment_due',
  'returned',
  'received',
  'in_review',
  'action_required',
  'appointment_set',
  'with_other_body',
  'on_hold',
  'ready_for_decision',
  'decided',
  'document_ready',
  'under_appeal',
  'transferred',
  'expired',
  'completed',
  'withdrawn',
] as const;
export type Status = (typeof STATUSES)[number];

/** The five steps that a person is shown. */
export const PHASES = ['sent', 'received', 'checks', 'decision', 'document'] as const;
export type Phase = (typeof PHASES)[number];

/** How a case was decided. */
export const OUTCOMES = [
  'approved',
  'approved_with_conditions',
  'refused',
  'closed_without_decision',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is checked, side by side. */
export const CHECK_KINDS = [
  'completeness',
  'payment',
  'identity',
  'biometrics',
  'eligibility',
  'documents',
  'medical',
  'security',
  'interview',
  'sponsor',
  'other',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export const CHECK_STATES = [
  'not_started',
  'waiting_on_you',
  'waiting_on_other',
  'in_progress',
  'completed',
  'exempt',
  'failed',
] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What a person is asked to do. */
export const TASK_KINDS = ['upload', 'pay', 'attend', 'answer', 'correct', 'collect', 'confirm'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_STATES = ['open', 'sent', 'accepted', 'rejected', 'not_needed', 'overdue'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What an event means for the person: a step on, a step back, news, or the repair of an earlier event. */
export const CHANGES = ['progress', 'regression', 'information', 'correction'] as const;
export type Change = (typeof CHANGES)[number];

/** Who made an event happen; a class, never a name. */
export const ACTOR_CLASSES = ['authority', 'partner', 'applicant', 'system'] as const;
export type ActorClass = (typeof ACTOR_CLASSES)[number];

/** Who may see an event. Each level includes the ones before it: what an applicant sees, a partner sees. */
export const VISIBILITIES = ['applicant', 'delegate', 'partner'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** How exact an event's time is. A `day` is never shown with a made-up 00:00. */
export const PRECISIONS = ['day', 'minute'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** What an estimate rests on. */
export const ESTIMATE_BASES = [
  'statutory',
  'service_standard',
  'percentile',
  'officer',
  'queue',
  'unknown',
] as const;
export type EstimateBasis = (typeof ESTIMATE_BASES)[number];

/** Why something happened: coded, so that it can be said kindly in every language. */
export const REASONS = [
  'documents_missing',
  'documents_unclear',
  'payment_not_confirmed',
  'identity_unclear',
  'new_information',
  'appointment_missed',
  'waiting_for_other_office',
  'high_demand',
  'system_trouble',
  'rules_changed',
  'requirements_not_met',
  'time_limit_passed',
  'your_request',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** What comes next for the person. */
export const NEXT_STEPS = [
  'wait',
  'see_tasks',
  'pay',
  'attend',
  'collect_document',
  'ask_for_review',
  'none',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** What an appointment's guest should bring. */
export const THINGS_TO_BRING = [
  'reference_letter',
  'passport',
  'identity_document',
  'unhcr_card',
  'photo',
  'payment_receipt',
  'family_card',
  'sponsor_letter',
] as const;
export type ThingToBring = (typeof THINGS_TO_BRING)[number];

/** What happened. The sentence for each is in texts.ts. */
export const EVENT_CODES = [
  'application_drafted',
  'application_submitted',
  'payment_requested',
  'payment_confirmed',
  'returned_incomplete',
  'sent_again',
  'accepted_for_processing',
  'review_started',
  'something_needed',
  'answer_received',
  'document_received',
  'document_better_copy_needed',
  'document_accepted',
  'document_not_accepted',
  'document_taken_back',
  'appointment_made',
  'appointment_changed',
  'appointment_attended',
  'other_office_asked',
  'other_office_answered',
  'paused',
  'resumed',
  'checks_finished',
  'sent_back_for_checks',
  'decision_made',
  'document_ready',
  'document_handed_over',
  'finished',
  'review_requested',
  'review_started_again',
  'moved_to_other_office',
  'arrived_at_other_office',
  'deadline_passed',
  'reopened',
  'withdrawn',
  'checks_updated',
  'tasks_updated',
  'estimate_updated',
  'note_for_partners',
  'corrected',
] as const;
export type EventCode = (typeof EVENT_CODES)[number];
