// A review is the work of a partner or authority on a document, from the queue to what a human decides. It ends in a
// verification, which is the result of one check; machines make those, too. A reviewer sees a document only while a
// consent of the person or an assignment by the authority lives.

import * as z from 'zod/mini';
import { Id, Instant, InstantInput, pageCursor, pageLimit, pageOf } from '../core/index.ts';
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
