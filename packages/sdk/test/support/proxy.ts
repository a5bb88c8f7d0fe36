// A way to the API that can fail: forwards requests as they are, or does to them what a test wants.

import { once } from 'node:events';
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One request on its way. */
export interface Passage {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** Sends the request on, and gets the API's answer, of which nothing has been passed on yet. */
  ask(receive: (answer: IncomingMessage) => void): void;
  /** Sends only so many bytes of the request's body on, and cuts the connection to the API then. */
  askInPart(bytes: number, onCut: () => void): void;
  /** Sends only so many bytes of the request's body on, and leaves the API waiting for the rest until it gives up. */
  askWithoutEnd(bytes: number): void;
}

/** Takes a request over, or leaves it (`false`) to be forwarded. */
export type Fault = (passage: Passage) => boolean;

export interface Proxy extends AsyncDisposable {
  readonly url: string;
  /** What to do to requests; forwards them all without. */
  fault: Fault | undefined;
  /** How many requests came, by path. */
  readonly paths: readonly string[];
  /** Cuts every connection that is open. */
  cut(): void;
  /** Resolves when no request is under way. */
  idle(): Promise<void>;
}

export async function startProxy(targetPort: number, port = 0): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const open = new Set<ServerResponse>();
  const paths: string[] = [];
  const server = createServer((incoming, outgoing) => {
    paths.push(incoming.url ?? '');
    open.add(outgoing);
    outgoing.once('close', () => {
      open.delete(outgoing);
      server.emit('request-gone');
    });
    const ask: Passage['ask'] = (receive) => sendOn(targetPort, incoming, outgoing, receive);
    const askInPart: Passage['askInPart'] = (bytes, onCut) =>
      sendPart(targetPort, incoming, bytes, (onward) => {
        onward.socket?.destroySoon();
        onCut();
      });
    const askWithoutEnd: Passage['askWithoutEnd'] = (bytes) =>
      sendPart(targetPort, incoming, bytes, (onward) => void onward.socket?.unref());
    if (proxy.fault?.({ incoming, outgoing, ask, askInPart, askWithoutEnd })) return;
    ask((answer) => passOn(answer, outgoing));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const proxy: Proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: undefined,
    paths,
    cut: () => sockets.forEach((socket) => socket.destroy()),
    async idle() {
      while (open.size > 0) await once(server, 'request-gone');
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      proxy.cut();
      await closed;
    },
  };
  return proxy;
}

function sendOn(
  port: number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  receive: (answer: IncomingMessage) => void,
): void {
  const { method, url, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, receive);
  onward.on('error', () => outgoing.destroy());
  outgoing.once('close', () => onward.destroy());
  incoming.pipe(onward);
}

function sendPart(
  port: number,
  incoming: IncomingMessage,
  bytes: number,
  onPassed: (onward: ClientRequest) => void,
): void {
  const { method, url, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false });
  onward.on('error', () => undefined);
  let left = bytes;
  incoming.on('data', (chunk: Buffer) => {
    if (left <= 0) return;
    const part = chunk.subarray(0, left);
    left -= part.length;
    const isLast = left <= 0;
    // The last byte has to leave before anything else happens.
    onward.write(part, () => void (isLast && onPassed(onward)));
  });
}

/** Passes an answer on. */
export function passOn(answer: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  outgoing.flushHeaders();
  answer.on('error', () => outgoing.destroy());
  answer.pipe(outgoing);
}

const isStream = ({ incoming }: Passage): boolean => incoming.url === '/v1/status/stream';

/** Does `fault` to the next so many requests that `applies` picks, and forwards all others. */
export function times(
  count: number,
  applies: (passage: Passage) => boolean,
  fault: (passage: Passage) => void,
): Fault {
  let left = count;
  return (passage) => {
    if (left === 0 || !applies(passage)) return false;
    left -= 1;
    fault(passage);
    return true;
  };
}

/** Passes so many bytes of the body on, and cuts the connection on both sides. */
export function cutBody(bytes: number) {
  return ({ askInPart, outgoing }: Passage): void => askInPart(bytes, () => outgoing.destroy());
}

/** Passes so many bytes of the body on, and leaves the sender without an answer. */
export function truncateBody(bytes: number) {
  return ({ askInPart }: Passage): void => askInPart(bytes, () => undefined);
}

/** Does `fault` to the next so many attempts to open the stream. */
export function onStream(count: number, fault: (passage: Passage) => void): Fault {
  return times(count, isStream, fault);
}

/** The API does what it was asked for, and nobody learns of it. */
export function loseAnswer({ ask, outgoing }: Passage): void {
  ask((answer) => {
    answer.resume();
    answer.on('end', () => outgoing.destroy());
  });
}

/** Passes so many bytes of the answer on, and then nothing any more: `cut`s the connection, or keeps it in silence. */
export function passOnly(bytes: number, then: 'cut' | 'silence') {
  return ({ ask, outgoing }: Passage): void => {
    ask((answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      let left = bytes;
      const end = (): void => void (then === 'cut' && outgoing.destroy());
      answer.on('data', (chunk: Buffer) => {
        if (left > 0) outgoing.write(chunk.subarray(0, left), left <= chunk.length ? end : undefined);
        left -= chunk.length;
      });
      answer.on('error', () => undefined);
      if (left === 0) end();
    });
  };
}
