// The words of documents: what they are, where each stands, what was checked, and why one is not good enough.
// Each list is closed when written and open when read (see core/open-enum.ts).

/** What a document is. */
export const DOCUMENT_KINDS = [
  'passport',
  'travel_document',
  'national_id',
  'unhcr_card',
  'birth_certificate',
  'marriage_certificate',
  'family_card',
  'sponsor_letter',
  'photo',
  'police_clearance',
  'medical',
  'bank_statement',
  'school',
  'employment',
  'billing_receipt',
  'address',
  'court',
  'affidavit',
  'power_of_attorney',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Which side of the paper a file shows; `whole` where there is nothing to turn over. */
export const DOCUMENT_SIDES = ['whole', 'front', 'back'] as const;
export type DocumentSide = (typeof DOCUMENT_SIDES)[number];

/** Types of file that are taken at all (IANA media types). A requirement may take fewer. */
export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/**
 * Where a document stands.
 * `queued`, created and no byte here yet; `uploading`, some are; `scanning`, all are and they are being checked;
 * `received`, good enough for a person to look at; `needs_better_copy`; `accepted`; `rejected`, not accepted;
 * `expired`, never finished; `withdrawn`, taken back or replaced.
 */
export const DOCUMENT_STATES = [
  'queued',
  'uploading',
  'scanning',
  'received',
  'needs_better_copy',
  'accepted',
  'rejected',
  'expired',
  'withdrawn',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** Why a document is not good enough, or what about it could not be confirmed. Never a reproach. */
export const DOCUMENT_REASONS = [
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
  'duplicate',
  'not_readable',
  'blurred',
  'glare',
  'too_dark',
  'cut_off',
  'greyscale',
  'failed_copy',
  'incomplete',
  'missing_front',
  'missing_back',
  'wrong_document',
  'document_expired',
  'photo_mismatch',
  'details_differ',
  'could_not_confirm',
  'other',
] as const;
export type DocumentReason = (typeof DOCUMENT_REASONS)[number];

/** Who checked. */
export const VERIFIERS = ['system', 'partner', 'authority'] as const;
export type Verifier = (typeof VERIFIERS)[number];

/** What was checked. */
export const VERIFICATION_METHODS = [
  'checksum',
  'format',
  'safety',
  'malware',
  'image_quality',
  'duplicate',
  'mrz_check_digits',
  'mrz_vs_form',
  'expiry',
  'vds_signature',
  'vc_proof',
  'database',
  'human_review',
] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];

/** What came of a check. */
export const VERIFICATION_RESULTS = ['pass', 'fail', 'inconclusive', 'not_applicable'] as const;
export type VerificationResult = (typeof VERIFICATION_RESULTS)[number];

/** What a human decides about a document. */
export const REVIEW_OUTCOMES = ['accepted', 'needs_better_copy', 'rejected'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/**
 * What was done with a person's case and documents, as the person reads it. `session.open`: the case was opened with
 * reference and PIN; `application.read`: an authority's system has read it, told once an hour for each of its keys; `application.pin`:
 * an authority has given the case another PIN.
 */
export const ACCESS_ACTIONS = [
  'session.open',
  'application.read',
  'application.pin',
  'document.create',
  'document.withdraw',
  'document.download',
  'document.claim',
  'document.open',
  'document.release',
  'document.review',
  'document.assign',
  'consent.give',
  'consent.withdraw',
  'attestation.revoke',
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];
