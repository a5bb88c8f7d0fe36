// Why there is no copy, and what helps.

import { PIN_LENGTH } from '@lintas/contract/status';
import type { Failure } from '../../case/failure.ts';
import { failureText } from '../../case/failure-text.ts';
import type { DocumentReading } from '../document-reading.ts';

export type CopyProblem =
  | { readonly kind: 'no-pin' | 'pin-length' | 'wrong-pin' }
  /** The PIN was given too long ago. */
  | { readonly kind: 'pin-again' }
  /** The API does not have the file any more. */
  | { readonly kind: 'not-fetched' }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** The problem in words. */
export function copyProblemText(problem: CopyProblem, reading: DocumentReading): string {
  const { errors } = reading.messages;
  const { copy } = reading.texts;
  switch (problem.kind) {
    case 'no-pin':
      return errors.pinMissing;
    case 'pin-length':
      return errors.pinLength(PIN_LENGTH);
    case 'wrong-pin':
      return copy.wrongPin;
    case 'pin-again':
      return copy.pinAgain;
    case 'not-fetched':
      return copy.failed;
    case 'failure':
      return failureText(problem.failure, reading);
  }
}
