// Reviews, for a partner's or authority's system: the documents that wait for a human, and what they decide. The
// person whose document it is can read every access.

import type {
  AssignReview,
  DocumentList,
  Review,
  ReviewResult,
  ReviewsQuery,
} from '@lintas/contract/documents';
import {
  assignReview,
  claimReview,
  decideReview,
  downloadApplicationDocument,
  listApplicationDocuments,
  listReviews,
  openReviewed,
  releaseReview,
  revokeAttestation,
} from '@lintas/contract/documents';
import { callForBytes } from './bytes.ts';
import { connect, type ClientOptions } from './options.ts';
import { eachEntry } from './pagination.ts';
import type { Abortable } from './status.ts';
import { call, callForNothing, type CallOptions } from './transport.ts';

/** Which reviews to list. Pages are the SDK's matter. */
export type ReviewFilters = Omit<ReviewsQuery, 'cursor' | 'limit'>;

/** Needs a secret key, and so a server. Ids are those of documents. */
export interface ReviewsClient {
  /** Goes through the documents that you may review, oldest first. */
  list(filters?: ReviewFilters, options?: Abortable): AsyncIterable<Review>;
  /** Takes a document for half an hour. @throws ProblemError `review-claimed` when somebody else works on it. */
  claim(id: string, options?: Abortable): Promise<Review>;
  /** Gives a claimed document back undecided. */
  release(id: string, options?: Abortable): Promise<Review>;
  /** Opens a claimed document: the copy that was made safe to look at. */
  open(id: string, options?: Abortable): Promise<Blob>;
  /** Decides about a claimed document. @throws ProblemError `review-not-claimed`, `document-state`. */
  decide(id: string, result: ReviewResult, options?: Abortable): Promise<Review>;
  /** Has a partner review a document of your own case. */
  assign(id: string, assignment: AssignReview, options?: Abortable): Promise<void>;
  /** Takes the confirmation of a document back, by the id of the attestation. */
  revokeAttestation(id: string, options?: Abortable): Promise<void>;
  /** Reads the documents of one of your applications, and what it needs. */
  documentsOf(applicationId: string, options?: Abortable): Promise<DocumentList>;
  /** Downloads a document of your own case as it was handed in. Handle it as what it may be: hostile. */
  downloadOriginal(id: string, options?: Abortable): Promise<Blob>;
}

/** A client that knows only reviews, for systems that need no other. */
export function createReviewsClient(options: ClientOptions): ReviewsClient {
  const connection = connect(options);
  const within = ({ signal }: Abortable = {}): CallOptions => ({ signals: [signal] });
  return {
    list: (filters = {}, options) =>
      eachEntry((cursor) =>
        call(connection, listReviews, { query: { ...filters, cursor } }, within(options)),
      ),
    claim: (id, options) => call(connection, claimReview, { params: { id } }, within(options)),
    release: (id, options) => call(connection, releaseReview, { params: { id } }, within(options)),
    open: (id, options) => callForBytes(connection, openReviewed, { params: { id } }, within(options)),
    decide: (id, body, options) => call(connection, decideReview, { params: { id }, body }, within(options)),
    assign: (id, body, options) =>
      callForNothing(connection, assignReview, { params: { id }, body }, within(options)),
    revokeAttestation: (id, options) =>
      callForNothing(connection, revokeAttestation, { params: { id } }, within(options)),
    documentsOf: (id, options) =>
      call(connection, listApplicationDocuments, { params: { id } }, within(options)),
    downloadOriginal: (id, options) =>
      callForBytes(connection, downloadApplicationDocument, { params: { id } }, within(options)),
  };
}
