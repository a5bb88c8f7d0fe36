// What an upload does about a failed try: wait for the network, for the API, or for a new session, and try again; or
// give up, where another try cannot be different.

import { sleep, throwIfAborted } from '../abort.ts';
import type { CaseConnection } from '../case-connection.ts';
import { hasCode, isLintasError, type LintasError } from '../errors.ts';
import { backoff, isPassing } from '../retry.ts';
import type { SessionSlot } from './session-slot.ts';
import type { UploadTiming } from './timing.ts';

/** What an upload waits for. */
export type Wait =
  | { readonly for: 'session' }
  /** For another try; `cause` tells why the last one failed. */
  | { readonly for: 'next-try'; readonly cause: LintasError };

export interface Patience {
  /** Tries until it succeeds. @throws the error that no further try can change, or the signal's reason */
  untilDone<Result>(attempt: Attempt<Result>): Promise<Result>;
  /** Tries once. Answers `undefined` after a failure that passes, when the time for the next try has come. */
  once<Result>(attempt: Attempt<Result>): Promise<Result | undefined>;
  /** Bytes have arrived: the network and the API are well. */
  progressed(): void;
}

type Attempt<Result> = (connection: CaseConnection) => Promise<Result>;

export interface PatienceTools {
  readonly slot: SessionSlot;
  readonly timing: UploadTiming;
  readonly signal: AbortSignal;
  /** Is told what the upload waits for, and with `undefined` that it goes on. */
  readonly onWait: (wait: Wait | undefined) => void;
}

export function createPatience({ slot, timing, signal, onWait }: PatienceTools): Patience {
  let failures = 0;
  let answered = 0;

  const once: Patience['once'] = async (attempt) => {
    if (!slot.peek()) onWait({ for: 'session' });
    const connection = await slot.take(signal);
    onWait(undefined);
    try {
      return await attempt(connection);
    } catch (error) {
      throwIfAborted(signal);
      if (hasCode(error, 'session-ended')) {
        slot.empty(connection);
        return undefined;
      }
      if (!maySucceedLater(error)) throw error;
      failures += 1;
      if (isAnswered(error)) answered += 1;
      if (answered >= timing.tries) throw error;
      onWait({ for: 'next-try', cause: error });
      await waitFor(error, connection, failures);
      return undefined;
    }
  };

  const waitFor = ({ retryAfter }: LintasError, connection: CaseConnection, count: number): Promise<void> => {
    const wait = backoff(count, connection.timing);
    // Whoever was told to wait waits; a network that comes back is tried at once.
    if (retryAfter === undefined) return sleep(wait, [signal], 'online');
    return sleep(Math.min(retryAfter * 1000, timing.longestWait) + wait, [signal]);
  };

  return {
    once,
    async untilDone(attempt) {
      for (;;) {
        const result = await once(attempt);
        if (result !== undefined) return result;
      }
    },
    progressed() {
      failures = 0;
      answered = 0;
    },
  };
}

/** Statuses that an upload sees beside those of other calls: busy, and damaged on its way. */
const PASSING_STATUSES: readonly number[] = [423, 460];

function maySucceedLater(error: unknown): error is LintasError {
  if (!isLintasError(error)) return false;
  const { code, status = 0 } = error;
  const isOurs = code === 'offset-mismatch' || code === 'unexpected-answer';
  return isOurs || isPassing(error) || PASSING_STATUSES.includes(status);
}

/** Whether somebody refused. A page that comes with a 200 is a network that one has to log in to first. */
function isAnswered({ status = 0 }: LintasError): boolean {
  return status >= 400;
}
