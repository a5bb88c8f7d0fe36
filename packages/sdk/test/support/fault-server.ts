// A server that plays faults on real sockets. It is no double of the API: it only breaks things.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Plays one request's part; `count` is 1 for the first request. */
export type Play = (response: ServerResponse, request: Received, count: number) => void;

export interface FaultServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly received: readonly Received[];
  openSockets(): number;
  /** Resolves when a client has no connection left. */
  idle(): Promise<void>;
}

export async function startFaultServer(play: Play, port = 0): Promise<FaultServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const complete = { method, url, headers, body: Buffer.concat(chunks).toString() };
      received.push(complete);
      play(response, complete, received.length);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      server.emit('socket-gone');
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    openSockets: () => sockets.size,
    async idle() {
      while (sockets.size > 0) await once(server, 'socket-gone');
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}

/** Answers JSON. */
export function answer(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** What a gateway answers when the API behind it is gone, or a public network before one has logged in. */
export function answerHtml(response: ServerResponse, status: number, headers = {}): void {
  response
    .writeHead(status, { 'Content-Type': 'text/html', ...headers })
    .end('<!doctype html><title>Welcome to the free network</title>');
}
