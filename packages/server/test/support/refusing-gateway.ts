// A way to an object store that passes requests on, or answers in the store's place that they are refused.

import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenHere } from './listen.ts';

export interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface RefusingGateway {
  readonly port: number;
  /** Refuses everything, from the first request on of which the address matches. */
  refuse(refusal: Refusal, from?: RegExp): void;
  passOn(): void;
  close(): Promise<void>;
}

/** Stands before a port of this machine. */
export async function openRefusingGateway(target: number): Promise<RefusingGateway> {
  let refusing: { refusal: Refusal; from: RegExp; hasBegun: boolean } | undefined;
  const server = createServer((incoming, outgoing) => {
    if (refusing?.from.test(incoming.url ?? '')) refusing.hasBegun = true;
    if (refusing?.hasBegun) refuse(incoming, outgoing, refusing.refusal);
    else sendOn(target, incoming, outgoing);
  });
  const port = await listenHere(server);
  return {
    port,
    refuse: (refusal, from = /^/) => void (refusing = { refusal, from, hasBegun: false }),
    passOn: () => void (refusing = undefined),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, { status, type, body }: Refusal): void {
  incoming.resume();
  outgoing.writeHead(status, { 'Content-Type': type }).end(incoming.method === 'HEAD' ? '' : body);
}

function sendOn(port: number, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', () => outgoing.destroy()).pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.once('close', () => onward.destroy());
  incoming.pipe(onward);
}
