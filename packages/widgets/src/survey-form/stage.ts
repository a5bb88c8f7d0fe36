// Where somebody is with a questionnaire, as plain data.

import type { Failure } from '../case/failure.ts';

export type Stage =
  /** The questionnaire is fetched. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'closed' }
  /** It is answered with an opened case, and none is open. */
  | { readonly kind: 'needs_case' }
  /** The case has had its token. */
  | { readonly kind: 'answered_before' }
  | { readonly kind: 'answering' }
  | { readonly kind: 'sending' }
  /** Neither arrived nor kept. */
  | { readonly kind: 'unsent'; readonly failure: Failure }
  | { readonly kind: 'sent'; readonly copied?: Copied }
  /** On the device, for when the network returns. */
  | { readonly kind: 'waiting'; readonly copied?: Copied }
  /** The API will never take it as it is. */
  | { readonly kind: 'refused' }
  /** The same, of an answer that had waited; it is no longer on the device. */
  | { readonly kind: 'late' }
  /** It no longer waits on the device, and not by what this tab did. */
  | { readonly kind: 'elsewhere' }
  /** The person had everything deleted from the device. */
  | { readonly kind: 'cleared' };

/** Whether nothing is left here to change or to send again. */
export function isGone({ kind }: Stage): boolean {
  return kind === 'sent' || kind === 'waiting' || kind === 'cleared' || kind === 'elsewhere';
}

/** What came of copying the receipt. */
export type Copied = 'copied' | 'refused';

/** What an earlier visit left on this device, and what has become of it. */
export type Found = 'draft' | 'waiting' | 'arrived' | 'late' | 'cleared';

/** What a person can do about what stands on the screen. */
export interface Actions {
  openAgain(): void;
  next(): void;
  back(): void;
  change(question: string): void;
  goToProblem(question: string): void;
  send(): void;
  keepAndSend(): void;
  setRemember(remember: boolean): void;
  clearDevice(): void;
  tellCopied(copied: Copied): void;
}
