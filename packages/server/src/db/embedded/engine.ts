// PGlite in a worker thread, so that a long query does not hold up the process's requests. What passes
// between the threads is PostgreSQL's wire protocol (PostgreSQL manual, chapter "Frontend/Backend Protocol").

import { once } from 'node:events';
import { extname } from 'node:path';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';

/** Where the engine keeps its data: durably in a folder, or in memory, from a snapshot if there is one. */
export type EngineOptions =
  { readonly folder: string } | { readonly memory: true; readonly snapshot?: Uint8Array | undefined };

/** What the engine's thread is told: bytes of the protocol, or one of two wishes. */
export type EngineRequest = Uint8Array | 'snapshot' | 'stop';

/** What the engine's thread tells: bytes of the protocol, or how a start or a wish went. */
export type EngineReply =
  | Uint8Array
  | { readonly kind: 'ready' | 'stopped' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'snapshot'; readonly bytes: Uint8Array };

export interface Engine {
  /** The stream that a `pg` client talks over. The engine has one session: one client at a time. */
  connect(): EngineStream;
  /** The whole database as a tar archive. */
  snapshot(): Promise<Uint8Array>;
  /** Shuts the database down and ends the thread. */
  stop(): Promise<void>;
}

/** Starts the engine. @throws Error with the sentence in which the thread said why it cannot run. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  // The thread's file carries the ending of this one: .ts in the sources, .js once built.
  const file = new URL(`./engine-thread${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, { workerData: options });
  let stream: EngineStream | undefined;
  let failure: Error | undefined;

  function expect<Kind extends string>(kind: Kind): Promise<Extract<EngineReply, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      worker.on('message', function listen(reply: EngineReply) {
        if (reply instanceof Uint8Array || !isKind(reply, kind)) return;
        worker.off('message', listen);
        resolve(reply);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(failure ?? new Error('The embedded database has stopped.')));
    });
  }

  worker.on('message', (reply: EngineReply) => {
    if (reply instanceof Uint8Array) stream?.push(reply);
    else if (reply.kind === 'failed') failure = new Error(reply.message);
  });
  // Without a listener, an error of the thread would end the process; the streams tell it to those who wait.
  worker.on('error', (error: unknown) =>
    stream?.destroy(new Error('The embedded database failed.', { cause: error })),
  );
  worker.on('exit', () => stream?.destroy(new Error('The embedded database has stopped.')));

  await expect('ready');
  return {
    connect() {
      stream = new EngineStream((bytes) => worker.postMessage(bytes, [bytes.buffer]));
      return stream;
    },
    async snapshot() {
      const reply = expect('snapshot');
      worker.postMessage('snapshot' satisfies EngineRequest);
      return (await reply).bytes;
    },
    async stop() {
      const exited = once(worker, 'exit');
      worker.postMessage('stop' satisfies EngineRequest);
      await exited;
    },
  };
}

function isKind<Reply extends { kind: string }, Kind extends string>(
  reply: Reply,
  kind: Kind,
): reply is Extract<Reply, { kind: Kind }> {
  return reply.kind === kind;
}

/** A socket to the engine, with as much of `net.Socket` as the `pg` client uses. */
class EngineStream extends Duplex {
  readonly #send: (bytes: Uint8Array<ArrayBuffer>) => void;

  constructor(send: (bytes: Uint8Array<ArrayBuffer>) => void) {
    super();
    this.#send = send;
  }

  connect(): void {
    process.nextTick(() => this.emit('connect'));
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#send(new Uint8Array(chunk));
    done();
  }

  /** All messages up to a Sync in one piece: the engine answers a piece as a whole. */
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(new Uint8Array(Buffer.concat(chunks.map(({ chunk }) => chunk))));
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}
