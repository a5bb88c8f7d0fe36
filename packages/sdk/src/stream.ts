// Follows a stream of the API for as long as the reader wants it: reads, notices silence, reconnects where it
// left off, and says each time how the connection is.

import { sleep, withDeadline } from './abort.ts';
import {
  isLintasError,
  type LintasError,
  NetworkError,
  TimeoutError,
  UnexpectedAnswerError,
} from './errors.ts';
import { backoff } from './retry.ts';
import { createSseParser, type SseMessage, type SseParser } from './sse.ts';
import type { Timing } from './timing.ts';

/** How the connection of a stream is. It is reported whenever it changes. */
export type ConnectionNotice =
  | { readonly kind: 'connection'; readonly state: 'live' }
  /** Cut, or not yet made; another try follows by itself. `cause` tells why, and may name a wait. */
  | { readonly kind: 'connection'; readonly state: 'reconnecting'; readonly cause: LintasError };

export type StreamNotice = ConnectionNotice | { readonly kind: 'message'; readonly message: SseMessage };

/** Opens the stream after an event id. */
export type OpenStream = (lastEventId: string, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;

/**
 * Follows a stream until `signal` aborts, which ends the iteration without an error.
 *
 * @param lastEventId Where to begin: the id of the last message that the reader has.
 * @throws SessionEndedError when the API says that the session is over; any other trouble is waited out.
 */
export async function* followStream(
  open: OpenStream,
  lastEventId: string,
  timing: Timing,
  signal: AbortSignal,
): AsyncGenerator<StreamNotice, void, undefined> {
  let resumeFrom = lastEventId;
  let failures = 0;
  let reconnectionTime = 0;
  while (!signal.aborted) {
    const startedAt = performance.now();
    const parser = createSseParser(resumeFrom);
    let cause: LintasError = new NetworkError('The stream has ended.');
    try {
      const body = await withDeadline(timing.oneTry, [signal], (within) => open(resumeFrom, within));
      for await (const notice of readConnection(body, parser, timing.stall, signal)) {
        if (notice.kind === 'message') resumeFrom = notice.message.lastEventId;
        yield notice;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!isLintasError(error) || error.code === 'session-ended') throw error;
      cause = error;
    }
    reconnectionTime = Math.min(parser.retry ?? reconnectionTime, timing.maxBackoff);
    // A connection that held longer than the longest wait was a good one: the count begins anew.
    failures = performance.now() - startedAt > timing.maxBackoff ? 1 : failures + 1;
    yield { kind: 'connection', state: 'reconnecting', cause };
    const asked = cause.retryAfter === undefined ? reconnectionTime : cause.retryAfter * 1000;
    // Whoever was told to wait waits; a network that comes back is tried at once.
    const wakeOn = cause.retryAfter === undefined ? 'online' : undefined;
    await sleep(asked + backoff(failures, timing), [signal], wakeOn).catch(() => undefined);
  }
}

/** Reads one connection to its end. Leaves nothing open behind, however and whenever the iteration ends. */
async function* readConnection(
  body: ReadableStream<Uint8Array>,
  parser: SseParser,
  stall: number,
  signal: AbortSignal,
): AsyncGenerator<StreamNotice, void, undefined> {
  const reader = body.getReader();
  try {
    yield { kind: 'connection', state: 'live' };
    for (;;) {
      const { done, value } = await withDeadline(stall, [signal], (within) => readChunk(reader, within));
      if (done) return;
      for (const message of parse(parser, value)) yield { kind: 'message', message };
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Reads the next piece of a body, unless the signal aborts before it is there. */
export function readChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
): ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new TimeoutError()), { once: true });
    reader.read().then(resolve, () => reject(new NetworkError('The stream was cut.')));
  });
}

function parse(parser: SseParser, chunk: Uint8Array): SseMessage[] {
  try {
    return parser.push(chunk);
  } catch {
    throw new UnexpectedAnswerError('The API sends no such stream.');
  }
}
