// What is known of the file that was chosen.

import type { Attestation } from '@lintas/contract/documents';
import type { Failure } from '../case/failure.ts';

/** A confirmation, and what came of its signature: `unchecked` where the browser or the network does not let us. */
export interface Confirmation {
  readonly attestation: Attestation;
  readonly signature: 'fits' | 'does_not_fit' | 'unchecked';
}

export type CheckState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'checking'; readonly file: File }
  | { readonly kind: 'answered'; readonly file: File; readonly confirmations: readonly Confirmation[] }
  | { readonly kind: 'failed'; readonly file: File; readonly failure: Failure | { readonly kind: 'file' } };

/** What all confirmations of a file together say. */
export type Verdict = 'confirmed' | 'unsure' | 'taken_back' | 'unknown';

/** One that holds is enough; nothing is said of a file that nobody confirmed. */
export function verdictOf(confirmations: readonly Confirmation[]): Verdict {
  const fitting = confirmations.filter(({ signature }) => signature !== 'does_not_fit');
  if (fitting.some(({ attestation }) => attestation.revokedAt === undefined)) return 'confirmed';
  if (fitting.length > 0) return 'taken_back';
  return confirmations.length > 0 ? 'unsure' : 'unknown';
}
