// Review by a human: the queue of a partner or authority, and what they decide. They see a document only while a
// consent of the person or an assignment by the authority lives.

import * as z from 'zod/mini';
import { I18nText, Id, InstantInput, Instant, pageCursor, pageLimit, pageOf } from '../core/index.ts';
import {
  OpenDocumentKind,
  OpenDocumentReason,
  OpenDocumentSide,
  OpenDocumentState,
  OpenMediaType,
} from './open-words.ts';
import { OpenApplicationKind } from '../status/open-words.ts';
import { Verification } from './schemas.ts';
import { DOCUMENT_REASONS, REVIEW_OUTCOMES } from './vocabulary.ts';

/** A document that waits for review. Nothing in it says whose it is. */
export const Review = z.object({
  /** Of the document. */
  id: z.string(),
  applicationKind: OpenApplicationKind,
  kind: OpenDocumentKind,
  side: OpenDocumentSide,
  mediaType: OpenMediaType,
  bytes: z.number(),
  pages: z.optional(z.number()),
  state: OpenDocumentState,
  reason: z.optional(OpenDocumentReason),
  receivedAt: Instant,
  /** Why the reviewer may see it: `consent`, `assignment`, or `own`, the authority's case. */
  ground: z.string(),
  /** Until when the right to see it lasts. */
  until: z.optional(Instant),
  /** Who works on it: `me`, `other` or nobody. */
  claimedBy: z.optional(z.string()),
  claimedUntil: z.optional(Instant),
  verifications: z.array(Verification),
});
export type Review = z.infer<typeof Review>;

export const ReviewPage = pageOf(Review);

export const ReviewsQuery = z.strictObject({
  /** `open`, nobody works on it; `mine`, claimed by the caller. Without it, both. */
  show: z.optional(z.enum(['open', 'mine'])),
  cursor: z.optional(pageCursor),
  limit: z.optional(pageLimit),
});
export type ReviewsQuery = z.infer<typeof ReviewsQuery>;

/** What a reviewer decides. Anything but `accepted` has a reason. */
export const ReviewResult = z
  .strictObject({
    outcome: z.enum(REVIEW_OUTCOMES),
    reason: z.optional(z.enum(DOCUMENT_REASONS)),
  })
  .check(
    z.refine(({ outcome, reason }) => (outcome === 'accepted') === (reason === undefined), {
      message: 'Anything but `accepted` needs a reason, and only that.',
      path: ['reason'],
    }),
  );
export type ReviewResult = z.infer<typeof ReviewResult>;

/** Has a partner review a document of the authority's own case. */
export const AssignReview = z.strictObject({ partner: Id, until: InstantInput });
export type AssignReview = z.infer<typeof AssignReview>;

/** Purposes that a person can consent to. */
export const CONSENT_PURPOSES = ['document_review'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** A partner that can be asked to review documents. */
export const Reviewer = z.object({ id: z.string(), name: I18nText });
export type Reviewer = z.infer<typeof Reviewer>;

/** A person's consent that a partner may do something with their documents, until it ends or is withdrawn. */
export const Consent = z.object({
  id: z.string(),
  partner: Reviewer,
  purpose: z.string(),
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

/** Gives a consent. The language and the version of the text that was shown are kept with it. */
export const GiveConsent = z.strictObject({
  partner: Id,
  purpose: z.enum(CONSENT_PURPOSES),
  /** BCP 47 tag of the text that the person read. */
  language: z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/), z.maxLength(35)),
  /** Names the wording that was shown. */
  textVersion: z.string().check(z.regex(/^[\w.-]{1,40}$/)),
  expiresAt: InstantInput,
});
export type GiveConsent = z.infer<typeof GiveConsent>;
