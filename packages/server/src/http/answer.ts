// Answers: the one place where a `Response` is made.

import { problem, type Problem } from '@lintas/contract';
import { StorageFull, StorageUnavailable } from '../blobs/blob-store.ts';
import { DatabaseFull, DatabaseUnavailable } from '../db/database.ts';
import { gzip, padGzip } from './compression.ts';
import type { Exchange } from './exchange.ts';
import { padJson } from './padding.ts';
import { Refusal } from './problems.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers JSON. */
export function answerJson(exchange: Exchange, status: number, json: string): Response {
  return answerText(exchange, status, JSON_TYPE, json);
}

/** Answers JSON in gzip. */
export async function answerCompressed(
  { headers, padded }: Exchange,
  status: number,
  json: string,
): Promise<Response> {
  const compressed = await gzip(json);
  const bytes = padded ? padGzip(compressed) : compressed;
  headers['Content-Type'] = JSON_TYPE;
  headers['Content-Encoding'] = 'gzip';
  headers['Content-Length'] = String(bytes.length);
  return new Response(bytes, { status, headers });
}

/** Answers bytes that are all here. */
export function answerWhole({ headers }: Exchange, bytes: Uint8Array<ArrayBuffer>): Response {
  headers['Content-Length'] = String(bytes.length);
  return new Response(bytes, { status: 200, headers });
}

/** Answers without a body. */
export function answerEmpty({ headers }: Exchange, status: 204 | 304): Response {
  return new Response(null, { status, headers });
}

/**
 * Answers bytes as they come, or only headers.
 *
 * @param over cuts the answer when it is aborted
 */
export function answerBytes(
  { headers, client }: Exchange,
  status: number,
  bytes?: AsyncIterable<Uint8Array>,
  over?: AbortSignal,
): Response {
  return new Response(bytes ? streamOf(bytes, client.cut, over) : null, { status, headers });
}

/** How long a piece of an answer waits for somebody to take it, in milliseconds. */
export const PATIENCE_MS = 30_000;

/**
 * Reads as fast as the caller takes, and stops when they go, take nothing for {@link PATIENCE_MS}, or may not have more.
 * What fails is cut off: whatever else ended it would say that all of it is there.
 */
function streamOf(
  bytes: AsyncIterable<Uint8Array>,
  cut?: () => void,
  over?: AbortSignal,
): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  let patience: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let stop = (): void => {};
  /** Whether this is the end of it. */
  const end = (): boolean => {
    if (ended) return false;
    ended = true;
    clearTimeout(patience);
    over?.removeEventListener('abort', stop);
    return true;
  };
  const fail = (controller: ReadableStreamDefaultController, error: unknown): void => {
    if (!end()) return;
    if (!cut) return controller.error(error);
    cut();
    controller.close();
  };
  return new ReadableStream({
    start(controller) {
      stop = () => {
        fail(controller, new Error('The answer was cut.'));
        // Nobody is there who could do anything about what cannot be closed.
        void iterator.return?.().catch(() => {});
      };
      over?.addEventListener('abort', stop);
      if (over?.aborted === true) stop();
    },
    async pull(controller) {
      clearTimeout(patience);
      try {
        const next = await iterator.next();
        if (ended) return;
        if (next.done === true) {
          end();
          return controller.close();
        }
        controller.enqueue(next.value);
        patience = setTimeout(stop, PATIENCE_MS);
      } catch (error) {
        fail(controller, error);
      }
    },
    async cancel() {
      end();
      await iterator.return?.();
    },
  });
}

/** Answers a refusal; whatever is not one becomes `unavailable` or `internal` and tells nothing. */
export function answerProblem(exchange: Exchange, error: unknown): Response {
  const refusal = error instanceof Refusal ? error.problem : hiddenProblem(error);
  const body: Problem = { ...refusal, requestId: exchange.requestId };
  if (body.retryAfter !== undefined) exchange.headers['Retry-After'] = String(body.retryAfter);
  if (body.status === 401) exchange.headers['WWW-Authenticate'] = 'Bearer';
  return answerText(exchange, body.status, 'application/problem+json', JSON.stringify(body));
}

const RETRY_WHEN_UNAVAILABLE_S = 2;
/** Somebody has to make room first. */
const RETRY_WHEN_FULL_S = 60;

function hiddenProblem(error: unknown): Problem {
  if (error instanceof StorageFull || error instanceof DatabaseFull)
    return problem('storage-full', { retryAfter: RETRY_WHEN_FULL_S });
  return error instanceof DatabaseUnavailable || error instanceof StorageUnavailable
    ? problem('unavailable', { retryAfter: RETRY_WHEN_UNAVAILABLE_S })
    : problem('internal');
}

function answerText({ headers, padded }: Exchange, status: number, type: string, json: string): Response {
  headers['Content-Type'] = type;
  return new Response(padded ? padJson(json) : json, { status, headers });
}
