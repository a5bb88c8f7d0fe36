// Why a case could not be opened, in the few kinds that a person can do something about.

import { hasCode, isLintasError } from '@lintas/sdk';
import { MissingFileError } from '../core/on-demand.ts';

export type Failure =
  /** Reference and PIN open no case. Which of them is wrong, the API does not tell. */
  | { readonly kind: 'lookup' }
  /** Too many tries. `until` is the end of the wait, in milliseconds of Unix time. */
  | { readonly kind: 'wait'; readonly until: number }
  /** The API, or a file of the element, cannot be reached from here. */
  | { readonly kind: 'offline' }
  /** The API has trouble, or something that is not the API answered. */
  | { readonly kind: 'unavailable' }
  /** The page names no API, or a key that the API does not take from it. */
  | { readonly kind: 'misconfigured' };

/** Whether another try has to wait. `now` is in milliseconds of Unix time. */
export function isWaiting(failure: Failure, now: number): boolean {
  return failure.kind === 'wait' && failure.until > now;
}

/** When the API asks for a wait without saying how long. */
const DEFAULT_WAIT_SECONDS = 60;

/**
 * Sorts what went wrong.
 *
 * @param now milliseconds of Unix time
 */
export function failureOf(error: unknown, now: number): Failure {
  if (error instanceof MissingFileError) return { kind: 'offline' };
  // Whatever else is no error of the SDK comes from options that it refused: an address or a key that cannot be one.
  if (!isLintasError(error)) return { kind: 'misconfigured' };
  switch (error.code) {
    case 'lookup-failed':
    case 'invalid-request':
      return { kind: 'lookup' };
    case 'too-many-requests':
      return { kind: 'wait', until: now + (error.retryAfter ?? DEFAULT_WAIT_SECONDS) * 1000 };
    case 'network':
    case 'timeout':
      return { kind: 'offline' };
    case 'unauthenticated':
    case 'https-required':
    case 'origin-not-allowed':
    case 'secret-key-in-browser':
    case 'demo-only':
      return { kind: 'misconfigured' };
    default:
      return { kind: 'unavailable' };
  }
}

/**
 * The same of what the page has named: where there is no such thing, that is the page's mistake.
 *
 * @param now milliseconds of Unix time
 */
export function failureOfNamed(error: unknown, now: number): Failure {
  const isMissing = hasCode(error, 'not-found') || hasCode(error, 'invalid-request');
  return isMissing ? { kind: 'misconfigured' } : failureOf(error, now);
}
