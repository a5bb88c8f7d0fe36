// The connection between people and the API, made of real sockets: it can break off in the middle of what is sent, and
// what goes over it can be listened to.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Line {
  /** Breaks everything off when so many more bytes have gone to the API. Nothing gets through until `repair`. */
  breakAfter(bytes: number): Promise<void>;
  repair(): void;
  /** Keeps what goes to the API from now on; the answer ends that, and tells it. */
  listenIn(): () => Buffer;
  close(): Promise<void>;
}

/** Lays a line from one loopback port to another. */
export async function layLine(from: number, to: number): Promise<Line> {
  const people = new Set<Socket>();
  let left = Infinity;
  let tellBroken = (): void => {};
  let overheard: Buffer[] | undefined;

  const breakOff = (): void => {
    people.forEach((person) => person.destroy());
    tellBroken();
  };
  const server = createServer((person) => {
    if (left <= 0) return void person.destroy();
    const api = connect(to, '127.0.0.1');
    people.add(person);
    person.on('data', (bytes: Buffer) => {
      const passing = bytes.subarray(0, left);
      left -= passing.length;
      overheard?.push(passing);
      // What was on its way still arrives.
      if (!api.write(passing)) person.pause();
      if (left <= 0) breakOff();
    });
    api.on('drain', () => person.resume());
    api.pipe(person);
    person.on('close', () => {
      people.delete(person);
      api.end();
    });
    api.on('close', () => person.destroy());
    person.on('error', () => api.end());
    api.on('error', () => person.destroy());
  });
  server.listen(from, '127.0.0.1');
  await once(server, 'listening');

  return {
    breakAfter(bytes) {
      left = bytes;
      return new Promise((resolve) => (tellBroken = resolve));
    },
    repair() {
      left = Infinity;
    },
    listenIn() {
      const kept: Buffer[] = (overheard = []);
      return () => {
        overheard = undefined;
        return Buffer.concat(kept);
      };
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      breakOff();
      await closed;
    },
  };
}
