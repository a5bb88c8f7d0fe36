// Which state of a document may follow which, and by whose hand. Free of I/O.

import type { DocumentReason, DocumentState, VerificationResult } from './vocabulary.ts';

/** Who moves a document: the person it belongs to, a machine, or a human who reviews it. */
export type Mover = 'applicant' | 'system' | 'reviewer';

type Moves = Readonly<Record<DocumentState, Readonly<Partial<Record<Mover, readonly DocumentState[]>>>>>;

/**
 * A machine asks for a better copy where nobody could use the file; it never decides about a paper. Only a reviewer
 * accepts or rejects, and may think again.
 */
const MOVES: Moves = {
  queued: { applicant: ['withdrawn'], system: ['uploading', 'scanning', 'expired'] },
  uploading: { applicant: ['withdrawn'], system: ['scanning', 'expired'] },
  scanning: { applicant: ['withdrawn'], system: ['received', 'needs_better_copy'] },
  received: { applicant: ['withdrawn'], reviewer: ['accepted', 'needs_better_copy', 'rejected'] },
  needs_better_copy: { applicant: ['withdrawn'], reviewer: ['accepted', 'rejected'] },
  accepted: { reviewer: ['needs_better_copy', 'rejected'] },
  rejected: { applicant: ['withdrawn'], reviewer: ['accepted', 'needs_better_copy'] },
  expired: {},
  withdrawn: {},
};

/** Whether a document may go from one state to another by that hand. */
export function mayMove(from: DocumentState, to: DocumentState, by: Mover): boolean {
  return MOVES[from][by]?.includes(to) ?? false;
}

/** Whether bytes are still missing. */
export function isUnfinished(state: string): boolean {
  return state === 'queued' || state === 'uploading';
}

/** Whether a document fills its place: it is here, and nobody has asked for another. */
export function isHandedIn(state: string): boolean {
  return state === 'scanning' || state === 'received' || state === 'accepted';
}

/** Whether another file is wanted in the place of this one. */
export function wantsReplacement(state: string): boolean {
  return state === 'needs_better_copy' || state === 'rejected' || state === 'expired';
}

/** Whether another document may take the place of one: what was accepted stays, and what is gone is not there. */
export function mayBeReplaced(state: string): boolean {
  return state !== 'accepted' && state !== 'withdrawn' && state !== 'expired';
}

/** Reasons for which nobody could use the file, so that a machine may ask for another one by itself. */
export const UNUSABLE: readonly DocumentReason[] = [
  'corrupt',
  'empty',
  'type_not_supported',
  'type_mismatch',
  'too_large',
  'too_small',
  'too_many_pages',
  'encrypted',
  'active_content',
  'mixed_content',
  'harmful',
];

/** What came of a check, as far as it says whether the file can be used. */
export interface CheckOutcome {
  readonly result: VerificationResult;
  readonly reason?: DocumentReason | null | undefined;
}

/**
 * Why nobody could use the file, so that another one is asked for at once; of several reasons the first. Anything else
 * that a machine could not confirm is left to a human.
 */
export function unusableBecause(outcomes: readonly CheckOutcome[]): DocumentReason | undefined {
  const reasons = outcomes.filter(({ result }) => result === 'fail').map(({ reason }) => reason ?? undefined);
  return reasons.find((reason) => reason !== undefined && UNUSABLE.includes(reason));
}
