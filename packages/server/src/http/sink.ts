// Where the frames of a stream go. The Node adapter writes to the raw connection, which takes half the
// memory; everywhere else a stream is the body of a `Response`.

import type { AnswerHeaders } from './headers.ts';

export interface Sink {
  write(text: string): void;
  /** Bytes that were written and not yet taken by the reader. */
  pendingBytes(): number;
  /** Resolves once the reader has taken what was written, or is gone. */
  drained(): Promise<void>;
  /** Ends the stream in good order. */
  end(): void;
  /** Cuts the stream: a reader who does not read would keep it open for ever. */
  cut(): void;
  /** Calls `listener` once when the reader is gone or the stream has ended. */
  onClose(listener: () => void): void;
}

/** Sends the headers of a stream and opens it. */
export type OpenSink = (headers: AnswerHeaders) => { readonly sink: Sink; readonly response: Response };

/** Streams through the body of a `Response`. */
export const openBodySink: OpenSink = (headers) => {
  const encoder = new TextEncoder();
  const listeners: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const callAll = (functions: (() => void)[]): void => functions.splice(0).forEach((each) => each());
  const closed = (): void => callAll([...waiting.splice(0), ...listeners.splice(0)]);
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => void (controller = given),
      pull: () => callAll(waiting),
      cancel: () => {
        controller = undefined;
        closed();
      },
    },
    { highWaterMark: 0, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  const finish = (how: (controller: ReadableStreamDefaultController<Uint8Array>) => void): void => {
    if (controller) how(controller);
    controller = undefined;
    closed();
  };
  const sink: Sink = {
    write: (text) => controller?.enqueue(encoder.encode(text)),
    pendingBytes: () => Math.max(0, -(controller?.desiredSize ?? 0)),
    drained: () => new Promise((resolve) => (controller ? waiting.push(resolve) : resolve())),
    end: () => finish((open) => open.close()),
    cut: () => finish((open) => open.error(new Error('The stream was cut.'))),
    onClose: (listener) => void listeners.push(listener),
  };
  return { sink, response: new Response(body, { headers }) };
};
