// What a machine finds when it looks at a document.

import type { DocumentReason, VerificationMethod, VerificationResult } from '@lintas/contract';

export interface Finding {
  readonly method: VerificationMethod;
  readonly result: VerificationResult;
  /** Why it did not pass. */
  readonly reason?: DocumentReason | undefined;
}
