// Which pages a browser lets read our answers (Fetch standard, section 3.3). There are no cookies, so this
// protects no session; it holds a publishable key to the sites of its partner.

import { originOf, type Exchange } from './exchange.ts';
import { answerEmpty } from './answer.ts';
import { Refusal } from './problems.ts';

/** Whether some live key allows an origin. */
export type KnowsOrigin = (origin: string) => Promise<boolean>;

const PREFLIGHT_LIFETIME_S = 600;
const ALLOWED_METHODS = 'GET, HEAD, POST, PATCH, DELETE';
const ALLOWED_HEADERS =
  'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Lintas-Key, ' +
  'Tus-Resumable, Upload-Checksum, Upload-Length, Upload-Metadata, Upload-Offset';
const READABLE_HEADERS =
  'ETag, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Request-Id, Retry-After, ' +
  'Tus-Checksum-Algorithm, Tus-Extension, Tus-Max-Size, Tus-Resumable, Tus-Version, Upload-Expires, ' +
  'Upload-Length, Upload-Offset';

export function isPreflight({ method, headers }: Request): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');
}

/**
 * Lets the page read the answer when its origin is one that some key allows. Which key a request has, and
 * whether that one allows the origin, is checked once the key is known; until then even a refusal should be
 * readable, so that the page can say what is wrong.
 */
export async function admitOrigin({ request, headers }: Exchange, knows: KnowsOrigin): Promise<void> {
  headers['Vary'] = 'Origin';
  const origin = request.headers.get('origin');
  if (origin === null || !isOrigin(origin) || !(await knows(origin))) return;
  headers['Access-Control-Allow-Origin'] = origin;
  headers['Access-Control-Expose-Headers'] = READABLE_HEADERS;
}

/** Answers the question that a browser asks before the real request. It carries no key. */
export function answerPreflight(exchange: Exchange): Response {
  const { headers } = exchange;
  headers['Vary'] = 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers';
  if (headers['Access-Control-Allow-Origin'] === undefined) throw new Refusal('origin-not-allowed');
  headers['Access-Control-Allow-Methods'] = ALLOWED_METHODS;
  headers['Access-Control-Allow-Headers'] = ALLOWED_HEADERS;
  headers['Access-Control-Max-Age'] = String(PREFLIGHT_LIFETIME_S);
  return answerEmpty(exchange, 204);
}

/**
 * Refuses a browser's request from an origin that its key does not allow. Requests without an origin come
 * from programs, which could claim any: the list of origins is a brake on misuse, not a proof of identity.
 * Our own origin has one page, the frame's, which only shows on pages of the key's origins.
 */
export function refuseOrigin(exchange: Exchange, allowed: readonly string[]): void {
  const { request, headers } = exchange;
  const origin = request.headers.get('origin');
  if (origin === null || origin === originOf(exchange) || (isOrigin(origin) && allowed.includes(origin)))
    return;
  delete headers['Access-Control-Allow-Origin'];
  delete headers['Access-Control-Expose-Headers'];
  throw new Refusal('origin-not-allowed');
}

/** `null` is what sandboxed frames and local files say: it stands for nobody in particular. */
function isOrigin(origin: string): boolean {
  return origin !== 'null';
}
