// A way to a service that can be shut, lead nowhere, or lose an answer.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { listenHere } from './listen.ts';

export interface Gate {
  readonly port: number;
  /** `shut` refuses and cuts; `stalled` takes what comes and never answers. */
  set(mode: 'open' | 'shut' | 'stalled'): void;
  /** Cuts all connections with the next answer that comes, before anything of it is passed on. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

/** Stands open before a port of this machine. */
export async function openGate(target: number): Promise<Gate> {
  const sockets = new Set<Socket>();
  let mode: 'open' | 'shut' | 'stalled' = 'open';
  let loses = false;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((incoming) => {
    sockets.add(incoming);
    incoming.on('error', () => {}).on('close', () => sockets.delete(incoming));
    if (mode === 'shut') return void incoming.destroy();
    if (mode === 'stalled') return void incoming.resume();
    const outgoing = connect({ port: target, host: '127.0.0.1' });
    sockets.add(outgoing);
    outgoing.on('error', () => {}).on('close', () => sockets.delete(outgoing));
    incoming.pipe(outgoing);
    outgoing
      .on('end', () => incoming.end())
      .on('data', (bytes) => {
        if (!loses) return void incoming.write(bytes);
        loses = false;
        cut();
      });
  });
  const port = await listenHere(server);
  return {
    port,
    set(next) {
      mode = next;
      cut();
    },
    loseNextAnswer() {
      loses = true;
    },
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
