// What a machine finds when it looks at a document. Free of I/O.

import {
  UNUSABLE,
  type DocumentReason,
  type VerificationMethod,
  type VerificationResult,
} from '@lintas/contract';

export interface Finding {
  readonly method: VerificationMethod;
  readonly result: VerificationResult;
  /** Why it did not pass. */
  readonly reason?: DocumentReason | undefined;
}

/**
 * Why nobody could use the file, so that another one is asked for at once. Anything else that a machine could not
 * confirm is left to a human.
 */
export function unusableBecause(findings: readonly Finding[]): DocumentReason | undefined {
  return findings
    .filter(({ result }) => result === 'fail')
    .map(({ reason }) => reason)
    .find((reason) => reason !== undefined && UNUSABLE.includes(reason));
}
