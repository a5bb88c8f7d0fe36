// A body that is taken in pieces while it comes. A piece ends when it is large enough or has waited long enough, so
// that little is lost with a connection; and what stands still is not waited for without end.

import { Refusal } from '../http/problems.ts';

/** A piece is closed after so many milliseconds: what has come is soon safe. */
const PIECE_MS = 4_000;
/** And, on the fastest lines, with the chunk that brings it to this size. */
const PIECE_BYTES = 64 * 1024 * 1024;
/** A body of which nothing comes for so long is given up. */
const STALL_MS = 30_000;

export interface Piece {
  /** To be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Resolves with its length once it was read, or reading stopped. */
  readonly taken: Promise<number>;
}

export interface Intake {
  /** The next piece, once its first bytes are here; `undefined` where the body ends. The one before has to be taken. */
  next(): Promise<Piece | undefined>;
  /** Why the body ended before its end. */
  readonly cut: Refusal | undefined;
}

/** @param most bytes that are taken; a piece that goes beyond them rejects with `body-too-large` */
export function openIntake(body: AsyncIterable<Uint8Array>, most: number): Intake {
  const iterator = body[Symbol.asyncIterator]();
  let coming: Promise<IteratorResult<Uint8Array> | 'cut'> | undefined;
  let left = most;
  let ended = false;
  let cut: Refusal | undefined;

  /** The next bytes that are not empty; `undefined` if they do not come in time, or at the end. */
  async function take(milliseconds: number): Promise<Uint8Array | undefined> {
    while (!ended) {
      coming ??= iterator.next().catch(() => 'cut' as const);
      const next = await within(coming, milliseconds);
      if (next === 'late') return undefined;
      coming = undefined;
      if (next === 'cut') cut = new Refusal('unavailable', { detail: 'The body was cut off.' });
      if (next === 'cut' || next.done) ended = true;
      else if (next.value.length > left) throw new Refusal('body-too-large');
      else if (next.value.length > 0) {
        left -= next.value.length;
        return next.value;
      }
    }
    return undefined;
  }

  async function* read(first: Uint8Array, taken: (length: number) => void): AsyncGenerator<Uint8Array> {
    let length = first.length;
    const closesAt = performance.now() + PIECE_MS;
    try {
      yield first;
      // The last piece also sees whether the body ends where the file does.
      while (length < PIECE_BYTES || left === 0) {
        const chunk = await take(closesAt - performance.now());
        if (!chunk) break;
        length += chunk.length;
        yield chunk;
      }
    } finally {
      taken(length);
    }
  }

  return {
    async next() {
      const first = await take(STALL_MS);
      if (!first) {
        // Clients take this for a connection that broke, and go on.
        if (!ended) cut = new Refusal('unavailable', { detail: 'Nothing came for too long.', retryAfter: 1 });
        return undefined;
      }
      let tell = (_length: number): void => {};
      const taken = new Promise<number>((resolve) => (tell = resolve));
      return { bytes: read(first, tell), taken };
    },
    get cut() {
      return cut;
    },
  };
}

async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
