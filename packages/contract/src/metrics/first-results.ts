// How the results of a document's checks become what is measured: whether it was right the first time, and how long
// a person took to say so.

import { unusableBecause } from '../documents/states.ts';
import type { DocumentReason, VerificationMethod, VerificationResult } from '../documents/vocabulary.ts';
import { officeDayOf, type DayNumber, type OfficeCalendar } from './days.ts';

/** A document with its results, oldest first. */
export interface MeasuredDocument {
  /** RFC 3339 instant when all of it was here. */
  readonly receivedAt: string | null;
  /** It takes the place of another, so it is not a first try. */
  readonly replaces: boolean;
  readonly results: readonly {
    readonly at: string;
    readonly method: VerificationMethod;
    readonly result: VerificationResult;
    /** Why it did not pass. */
    readonly reason: DocumentReason | null;
    /** The organisation, where it was a person of one. */
    readonly verifier: string | null;
  }[];
}

export interface FirstResult {
  readonly on: DayNumber;
  readonly verifier: string | null;
  /** `null` for a document that is not a first try. */
  readonly right: boolean | null;
  /** Calendar days until a person first decided; `null` where a machine asked for another copy before. */
  readonly turnaroundDays: number | null;
}

/**
 * The first result that settles something: a person's, or a machine's that nobody could use the file. What a machine
 * could not confirm otherwise sends nothing back: a person looks at it.
 */
export function firstResultOf(
  { receivedAt, replaces, results }: MeasuredDocument,
  calendar: OfficeCalendar,
): FirstResult | undefined {
  const first = results.find(
    (result) => result.method === 'human_review' || unusableBecause([result]) !== undefined,
  );
  if (!first) return undefined;
  const on = officeDayOf(first.at, calendar);
  const byPerson = first.method === 'human_review' && receivedAt !== null;
  return {
    on,
    verifier: first.verifier,
    right: replaces ? null : first.result === 'pass',
    turnaroundDays: byPerson ? Math.max(0, on - officeDayOf(receivedAt, calendar)) : null,
  };
}
