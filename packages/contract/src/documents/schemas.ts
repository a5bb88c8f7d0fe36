// What a person reads of their documents. Everything here takes what a newer server may add.

import * as z from 'zod/mini';
import { Instant } from '../core/index.ts';
import {
  OpenDocumentKind,
  OpenDocumentReason,
  OpenDocumentSide,
  OpenDocumentState,
  OpenMediaType,
  OpenVerificationMethod,
  OpenVerificationResult,
  OpenVerifier,
} from './open-words.ts';
import { DocumentRequirement } from './requirements.ts';

/** What one check of a document came to: a machine's, or a human's in a review. */
export const Verification = z.object({
  id: z.string(),
  by: OpenVerifier,
  method: OpenVerificationMethod,
  result: OpenVerificationResult,
  reason: z.optional(OpenDocumentReason),
  at: Instant,
  /**
   * SHA-256, as lower-case hex digits, of the file that was looked at, as it was handed in: a copy that was made of it
   * for reviewers has none of its own. Missing in older checks.
   */
  evidenceHash: z.optional(z.string()),
  /** The consent under which a partner decided, where it was one: for the person and the authority, not for reviewers. */
  consentId: z.optional(z.string()),
});
export type Verification = z.infer<typeof Verification>;

/** A document of the opened case. */
export const Document = z.object({
  id: z.string(),
  /** The requirement that it answers; without one it was added freely. */
  requirementId: z.optional(z.string()),
  kind: OpenDocumentKind,
  side: OpenDocumentSide,
  /** Name of the file as the person's device called it, without a path. */
  fileName: z.optional(z.string()),
  mediaType: OpenMediaType,
  /** Size of the file in bytes, and how many of them are safely here. */
  bytes: z.number(),
  offset: z.number(),
  /** Lower-case hex digits; of a file that is announced with its fingerprint once all of it is here. */
  sha256: z.optional(z.string()),
  fingerprint: z.optional(z.string()),
  state: OpenDocumentState,
  reason: z.optional(OpenDocumentReason),
  /** Pages of a PDF. */
  pages: z.optional(z.number()),
  /** Document that this one replaces. */
  replaces: z.optional(z.string()),
  createdAt: Instant,
  /** When all bytes were here. */
  receivedAt: z.optional(Instant),
  /** Until when an unfinished upload can go on. */
  expiresAt: z.optional(Instant),
  /** Where the bytes of an unfinished upload go (tus 1.0). */
  uploadUrl: z.optional(z.string()),
  verifications: z.array(Verification),
  /** Signed statement (JWS, RFC 7515) that this file was accepted. */
  attestation: z.optional(z.string()),
});
export type Document = z.infer<typeof Document>;

/**
 * All documents of the opened case, and what its kind of application needs. What was taken back is not among them. An
 * upload that was given up (`expired`) is, for 30 days, until something newer is announced for its place, so that the
 * person can be told; systems do not get it.
 */
export const DocumentList = z.object({
  data: z.array(Document),
  page: z.object({ next: z.nullable(z.string()) }),
  requirements: z.array(DocumentRequirement),
});
export type DocumentList = z.infer<typeof DocumentList>;
