// Brings one stream up to date: everything that happened since the last event that it sent.

import { isVisible } from '@lintas/contract';
import type { Dependencies } from '../dependencies.ts';
import type { Person } from '../http/call.ts';
import { framesOf, nameError } from '../http/problems.ts';
import type { Sink } from '../http/sink.ts';
import { readCase } from './routes.ts';
import { findSession } from './sessions.ts';
import { listEvents } from './store.ts';
import { END_FRAME, heartbeatFrame, updateFrame } from './stream-frames.ts';
import { caseView, eventView } from './views.ts';

/** More is not written until the reader has taken what it has … */
const MAX_PENDING_BYTES = 256 * 1024;
/** … and one who does not within this time, in milliseconds, is dropped. It resumes where it stopped. */
const PATIENCE_MS = 5000;
/** Events that are read at a time. */
const BATCH = 50;

export interface Stream {
  readonly person: Person;
  readonly sink: Sink;
  /** `seq` of the last event that the reader has, `undefined` until that is known. */
  after: number | undefined;
  closed: boolean;
  /** The delivery that runs, and whether another is wanted after it. */
  delivering: { again: boolean } | undefined;
  checksSinceFrame: number;
}

export interface Delivery {
  /** Sends what happened since. */
  deliver(stream: Stream): Promise<void>;
  /** Sends what happened since, and a heartbeat. */
  beat(stream: Stream): Promise<void>;
}

export function createDelivery({ database, clock, log }: Dependencies): Delivery {
  async function deliver(stream: Stream): Promise<void> {
    if (stream.delivering) {
      stream.delivering.again = true;
      return;
    }
    const delivering = { again: false };
    stream.delivering = delivering;
    try {
      do {
        delivering.again = false;
        if (await sendBatch(stream)) delivering.again = true;
      } while (delivering.again && !stream.closed);
    } catch (error) {
      log({ level: 'error', message: 'stream failed', error: nameError(error), frames: framesOf(error) });
      stream.sink.end();
    } finally {
      stream.delivering = undefined;
    }
  }

  /** Resolves to whether there is more. */
  async function sendBatch(stream: Stream): Promise<boolean> {
    const { person, sink } = stream;
    const now = new Date(clock());
    if (!(await database.atGate((transaction) => findSession(transaction, person.tokenHash, now)))) {
      sink.write(END_FRAME);
      sink.end();
      return false;
    }
    const { events, view, seq } = await database.inTenant(person.tenantId, async (transaction) => {
      // Events before the case: so the case is never older than the event it is sent with.
      const { after } = stream;
      const range = after !== undefined && ({ after, limit: BATCH, reader: 'system' } as const);
      const read = range ? await listEvents(transaction, person.applicationId, range) : [];
      const { row, issuer } = await readCase(transaction, person);
      return { events: read, view: caseView(row, issuer, now), seq: row.state.seq };
    });
    stream.after ??= seq;
    for (const event of events) {
      if (stream.closed) return false;
      stream.after = event.seq;
      if (isVisible(event)) await write(stream, updateFrame(eventView(event), view));
    }
    return events.length === BATCH;
  }

  async function beat(stream: Stream): Promise<void> {
    await deliver(stream);
    if (!stream.closed && stream.after !== undefined)
      await write(stream, heartbeatFrame(stream.after, new Date(clock())));
  }

  return { deliver, beat };
}

async function write(stream: Stream, text: string): Promise<void> {
  const { sink } = stream;
  sink.write(text);
  stream.checksSinceFrame = 0;
  if (sink.pendingBytes() > MAX_PENDING_BYTES && !(await drainsInTime(sink))) sink.cut();
}

function drainsInTime(sink: Sink): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS);
    void sink.drained().then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
