// The API: a function from request to response. It touches no file, socket or process by itself, so it runs
// wherever `fetch` does.

import { ENDPOINTS, type Endpoint } from '@lintas/contract';
import { Hono } from 'hono';
import type { Dependencies } from './dependencies.ts';
import { bindHandlers } from './handlers.ts';
import { answerProblem } from './http/answer.ts';
import type { Handler } from './http/call.ts';
import { admitOrigin, answerPreflight, isPreflight } from './http/cors.ts';
import { beginExchange, type Client, type Exchange } from './http/exchange.ts';
import { allowOf } from './http/methods.ts';
import { framesOf, nameError, Refusal } from './http/problems.ts';
import { answerCall } from './http/route.ts';
import { rememberOrigins } from './keys/origins.ts';
import { hex } from './identifiers.ts';

/** Answers a request. Never rejects: whatever goes wrong is answered as a problem. */
export type App = (request: Request, client: Client) => Promise<Response>;

export function createApp(dependencies: Dependencies): App {
  const router = createRouter(dependencies);
  const knowsOrigin = rememberOrigins(dependencies.database, dependencies.clock);

  return async (request, client) => {
    const exchange = beginExchange(request, client, dependencies.clock, dependencies.cryptography);
    const response = await answer(exchange).catch((error: unknown) => {
      if (!(error instanceof Refusal)) logError(error, exchange, dependencies);
      return answerProblem(exchange, error);
    });
    logAnswer(exchange, response.status, dependencies);
    return response;
  };

  async function answer(exchange: Exchange): Promise<Response> {
    // No redirect: what a client sent in the clear once, it would send so again each time (ASVS 5.0, 4.1.2).
    if (exchange.client.secure === false) throw new Refusal('https-required');
    await admitOrigin(exchange, knowsOrigin);
    if (isPreflight(exchange.request)) return answerPreflight(exchange);
    return router.fetch(exchange.request, exchange);
  }
}

type Router = Hono<{ Bindings: Exchange }>;

/** Binds every call of the contract to its handler. */
function createRouter(dependencies: Dependencies): Router {
  const router: Router = new Hono();
  const handlers: Readonly<Record<string, Handler>> = bindHandlers(dependencies);
  for (const [id, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
    const handler = handlers[id];
    if (!handler) throw new Error(`The call ${id} has no handler.`);
    // The router sends HEAD where GET goes; which of the two a call takes is looked at there.
    const method = endpoint.method === 'HEAD' ? 'GET' : endpoint.method;
    router.on(method, toPattern(endpoint.path), (context) =>
      answerCall(endpoint, handler, context.req.param(), context.env, dependencies),
    );
  }
  router.notFound(({ req, env }) => {
    const allowed = allowOf(req.path);
    if (allowed === '') throw new Refusal('not-found');
    env.headers['Allow'] = allowed;
    throw new Refusal('method-not-allowed');
  });
  router.onError((error) => {
    throw error;
  });
  return router;
}

/** `/v1/applications/{id}` as the router writes it: `/v1/applications/:id`. */
function toPattern(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function logAnswer(exchange: Exchange, status: number, { log, clock, cryptography }: Dependencies): void {
  const { requestId, request, route, keyId, startedAt } = exchange;
  log({
    level: 'info',
    message: 'answered',
    requestId,
    method: request.method,
    route,
    status,
    ms: clock() - startedAt,
    key: keyId === undefined ? undefined : hex(cryptography.sha256(keyId)).slice(0, 8),
  });
}

function logError(error: unknown, { requestId, route }: Exchange, { log }: Dependencies): void {
  log({
    level: 'error',
    message: 'failed',
    requestId,
    route,
    error: nameError(error),
    frames: framesOf(error),
  });
}
