// A socket to the engine, with as much of `net.Socket` as the `pg` client uses.

import { Duplex } from 'node:stream';

/** Takes bytes of the protocol to the engine. */
export type Send = (bytes: Uint8Array<ArrayBuffer>) => void;

export class EngineStream extends Duplex {
  readonly #reach: () => Promise<Send>;
  #send: Send = () => {};
  #gathered: Buffer[] = [];

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
    // What is written at once goes in one piece, which the engine answers as a whole: each costs waking its thread.
    if (this.#gathered.length === 0) process.nextTick(() => this.#flush());
    this.#gathered.push(chunk);
    done();
  }

  #flush(): void {
    this.#send(new Uint8Array(Buffer.concat(this.#gathered)));
    this.#gathered = [];
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
