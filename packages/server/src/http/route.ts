// The course of one call: who is it, do the values fit, run the handler, shape the answer.

import type { Endpoint } from '@lintas/contract';
import * as z from 'zod/mini';
import type { Database } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { isId } from '../identifiers.ts';
import { answerCompressed, answerEmpty, answerJson } from './answer.ts';
import { readBody } from './body.ts';
import type { Call, Handler, Once, Reply } from './call.ts';
import { takesGzip } from './compression.ts';
import { identify, type Caller } from './credentials.ts';
import { originOf, type Exchange } from './exchange.ts';
import { allowOf } from './methods.ts';
import { answerOnce, readIdempotencyKey } from './once.ts';
import { Refusal } from './problems.ts';
import { openBodySink } from './sink.ts';
import { parseBody, parseQuery } from './validation.ts';

/** Answers a call, or rejects with a refusal. */
export async function answerCall(
  endpoint: Endpoint,
  handler: Handler,
  params: Record<string, string>,
  exchange: Exchange,
  dependencies: Dependencies,
): Promise<Response> {
  const { request } = exchange;
  exchange.route = endpoint.path;
  exchange.padded = !endpoint.bytes && (endpoint.auth === 'session' || endpoint.auth === 'publishable');
  const isHead = request.method === 'HEAD';
  if (isHead ? endpoint.stream : endpoint.method === 'HEAD') {
    exchange.headers['Allow'] = allowOf(new URL(request.url).pathname);
    throw new Refusal('method-not-allowed');
  }
  const caller = await identify(endpoint, exchange, dependencies);
  // A parameter is an id unless it is named after something else, which its handler knows.
  if (params['id'] !== undefined && !isId(params['id'])) throw new Refusal('not-found');
  const idempotencyKey = request.method === 'POST' ? readIdempotencyKey(request) : undefined;
  const body = endpoint.body && (await readBody(request));
  const call: Call = {
    params,
    query: endpoint.query && parseQuery(endpoint.query, new URL(request.url).searchParams),
    body: endpoint.body && parseBody(endpoint.body, body?.value),
    header: (name) => request.headers.get(name) ?? undefined,
    origin: originOf(exchange),
    answerHeaders: exchange.headers,
  };
  if (handler.for === 'bytes') return handler.answer({ ...call, caller, exchange });
  if (handler.for === 'follower') return openStream(handler, call, caller, exchange);

  const { database } = dependencies;
  const subject = { endpoint, exchange, idempotencyKey, text: body?.text ?? '', caller, id: params['id'] };
  const once: Once = (tenantId, effect) =>
    database.inTenant(tenantId, (transaction) =>
      answerOnce(transaction, tenantId, subject, effect, dependencies),
    );
  return shape(endpoint, exchange, await run(handler, call, caller, exchange, database, once));
}

type Answering = Exclude<Handler, { readonly for: 'follower' | 'bytes' }>;

/** Hands the call to the handler together with what its kind of caller comes with. */
async function run(
  handler: Answering,
  call: Call,
  caller: Caller,
  { client }: Exchange,
  database: Database,
  once: Once,
): Promise<Reply> {
  if (handler.for === 'anyone') return handler.handle(call);
  if (handler.for === 'page' && caller.kind === 'page') {
    return handler.handle({ ...call, page: caller, address: client.address, once });
  }
  if (handler.for === 'person' && caller.kind === 'person') {
    return once(caller.tenantId, (transaction) => handler.handle({ ...call, person: caller, transaction }));
  }
  if (handler.for === 'visitor' && caller.kind === 'person') {
    return handler.handle({ ...call, person: caller, address: client.address, once });
  }
  if (handler.for === 'session' && caller.kind === 'person') {
    return database.atGate((transaction) => handler.handle({ ...call, person: caller, transaction }));
  }
  if (handler.for === 'integration' && caller.kind === 'system') {
    return handler.handle({ ...call, system: caller, once });
  }
  if (handler.for === 'system' && caller.kind === 'system') {
    return once(caller.tenantId, (transaction) => handler.handle({ ...call, system: caller, transaction }));
  }
  throw new Error('A handler is bound to a call that has another kind of caller.');
}

async function shape(endpoint: Endpoint, exchange: Exchange, { body, etag }: Reply): Promise<Response> {
  const { request, headers } = exchange;
  const forAll = isForAll(endpoint);
  const compressed = forAll && takesGzip(request.headers.get('accept-encoding'));
  if (forAll) headers['Vary'] = 'Origin, Accept-Encoding';
  if (etag !== undefined) {
    // Other bytes of the same meaning (RFC 9110, section 8.8.1).
    headers['ETag'] = compressed ? `W/${etag}` : etag;
    if (endpoint.method === 'GET' && matches(request.headers.get('if-none-match'), etag))
      return answerEmpty(exchange, 304);
  }
  if (!endpoint.answer) return answerEmpty(exchange, 204);
  const json = JSON.stringify(z.parse(endpoint.answer, body));
  return compressed
    ? answerCompressed(exchange, endpoint.status, json)
    : answerJson(exchange, endpoint.status, json);
}

/** Whether nobody's case is in what a call answers. */
function isForAll({ method, auth }: Endpoint): boolean {
  return method === 'GET' && (auth === 'none' || auth === 'publishable');
}

/** The weak comparison of entity tags (RFC 9110, section 8.8.3.2). */
export function matches(ifNoneMatch: string | null, etag: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  const tags = (ifNoneMatch ?? '').split(',').map(opaque);
  return tags.includes(opaque(etag)) || tags.includes('*');
}

function openStream(
  handler: Extract<Handler, { readonly for: 'follower' }>,
  call: Call,
  caller: Caller,
  exchange: Exchange,
): Response {
  if (caller.kind !== 'person')
    throw new Error('A stream is bound to a call that has another kind of caller.');
  // Nothing else runs between the refusal of one stream too many and the start of this one.
  const { headers, client } = exchange;
  const start = handler.follow({ ...call, person: caller, address: client.address });
  headers['Content-Type'] = 'text/event-stream; charset=utf-8';
  // Reverse proxies would hold events back to fill their buffers.
  headers['X-Accel-Buffering'] = 'no';
  const { sink, response } = (client.openSink ?? openBodySink)(headers);
  start(sink);
  return response;
}
