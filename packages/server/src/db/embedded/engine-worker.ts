// The engine's thread as seen from the process's own: one worker, from its start to its end.

import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EngineOptions, EngineReply, EngineRequest } from './messages.ts';
import type { Send } from './engine-stream.ts';

export interface EngineWorker {
  /** Why it has ended; `undefined` while it runs. */
  readonly end: Error | undefined;
  readonly send: Send;
  /** The whole database as a tar archive. */
  snapshot(): Promise<Uint8Array>;
  /** Shuts the database down and ends the thread. */
  stop(): Promise<void>;
}

/** Whom the thread tells what it answers, and that it has ended. */
export interface EngineListener {
  hear(bytes: Uint8Array): void;
  end(reason: Error): void;
}

/** Starts one. @throws Error with the sentence in which the thread said why it cannot run. */
export async function startWorker(options: EngineOptions, listener: EngineListener): Promise<EngineWorker> {
  // The thread's file carries the ending of this one: .ts in the sources, .js once built.
  const file = new URL(`./engine-thread${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, { workerData: options });
  const tell = (request: EngineRequest): void => worker.postMessage(request);
  let reason: Error | undefined;
  let end: Error | undefined;

  worker.on('message', (reply: EngineReply) => {
    if (reply instanceof Uint8Array) listener.hear(reply);
    else if (reply.kind === 'failed') reason = new Error(reply.message);
  });
  // Without a listener, an error of the thread would end the process.
  worker.on('error', (error: unknown) => {
    reason = new Error('The embedded database failed.', { cause: error });
  });
  worker.on('exit', () => {
    end = reason ?? new Error('The embedded database has stopped.');
    listener.end(end);
  });

  function expect<Kind extends string>(kind: Kind): Promise<Extract<EngineReply, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      worker.on('message', function listen(reply: EngineReply) {
        if (reply instanceof Uint8Array || !isKind(reply, kind)) return;
        worker.off('message', listen);
        resolve(reply);
      });
      worker.once('exit', () => reject(end ?? new Error('The embedded database has stopped.')));
    });
  }

  await expect('ready');
  return {
    get end() {
      return end;
    },
    send: (bytes) => worker.postMessage(bytes, [bytes.buffer]),
    async snapshot() {
      const reply = expect('snapshot');
      tell('snapshot');
      return (await reply).bytes;
    },
    async stop() {
      if (end) return;
      const exited = once(worker, 'exit');
      tell('stop');
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
