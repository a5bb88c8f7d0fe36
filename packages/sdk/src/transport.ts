// Sends the calls that the contract declares, and hands back what it promises. Every request of the SDK leaves
// the machine here, but for those with a file's bytes, which upload/send-bytes.ts sends and lets one watch.

import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '@lintas/contract/core';
import type { Signals } from './abort.ts';
import { type Answering, errorOf, readAnswer } from './answer.ts';
import { NetworkError } from './errors.ts';
import { given } from './given.ts';
import type { Connection } from './options.ts';
import { withRetries } from './retry.ts';

/** What a call takes: those of `params`, `query` and `body` that its endpoint declares. */
export type CallInput<Call extends Endpoint> = Given<'params', ParamsOf<Call>> &
  Given<'query', QueryOf<Call>> &
  Given<'body', BodyOf<Call>>;

type Given<Name extends string, Value> = unknown extends Value
  ? unknown
  : undefined extends Value
    ? unknown
    : { readonly [Key in Name]: Value };

export interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** How one call differs from the others. */
export interface CallOptions {
  readonly signals?: Signals;
  readonly headers?: Readonly<Record<string, string>>;
  /** A 429 fails at once, because a person is to see how long to wait. */
  readonly tellRateLimit?: boolean;
  /** Lets the request outlive the page that sent it. */
  readonly keepalive?: boolean;
}

/** Sends a call, again where that may help, and reads its answer. */
export function call<Call extends Endpoint, Value>(
  connection: Connection,
  endpoint: Call & Answering<Value>,
  input: CallInput<Call> & AnyInput,
  options: CallOptions = {},
): Promise<Value> {
  return exchange(connection, endpoint, input, options, (response, body) =>
    readAnswer(endpoint, response, body),
  );
}

/** Sends a call that is answered with nothing (204). */
export function callForNothing<Call extends Endpoint & { readonly answer?: undefined }>(
  connection: Connection,
  endpoint: Call,
  input: CallInput<Call> & AnyInput,
  options: CallOptions = {},
): Promise<void> {
  return exchange(connection, endpoint, input, options, () => undefined);
}

/** Opens a stream, once: whoever follows it knows where to go on from, and reconnects by itself. */
export async function openStream(
  connection: Connection,
  endpoint: Endpoint,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const response = await send(prepare(connection, endpoint, {}, { headers }), signal);
  const isStream = /^text\/event-stream *(;|$)/i.test(response.headers.get('Content-Type') ?? '');
  if (response.ok && isStream && response.body) return response.body;
  throw errorOf(endpoint, response, await readBody(response));
}

/**
 * Opens an answer that is bytes: resolves when its head is there, and is certain to come from the API.
 * The rest is read by whoever asked for it.
 */
export function openBytes<Call extends Endpoint>(
  connection: Connection,
  endpoint: Call,
  input: CallInput<Call> & AnyInput,
  { signals = [] }: CallOptions,
): Promise<Response> {
  const request = prepare(connection, endpoint, input, { headers: { Accept: '*/*' } });
  return withRetries(connection.timing, signals, false, async (signal) => {
    const response = await send(request, signal);
    // A login page would else be taken for the file.
    if (response.ok && response.headers.has('Request-Id')) return response;
    throw errorOf(endpoint, response, await readBody(response));
  });
}

async function exchange<Value>(
  connection: Connection,
  endpoint: Endpoint,
  input: AnyInput,
  options: CallOptions,
  read: (response: Response, body: string) => Value,
): Promise<Value> {
  const request = prepare(connection, endpoint, input, options);
  const { signals = [], tellRateLimit = false } = options;
  return withRetries(connection.timing, signals, tellRateLimit, async (signal) => {
    const response = await send(request, signal);
    const body = await readBody(response);
    if (!response.ok) throw errorOf(endpoint, response, body);
    return read(response, body);
  });
}

/** A request as it is sent, but for its signal. */
export interface PreparedRequest {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Readonly<Record<string, string>> };
}

/** Composes the request once, so that every try sends the same bytes and the same idempotency key. */
export function prepare(
  { baseUrl, credential }: Connection,
  endpoint: Endpoint,
  { params = {}, query = {}, body }: AnyInput,
  { headers = {}, keepalive = false }: CallOptions,
): PreparedRequest {
  const [credentialName, credentialValue] = credential();
  return {
    url: baseUrl + fillPath(endpoint.path, params) + queryString(query),
    init: {
      method: endpoint.method,
      headers: {
        Accept: endpoint.stream ? 'text/event-stream' : 'application/json',
        [credentialName]: credentialValue,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(endpoint.method === 'POST' ? { 'Idempotency-Key': randomKey() } : {}),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      keepalive,
      // Nothing of this may be known to the page's cookies, its address, a cache, or another host.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    },
  };
}

/** One request. What `fetch` throws may tell of the request and its headers, so it ends here. */
async function send({ url, init }: PreparedRequest, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal });
  } catch {
    throw new NetworkError();
  }
}

async function readBody(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch {
    throw new NetworkError('The connection broke in mid-answer.');
  }
}

function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    // Empty and dotted parts would make the address of another call.
    if (/^\.{0,2}$/.test(value)) throw new TypeError(`${name} must not be empty.`);
    return encodeURIComponent(value);
  });
}

function queryString(query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams(given(query)).toString();
  return search && `?${search}`;
}

/** 128 random bits. `crypto.randomUUID` is missing in pages that came over plain http. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
