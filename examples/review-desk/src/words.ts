// The desk's English words: why a reviewer asks for another copy or says no, and codes written as people write.

import {
  DOCUMENT_REASONS,
  isKnown,
  type DocumentReason,
  type ReviewOutcome,
  type VerificationMethod,
  type VerificationResult,
} from '@lintas/contract';

/** What a person can see of a document; the other reasons are those of machines. */
export const REASONS: Readonly<Partial<Record<DocumentReason, string>>> = {
  not_readable: 'The text cannot be read',
  blurred: 'The picture is blurred',
  glare: 'Light covers a part of it',
  too_dark: 'The picture is too dark',
  cut_off: 'An edge is cut off',
  greyscale: 'Colour is needed',
  failed_copy: 'The copy has lines or spots',
  incomplete: 'Pages are missing',
  missing_front: 'The front is missing',
  missing_back: 'The back is missing',
  wrong_document: 'It is another document than was asked for',
  document_expired: 'The document has expired',
  photo_mismatch: 'The photo does not match',
  details_differ: 'Details differ from the application',
  could_not_confirm: 'It could not be confirmed',
  other: 'Something else',
};

/** What machines have looked at. A newer API may have others. */
export const CHECKS: Readonly<Record<string, string | undefined>> = {
  checksum: 'Whether the file arrived whole',
  format: 'Kind of file',
  safety: 'Harmful content',
  malware: 'Viruses',
  image_quality: 'Sharpness and light',
  duplicate: 'Whether it was handed in before',
  mrz_check_digits: 'Lines for machines',
  mrz_vs_form: 'Lines for machines and application',
  expiry: 'Date of expiry',
  vds_signature: 'Signature of the seal',
  vc_proof: 'Signature of the document',
  database: 'Entry in a register',
  human_review: 'Look of a person',
} satisfies Record<VerificationMethod, string>;

/** What came of it. */
export const RESULTS: Readonly<Record<string, string | undefined>> = {
  pass: 'Fine',
  fail: 'Not fine',
  inconclusive: 'Not clear',
  not_applicable: 'Does not apply',
} satisfies Record<VerificationResult, string>;

/** Why, as far as the desk has words for it. */
export function reasonInWords(reason: string): string {
  return isKnown(DOCUMENT_REASONS, reason) ? (REASONS[reason] ?? inWords(reason)) : inWords(reason);
}

/** What was just decided, for the top of the queue. */
export const DECIDED: Readonly<Record<ReviewOutcome, string>> = {
  accepted: 'You accepted the document. Its person has been told.',
  needs_better_copy: 'You asked for a better copy. Its person has been told.',
  rejected: 'You did not accept the document. Its person has been told.',
};

/** `needs_better_copy` becomes `Needs better copy`. */
export function inWords(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
