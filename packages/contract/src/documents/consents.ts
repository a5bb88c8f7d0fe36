// Consent of a person that a partner looks at their documents: for one purpose, until it ends or is withdrawn.

import * as z from 'zod/mini';
import { I18nText, Id, Instant, InstantInput } from '../core/index.ts';
import { Sha256 } from './inputs.ts';

/** Purposes that a person can consent to. */
export const CONSENT_PURPOSES = ['document_review'] as const;

/** A consent that a person gives on a page of ours ends by itself after so many days; the page says so. */
export const CONSENT_DAYS = 90;

/** A partner that can be asked to review documents. */
export const Reviewer = z.object({ id: z.string(), name: I18nText });
export type Reviewer = z.infer<typeof Reviewer>;

/** A person's consent that a partner may do something with their documents, until it ends or is withdrawn. */
export const Consent = z.object({
  id: z.string(),
  partner: Reviewer,
  purpose: z.string(),
  /** Which text the person was shown. A consent from before hashes were kept has none. */
  language: z.optional(z.string()),
  textVersion: z.optional(z.string()),
  textHash: z.optional(z.string()),
  givenAt: Instant,
  expiresAt: Instant,
  withdrawnAt: z.optional(Instant),
});
export type Consent = z.infer<typeof Consent>;

/** The consents of the opened case, and who could be asked. */
export const ConsentList = z.object({
  data: z.array(Consent),
  page: z.object({ next: z.nullable(z.string()) }),
  partners: z.array(Reviewer),
});
export type ConsentList = z.infer<typeof ConsentList>;

/** Gives a consent. What says which text was shown is kept with it: the language, the version, and the hash. */
export const GiveConsent = z.strictObject({
  partner: Id,
  purpose: z.enum(CONSENT_PURPOSES),
  /** BCP 47 tag of the text that the person read. */
  language: z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/), z.maxLength(35)),
  /** Names the wording that was shown. */
  textVersion: z.string().check(z.regex(/^[\w.-]{1,40}$/)),
  /** SHA-256, as lower-case hex digits, of the very words that the person was shown: see {@link consentTextOf}. */
  textHash: Sha256,
  expiresAt: InstantInput,
});
export type GiveConsent = z.infer<typeof GiveConsent>;

/**
 * What the `textHash` of a consent is made of, as UTF-8: the sentences in the order in which they were shown, with one
 * line feed between two of them and none at the end.
 */
export function consentTextOf(sentences: readonly string[]): string {
  return sentences.join('\n');
}
