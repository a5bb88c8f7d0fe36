// Sends a request whose body is a part of a file, tells how far it got, and ends it when it stands still.
// XMLHttpRequest in browsers, because their fetch does not tell; a counted stream elsewhere.

import { linkSignals, throwIfAborted } from '../abort.ts';
import { readSlice } from '../digest.ts';
import { NetworkError, TimeoutError } from '../errors.ts';
import type { PreparedRequest } from '../transport.ts';
import type { UploadTiming } from './timing.ts';

/** An answer, and its body as text. */
export interface BytesAnswer {
  readonly response: Response;
  readonly body: string;
}

/** Hears how many bytes were handed to the network so far; they are not acknowledged yet. */
export type OnSent = (bytes: number) => void;

type Send = (
  request: PreparedRequest,
  bytes: Blob,
  onSent: OnSent,
  signal: AbortSignal,
) => Promise<BytesAnswer>;

/**
 * Sends once.
 *
 * @throws NetworkError when no answer came; TimeoutError when nothing moved for too long; the signal's reason
 */
export async function sendBytes(
  request: PreparedRequest,
  bytes: Blob,
  { stall, answer }: UploadTiming,
  signal: AbortSignal,
  onSent: OnSent,
): Promise<BytesAnswer> {
  const { signal: within, abort, release } = linkSignals([signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => abort(new TimeoutError()), ms);
  };
  const send = typeof XMLHttpRequest === 'undefined' ? sendByFetch : sendByXhr;
  try {
    throwIfAborted(within);
    wait(bytes.size === 0 ? answer : stall);
    return await send(
      request,
      bytes,
      (sent) => {
        wait(sent < bytes.size ? stall : answer);
        onSent(sent);
      },
      within,
    );
  } catch {
    // The errors of fetch hold the request with its headers.
    throwIfAborted(within);
    throw new NetworkError();
  } finally {
    clearTimeout(timer);
    release();
    // A body that nobody waits for any more would be read to its end, and would tell of it.
    abort(undefined);
  }
}

const sendByXhr: Send = ({ url, init }, bytes, onSent, signal) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const abort = (): void => xhr.abort();
    xhr.open(init.method ?? 'POST', url);
    for (const [name, value] of Object.entries(init.headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded }) => onSent(loaded);
    xhr.onloadend = () => {
      signal.removeEventListener('abort', abort);
      // Redirects cannot be refused, but their answer can: the API has none.
      if (xhr.status === 0 || xhr.responseURL !== new URL(url).href) reject(new NetworkError());
      else resolve({ response: responseOf(xhr), body: xhr.responseText });
    };
    signal.addEventListener('abort', abort);
    xhr.send(bytes);
  });

function responseOf(xhr: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const [, name = '', value = ''] of xhr
    .getAllResponseHeaders()
    .matchAll(/^([^:\r\n]+):[ \t]*(.*?)[ \t]*$/gm)) {
    headers.append(name, value);
  }
  return new Response(null, { status: xhr.status, headers });
}

const PIECE_BYTES = 64 * 1024;

const sendByFetch: Send = async ({ url, init }, bytes, onSent, signal) => {
  const counted = inPieces(bytes, signal, onSent);
  const headers = { ...init.headers, 'Content-Length': String(bytes.size) };
  // A stream as a body has to say that the answer comes after it.
  const streaming = { duplex: 'half', ...init, headers, body: counted, signal };
  const response = await fetch(url, streaming);
  return { response, body: await response.text() };
};

/** Reads what the network has room for. The stream of a blob in Node's memory would be all of it in one piece. */
function inPieces(bytes: Blob, signal: AbortSignal, onSent: OnSent): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = 0;
  const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    async pull(controller) {
      if (sent === bytes.size) {
        controller.close();
        return;
      }
      const piece = await readSlice(bytes, sent, Math.min(sent + PIECE_BYTES, bytes.size));
      throwIfAborted(signal);
      controller.enqueue(piece);
      sent += piece.length;
      onSent(sent);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
