// Authenticity: a signed statement that exactly this file was accepted, by whom and when. Whoever holds the file can
// ask; only its SHA-256 leaves their device.

import * as z from 'zod/mini';
import { I18nText, Instant } from '../core/index.ts';
import { Sha256 } from './inputs.ts';
import { OpenDocumentKind, OpenVerifier } from './open-words.ts';

/** `typ` of the signed statement (RFC 7515, section 4.1.9). */
export const ATTESTATION_TYPE = 'lintas-attestation+jws';

/** What is signed (Ed25519, RFC 8037). Nothing in it says whose document it is. */
export const AttestationClaims = z.object({
  /** Id of the attestation. */
  jti: z.string(),
  /** The authority that the document was handed in to. */
  iss: z.string(),
  /** Seconds since 1970 when it was issued (RFC 7519, section 4.1.6). */
  iat: z.number(),
  sha256: z.string(),
  kind: OpenDocumentKind,
  /** Who accepted it: `authority` or `partner`. */
  by: OpenVerifier,
  /** The organisation that accepted it. */
  verifier: z.string(),
});
export type AttestationClaims = z.infer<typeof AttestationClaims>;

export const CheckAuthenticity = z.strictObject({ sha256: Sha256 });
export type CheckAuthenticity = z.infer<typeof CheckAuthenticity>;

/** A confirmation of a file. */
export const Attestation = z.object({
  id: z.string(),
  kind: OpenDocumentKind,
  authority: I18nText,
  by: OpenVerifier,
  verifier: I18nText,
  issuedAt: Instant,
  /** Set when the confirmation was taken back. */
  revokedAt: z.optional(Instant),
  /** The signed statement, for who wants to check it against `/.well-known/jwks.json`. */
  jws: z.string(),
});
export type Attestation = z.infer<typeof Attestation>;

/** All confirmations of a file; none means that it is unknown, which says nothing against it. */
export const Authenticity = z.object({ attestations: z.array(Attestation) });
export type Authenticity = z.infer<typeof Authenticity>;
