// Errors on the wire: RFC 9457 problem details with a stable type.

import * as z from 'zod/mini';
import { isOwnKey } from './own-key.ts';

/**
 * Every problem that the API answers, with its HTTP status and an English title.
 * A code never changes its meaning; a client that meets an unknown one goes by the status.
 */
export const PROBLEMS = {
  'malformed-json': [400, 'The body is not valid JSON.'],
  unauthenticated: [401, 'The credential is missing, unknown, expired or revoked.'],
  'https-required': [
    403,
    'This API is spoken over https only. Change the credential: others may have seen it.',
  ],
  'origin-not-allowed': [403, 'This key may not be used from this origin.'],
  'address-not-allowed': [403, 'This key may not be used from this address.'],
  'secret-key-in-browser': [403, 'A secret key was sent by a browser. Revoke it: it may have been seen.'],
  'scope-missing': [403, 'The key lacks the scope for this call.'],
  'demo-only': [403, 'Demonstration keys work only on a demonstration server.'],
  'lookup-failed': [403, 'The reference and the code do not open a case.'],
  'token-required': [403, 'This questionnaire is answered with a token.'],
  'token-invalid': [403, 'The token is not one of this questionnaire.'],
  'step-up-required': [403, 'The code has to be given once more before this.'],
  'not-found': [404, 'There is nothing here, or nothing that this credential may see.'],
  'method-not-allowed': [405, 'This path does not take this method.'],
  'transition-not-allowed': [409, 'The case cannot go from its present status to that one.'],
  'idempotency-key-reused': [409, 'This idempotency key was used before with another request.'],
  'idempotency-in-progress': [409, 'The first request with this idempotency key is still running.'],
  'external-id-taken': [409, 'Another application of yours has this external id.'],
  'file-not-taken': [409, 'A file of this type or size is not taken here.'],
  'too-many-documents': [409, 'This case has as many documents as it can hold.'],
  'document-in-use': [409, 'A document that was accepted cannot be taken back.'],
  'document-state': [409, 'The document is not in a state that allows this.'],
  'review-claimed': [409, 'Somebody else works on this document.'],
  'review-not-claimed': [409, 'Claim the document first.'],
  'token-issued': [409, 'A token for this questionnaire was already issued for this case.'],
  'token-spent': [409, 'This token was used for another answer.'],
  'survey-closed': [409, 'This questionnaire takes no more answers.'],
  'offset-mismatch': [409, 'The upload has another number of bytes than the request goes on from.'],
  'upload-gone': [410, 'This upload has ended: it was given up, or stood still for too long.'],
  'length-required': [411, 'The request does not say how long its body is.'],
  'precondition-failed': [412, 'The resource changed since it was read.'],
  'tus-version': [412, 'This version of the upload protocol is not spoken here.'],
  'body-too-large': [413, 'The body is larger than this call takes.'],
  'unsupported-media-type': [415, 'The body is not of the media type that this call takes.'],
  'invalid-request': [422, 'Some values are missing or not acceptable.'],
  'upload-busy': [423, 'Another request is sending bytes to this upload just now.'],
  'too-many-requests': [429, 'Too many tries. Wait before the next one.'],
  'checksum-mismatch': [460, 'The bytes are not those that the checksum was made of.'],
  internal: [500, 'Something went wrong on our side.'],
  unavailable: [503, 'The service cannot answer just now.'],
  'storage-full': [507, 'There is no room for this just now.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** Stable name of a problem: the last part of its `type`. */
export type ProblemCode = keyof typeof PROBLEMS;

const TYPE_PREFIX = 'urn:lintas:problem:';

/** One value that was not accepted. */
export const FieldError = z.object({
  /** JSON pointer (RFC 6901) into the body, or `?name` for a query parameter. */
  pointer: z.string(),
  /** Stable name of the rule that was broken. */
  code: z.string(),
  /** English sentence for developers; never repeats the value. */
  message: z.string(),
});
export type FieldError = z.infer<typeof FieldError>;

/** Body of every error answer (`application/problem+json`, RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  requestId: z.optional(z.string()),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(FieldError)),
  /** Whole seconds until another try makes sense; the same as the `Retry-After` header. */
  retryAfter: z.optional(z.number()),
  /** For `transition-not-allowed`: the present status, and those that it may go to. */
  from: z.optional(z.string()),
  allowed: z.optional(z.array(z.string())),
  /** For `file-not-taken`: why, as a reason of a document. */
  reason: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;

/** What may be said of a problem beyond its code. */
export type ProblemDetails = Partial<Omit<Problem, 'type' | 'title' | 'status'>>;

/** Builds the body of an error answer. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  const [status, title] = PROBLEMS[code];
  return { type: TYPE_PREFIX + code, title, status, ...details };
}

/** Code of a problem, or `undefined` for a type that this version does not know. */
export function problemCode(of: Pick<Problem, 'type'>): ProblemCode | undefined {
  const code = of.type.startsWith(TYPE_PREFIX) ? of.type.slice(TYPE_PREFIX.length) : '';
  return isProblemCode(code) ? code : undefined;
}

/** Tells the code of a problem from any other text. */
export function isProblemCode(code: string): code is ProblemCode {
  return isOwnKey(PROBLEMS, code);
}
