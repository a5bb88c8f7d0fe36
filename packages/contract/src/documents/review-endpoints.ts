// The calls of a partner's or authority's system that reviews documents, and of the authority whose they are. Their
// paths and their scope are named after what a review ends in, a verification.

import { endpoint, POST_PROBLEMS } from '../core/index.ts';
import { AssignReview, Review, ReviewPage, ReviewResult, ReviewsQuery } from './reviews.ts';
import { DocumentList } from './schemas.ts';

export const listReviews = endpoint({
  id: 'listReviews',
  summary: 'List the documents that you may review, oldest first',
  method: 'GET',
  path: '/v1/verifications',
  auth: 'verifications:write',
  query: ReviewsQuery,
  answer: ReviewPage,
  problems: ['invalid-request'],
});

export const claimReview = endpoint({
  id: 'claimReview',
  summary: 'Take a document for half an hour, so that nobody else works on it',
  method: 'POST',
  path: '/v1/verifications/{id}/claim',
  auth: 'verifications:write',
  answer: Review,
  problems: [...POST_PROBLEMS, 'review-claimed'],
});

export const releaseReview = endpoint({
  id: 'releaseReview',
  summary: 'Give a claimed document back undecided',
  method: 'POST',
  path: '/v1/verifications/{id}/release',
  auth: 'verifications:write',
  answer: Review,
  problems: [...POST_PROBLEMS, 'review-not-claimed'],
});

export const openReviewed = endpoint({
  id: 'openReviewed',
  summary: 'Open a document that you have claimed; the person can read that you did',
  method: 'GET',
  path: '/v1/verifications/{id}/content',
  auth: 'verifications:write',
  bytes: { answer: 'application/octet-stream' },
  problems: ['review-not-claimed'],
});

export const decideReview = endpoint({
  id: 'decideReview',
  summary: 'Accept a claimed document, ask for a better copy, or do not accept it',
  method: 'POST',
  path: '/v1/verifications/{id}/result',
  auth: 'verifications:write',
  body: ReviewResult,
  answer: Review,
  problems: [...POST_PROBLEMS, 'review-not-claimed', 'document-state'],
});

export const assignReview = endpoint({
  id: 'assignReview',
  summary: 'Have a partner review a document of your own case',
  method: 'POST',
  path: '/v1/verifications/{id}/assignments',
  auth: 'applications:write',
  body: AssignReview,
  problems: POST_PROBLEMS,
});

export const listApplicationDocuments = endpoint({
  id: 'listApplicationDocuments',
  summary: 'List the documents of one of your applications, and what it needs',
  method: 'GET',
  path: '/v1/applications/{id}/documents',
  auth: 'documents:read',
  answer: DocumentList,
});

export const downloadApplicationDocument = endpoint({
  id: 'downloadApplicationDocument',
  summary: 'Download a document of your own case as it was handed in',
  method: 'GET',
  path: '/v1/verifications/{id}/original',
  auth: 'documents:read',
  bytes: { answer: 'application/octet-stream' },
});

export const revokeAttestation = endpoint({
  id: 'revokeAttestation',
  summary: 'Take back the confirmation of a document',
  method: 'POST',
  path: '/v1/attestations/{id}/revoke',
  auth: 'verifications:write',
  problems: POST_PROBLEMS,
});
