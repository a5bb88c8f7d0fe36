// When a failed call is tried again, and how long to wait first. This is the only retry in the SDK.
//
// Every call may be repeated: a GET or DELETE by nature, a POST because it carries the same Idempotency-Key.

import { sleep, type Signals, withDeadline } from './abort.ts';
import { hasCode, isLintasError, type LintasError } from './errors.ts';
import type { Timing } from './timing.ts';

/** Answers that may be different next time. */
const PASSING_STATUSES: readonly (number | undefined)[] = [408, 429, 500, 502, 503, 504, 507];

/**
 * Runs a call, and again while its failure is one that passes and time is left.
 *
 * @param tellRateLimit Whether a 429 fails at once, because a person is to see how long to wait.
 */
export async function withRetries<Result>(
  timing: Timing,
  signals: Signals,
  tellRateLimit: boolean,
  attempt: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const endsAt = performance.now() + timing.wholeCall;
  const timeLeft = (): number => endsAt - performance.now();
  for (let failures = 1; ; failures += 1) {
    try {
      return await withDeadline(Math.min(timing.oneTry, timeLeft()), signals, attempt);
    } catch (error) {
      const told = tellRateLimit && isLintasError(error) && error.status === 429;
      if (told || !isPassing(error) || failures >= timing.tries) throw error;
      const asked = error.retryAfter === undefined ? undefined : error.retryAfter * 1000;
      const wait = asked ?? backoff(failures, timing);
      if (wait > timing.maxRetryAfter || wait >= timeLeft()) throw error;
      await sleep(wait, signals, asked === undefined ? 'online' : undefined);
    }
  }
}

/** Whether the same call may succeed later. */
export function isPassing(error: unknown): error is LintasError {
  if (!isLintasError(error)) return false;
  if (error.code === 'network' || error.code === 'timeout') return true;
  // The first try is still at work: its answer can be had a moment later.
  if (hasCode(error, 'idempotency-in-progress')) return true;
  return PASSING_STATUSES.includes(error.status);
}

/**
 * Milliseconds to wait after so many failures in a row: exponential with full jitter, so that a crowd that was
 * cut off together does not come back together.
 */
export function backoff(failures: number, { firstBackoff, maxBackoff }: Timing): number {
  return Math.random() * Math.min(maxBackoff, firstBackoff * 2 ** (failures - 1));
}

/**
 * Whole seconds that a `Retry-After` header asks for: delay-seconds or an HTTP date
 * (RFC 9110, sections 10.2.3 and 5.6.7). `undefined` when it says neither.
 */
export function parseRetryAfter(header: string | null, now: number = Date.now()): number | undefined {
  if (header === null) return undefined;
  const value = header.trim();
  if (/^\d+$/.test(value)) return Number(value);
  // All three date forms begin with the name of a day; `Date.parse` alone would also take "1.5" or "-3".
  if (!/^[A-Z][a-z]+,? /.test(value)) return undefined;
  // Every one is in GMT, but the oldest form does not say so.
  const at = Date.parse(value.endsWith(' GMT') ? value : `${value} GMT`);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
