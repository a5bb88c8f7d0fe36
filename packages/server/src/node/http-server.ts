// The API on a socket: hands requests to the app and streams to the raw connection.

import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { App } from '../app.ts';
import { clientAddress, isSecure } from '../http/client-address.ts';
import { refusalOf, refuseBytes, refuseRequest } from './refused-bytes.ts';
import { sinkTo } from './sink.ts';

/** Milliseconds that a client may take; a slow one must not hold a connection for ever. */
const HEADERS_TIMEOUT = 10_000;
/** How often that is looked at. */
const CHECKING_INTERVAL = 1_000;
const REQUEST_TIMEOUT = 30_000;
/** Files come slowly from where people are; for these calls only the time in which nothing comes is limited (intake.ts). */
const UPLOADS = /^\/v1\/uploads(?=[/?]|$)/;
/** Longer than proxies keep theirs (60 s), so that they never send on a connection that we just closed. */
const KEEP_ALIVE_TIMEOUT = 65_000;
const MAX_HEADER_BYTES = 16_384;
/** Milliseconds that answers under way get to finish when the server closes. */
const CLOSING_TIMEOUT = 5_000;

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly port: number;
  /** Address to listen on; without it all of the machine's. */
  readonly host?: string | undefined;
  readonly trustedProxies: number;
}

/** @throws Error in a sentence for the operator when the port cannot be had */
export async function listen(app: App, { port, host, trustedProxies }: HttpOptions): Promise<HttpServer> {
  const streams = new Set<ServerResponse>();
  const listener = getRequestListener(
    (request, { incoming, outgoing }) => {
      const forwarded = request.headers.get('x-forwarded-for') ?? undefined;
      const address = clientAddress(incoming.socket.remoteAddress ?? '', forwarded, trustedProxies);
      // Only HTTP/1.1 is spoken here; the adapter's types also cover HTTP/2.
      const openSink = outgoing instanceof ServerResponse ? sinkTo(outgoing, streams) : undefined;
      // Whoever stops reading still answers.
      const body =
        incoming instanceof IncomingMessage ? incoming.iterator({ destroyOnReturn: false }) : undefined;
      const secure = isSecure(request.headers.get('x-forwarded-proto') ?? undefined, trustedProxies);
      const cut = (): void => void incoming.socket.destroy();
      return app(request, { address, openSink, cut, body, secure });
    },
    // A target or host that is no URL never gets to the app.
    {
      errorHandler() {
        const { headers, body } = refusalOf(400);
        return new Response(body, { status: 400, headers });
      },
    },
  );
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT,
      connectionsCheckingInterval: CHECKING_INTERVAL,
      // Looked at below: what Node answers by itself carries no headers of ours.
      requireHostHeader: false,
      requestTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (incoming, outgoing) => {
      if (incoming.headers.host === undefined) return refuseRequest(outgoing, 400);
      if (!UPLOADS.test(incoming.url ?? '')) limitTime(incoming);
      void listener(incoming, outgoing);
    },
  );
  server.on('clientError', refuseBytes);
  server.on('checkExpectation', (_, outgoing) => refuseRequest(outgoing, 417));
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw new Error(describeRefusal(port, error), { cause: error });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => close(server, streams),
  };
}

function describeRefusal(port: number, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be listened on (${code})`;
  return `Port ${port} ${why}. LINTAS_PORT sets another one.`;
}

/** A body that does not come in time is not waited for. */
function limitTime(incoming: IncomingMessage): void {
  const { 'content-length': length, 'transfer-encoding': coding } = incoming.headers;
  if (coding === undefined && (length === undefined || length === '0')) return;
  const refuse = (): void => {
    refuseBytes(Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), incoming.socket);
  };
  const timer = setTimeout(refuse, REQUEST_TIMEOUT);
  incoming.once('close', () => clearTimeout(timer));
}

/** Takes no new connections, ends streams, which resume elsewhere, and lets answers finish. */
async function close(server: Server, streams: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const stream of streams) stream.end();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), CLOSING_TIMEOUT);
  await closed;
  clearTimeout(timer);
}
