// A network that can fail: stands between the browser and the API, forwards every request as it is, and on
// command refuses connections, cuts those that are open, holds answers back, or answers by itself as a captive
// portal or a broken gateway would. The API behind it goes on as if nothing had happened.

import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Transform } from 'node:stream';

/** What the proxy does instead of forwarding; CORS preflights are forwarded all the same. */
export type Fault =
  /** Every request is answered with this. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  /** Requests are taken and never answered. */
  | { readonly kind: 'stall' }
  /** The bytes of requests come slowly, as over a thin line; an upload can be caught in the middle. */
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** Requests reach the API, and the connection breaks when it answers; `to` only for paths that end so. */
  | { readonly kind: 'lose-answers'; readonly to?: string };

export interface FaultProxy {
  readonly port: number;
  /** Stops listening and cuts what is open: browsers see a refused connection. */
  stop(): Promise<void>;
  /** Listens again, on the same port. */
  start(): Promise<void>;
  /** Cuts every open connection; new ones work. */
  cut(): void;
  /**
   * Comes to the API from another address range from now on, as another household would, so that its limits
   * on failed tries start afresh. Only Linux has more than one loopback address; elsewhere nothing changes.
   */
  changeAddress(): void;
  /** Sets the fault, or with `undefined` forwards again. Requests that are under way go on; see `cut`. */
  setFault(fault: Fault | undefined): void;
}

export async function startFaultProxy(target: URL): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let fault: Fault | undefined;
  let household = 0;
  const server = createServer((incoming, outgoing) => {
    // Without an answer to its preflight, a browser hides from the page what is answered instead.
    const failing = incoming.method === 'OPTIONS' ? undefined : fault;
    const losesAnswers = failing?.kind === 'lose-answers';
    const loseAnswer = losesAnswers && (incoming.url ?? '').endsWith(failing.to ?? '');
    const bytesPerSecond = failing?.kind === 'slow' ? failing.bytesPerSecond : undefined;
    const goesOn = losesAnswers || bytesPerSecond !== undefined;
    const route = { target, localAddress: addressOf(household), loseAnswer, bytesPerSecond };
    if (failing && !goesOn) answerWith(failing, outgoing);
    else forward(route, incoming, outgoing);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await listen(server, 0);
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port,
    cut,
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
    async start() {
      if (!server.listening) await listen(server, port);
    },
    changeAddress() {
      household += 1;
    },
    setFault(next) {
      fault = next;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function answerWith(fault: Fault, outgoing: ServerResponse): void {
  if (fault.kind === 'answer') outgoing.writeHead(fault.status, fault.headers).end(fault.body);
}

/** One address in a range of its own (/24) for each household: 127.0.0.1, 127.0.1.1, … 127.255.255.1. */
function addressOf(household: number): string {
  if (process.platform !== 'linux') return '127.0.0.1';
  return `127.${Math.floor(household / 256) % 256}.${household % 256}.1`;
}

interface Route {
  readonly target: URL;
  readonly localAddress: string;
  readonly loseAnswer: boolean;
  readonly bytesPerSecond: number | undefined;
}

function forward(route: Route, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { target, localAddress, loseAnswer, bytesPerSecond } = route;
  const { method, url, headers } = incoming;
  const forwarded = request(new URL(url ?? '/', target), { method, headers, localAddress }, (answer) => {
    if (loseAnswer) {
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    // An event stream's head has to arrive before its first event does.
    outgoing.flushHeaders();
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  forwarded.on('error', () => outgoing.destroy());
  outgoing.on('close', () => forwarded.destroy());
  if (bytesPerSecond === undefined) incoming.pipe(forwarded);
  else incoming.pipe(thinLine(bytesPerSecond)).pipe(forwarded);
}

function thinLine(bytesPerSecond: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      setTimeout(() => done(null, chunk), (chunk.length / bytesPerSecond) * 1000);
    },
  });
}
