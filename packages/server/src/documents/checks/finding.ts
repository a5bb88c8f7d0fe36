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

/** A finding, as it was made or as it was written down. */
type Found = Pick<Finding, 'result'> & { readonly reason?: DocumentReason | null | undefined };

/**
 * Why nobody could use the file, so that another one is asked for at once; of several reasons the first. Anything else
 * that a machine could not confirm is left to a human.
 */
export function unusableBecause(findings: readonly Found[]): DocumentReason | undefined {
  const reasons = findings.filter(({ result }) => result === 'fail').map(({ reason }) => reason ?? undefined);
  return reasons.find((reason) => reason !== undefined && UNUSABLE.includes(reason));
}
