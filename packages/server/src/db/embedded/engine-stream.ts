// A socket to the engine, with as much of `net.Socket` as the `pg` client uses.

import { Duplex } from 'node:stream';

/** Takes bytes of the protocol to the engine. */
export type Send = (bytes: Uint8Array<ArrayBuffer>) => void;

export class EngineStream extends Duplex {
  readonly #reach: () => Promise<Send>;
  #send: Send = () => {};

  /** `reach` rejects with what the client is told if there is no engine to talk to. */
  constructor(reach: () => Promise<Send>) {
    super();
    this.#reach = reach;
  }

  connect(): void {
    this.#reach().then(
      (send) => {
        this.#send = send;
        this.emit('connect');
      },
      (reason: Error) => this.destroy(reason),
    );
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
