// One request and what is known of its answer so far.

import type { Clock, Cryptography } from '../adapters.ts';
import { newId } from '../identifiers.ts';
import { firstHeaders, type AnswerHeaders } from './headers.ts';
import type { OpenSink } from './sink.ts';

/** Who is at the other end, as the adapter that took the connection knows it. */
export interface Client {
  /** Address that limits on tries count: the socket's, or the one that trusted proxies report. */
  readonly address: string;
  /** How to stream to this client; without it the stream is the body of the `Response`. */
  readonly openSink?: OpenSink | undefined;
  /** Cuts the connection in the middle of an answer; without it the body of the `Response` fails. */
  readonly cut?: (() => void) | undefined;
  /** Whether the client's own connection is encrypted, as trusted proxies report; without it, none does. */
  readonly secure?: boolean | undefined;
  /** The request's body as it comes from the connection; without it that of the `Request`, which is slower. */
  readonly body?: AsyncIterable<Uint8Array> | undefined;
}

export interface Exchange {
  readonly request: Request;
  readonly client: Client;
  readonly requestId: string;
  readonly startedAt: number;
  /** Set before a handler runs, so that they are there whatever happens to it. */
  readonly headers: AnswerHeaders;
  /** For the log: the pattern of the path, and the key that was used. */
  route: string;
  keyId?: string;
  /** Whether the answer's length is hidden: it is for people, whose traffic may be watched. */
  padded: boolean;
}

export function beginExchange(
  request: Request,
  client: Client,
  clock: Clock,
  cryptography: Cryptography,
): Exchange {
  const requestId = newId(clock, cryptography);
  return {
    request,
    client,
    requestId,
    startedAt: clock(),
    headers: firstHeaders(requestId),
    route: '(none)',
    padded: false,
  };
}

/** Where the API answers as this client sees it, for example `https://api.example.org`. */
export function originOf({ request, client }: Exchange): string {
  const { protocol, host } = new URL(request.url);
  return `${client.secure ? 'https:' : protocol}//${host}`;
}
