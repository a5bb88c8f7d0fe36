// A way to a service below HTTP: it can be slow, and lead to several in turn.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Line extends AsyncDisposable {
  readonly port: number;
  /** Milliseconds that every piece of at most 64 KiB takes, one after the other, in both directions. */
  delay: number;
  /** How many connections have led to each of the ports. */
  readonly used: readonly number[];
}

/** Lays a way to ports of this machine; each connection goes to the next of them. */
export async function layLine(ports: readonly number[]): Promise<Line> {
  const sockets = new Set<Socket>();
  const used = ports.map(() => 0);
  let next = 0;
  const server = createServer({ pauseOnConnect: true }, (incoming) => {
    const turn = next++ % ports.length;
    used[turn] = (used[turn] ?? 0) + 1;
    const outgoing = connect({ port: ports[turn] ?? 0, host: '127.0.0.1' });
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    }
    void passOn(incoming, outgoing, line);
    void passOn(outgoing, incoming, line);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  const line: Line = {
    port: address.port,
    delay: 0,
    used,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return line;
}

/** Passes on what comes; when one side goes, so does the other. */
async function passOn(from: Socket, to: Socket, line: Line): Promise<void> {
  try {
    for await (const piece of from as AsyncIterable<Buffer>) {
      if (line.delay > 0) await sleep(line.delay);
      if (!to.write(piece)) await once(to, 'drain');
    }
    to.end();
  } catch {
    to.destroy();
  }
}
