// Everything that can go wrong in a call, as small classes with a stable code.
//
// An error never holds what was sent: no reference, PIN, token, key, address, header or body, and no `cause`,
// because what `fetch` throws may carry the request. What the API answered is kept in `problem`, which is
// not enumerable, so that printing or serialising an error shows only name, code, status and request id.

import type { Open, Problem, ProblemCode } from '@lintas/contract/core';
import { given } from './given.ts';

/** Codes of the client's own, beside those of the API. */
export type ClientErrorCode =
  /** The API could not be reached, or the connection broke. */
  | 'network'
  /** No answer came in time. */
  | 'timeout'
  /** Something else than the API answered, or the API answered in a shape that this version cannot read. */
  | 'unexpected-answer'
  /** The person's session is over. */
  | 'session-ended'
  /** A file cannot be read any more, or is not what it was when it was chosen. */
  | 'file-changed';

/** Stable name of what went wrong. A newer API may have codes that this version does not know: go by `status`. */
export type LintasErrorCode = Open<ProblemCode | ClientErrorCode>;

/** What is known of a failed call beside its code. */
export interface ErrorFacts {
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  /** The problem as the API described it (RFC 9457). */
  readonly problem?: Problem | undefined;
  /** The API's name for this request: quote it when asking for help. */
  readonly requestId?: string | undefined;
  /** Whole seconds to wait before the next try. */
  readonly retryAfter?: number | undefined;
}

const BRAND = Symbol.for('@lintas/sdk error');

/** What every error of this package is. Recognise it with {@link isLintasError}, also across two copies. */
export class LintasError extends Error {
  override readonly name: string = 'LintasError';
  readonly code: LintasErrorCode;
  declare readonly status?: number;
  declare readonly problem?: Problem;
  declare readonly requestId?: string;
  declare readonly retryAfter?: number;

  constructor(code: LintasErrorCode, message: string, { problem, ...facts }: ErrorFacts = {}) {
    super(message);
    this.code = code;
    Object.assign(this, given(facts));
    if (problem) Object.defineProperty(this, 'problem', { value: problem });
  }

  get [BRAND](): true {
    return true;
  }
}

/** The API refused the call, and said why in `code` and `problem`. */
export class ProblemError extends LintasError {
  override readonly name = 'ProblemError';
}

/** The API could not be reached, or the connection broke before the whole answer was there. */
export class NetworkError extends LintasError {
  override readonly name = 'NetworkError';

  constructor(message = 'The API could not be reached.') {
    super('network', message);
  }
}

/** No whole answer came in time. */
export class TimeoutError extends LintasError {
  override readonly name = 'TimeoutError';

  constructor(message = 'The API did not answer in time.') {
    super('timeout', message);
  }
}

/** What came back is not an answer of this API: a login page of a public network, a gateway's error page. */
export class UnexpectedAnswerError extends LintasError {
  override readonly name = 'UnexpectedAnswerError';

  constructor(message: string, facts?: ErrorFacts) {
    super('unexpected-answer', message, facts);
  }
}

/** The session was closed, expired or revoked. The person has to enter reference and PIN again. */
export class SessionEndedError extends LintasError {
  override readonly name = 'SessionEndedError';

  constructor(facts?: ErrorFacts) {
    super('session-ended', 'The session has ended.', facts);
  }
}

/** The file changed or vanished since the person chose it. They have to choose it again. */
export class FileChangedError extends LintasError {
  override readonly name = 'FileChangedError';

  constructor() {
    super('file-changed', 'The file changed or vanished since it was chosen.');
  }
}

/** Tells an error of this package, whichever copy of the package made it. */
export function isLintasError(error: unknown): error is LintasError {
  return typeof error === 'object' && error !== null && BRAND in error;
}

/** Tells an error of this package with this code. */
export function hasCode<Code extends LintasErrorCode>(
  error: unknown,
  code: Code,
): error is LintasError & { readonly code: Code } {
  return isLintasError(error) && error.code === code;
}
