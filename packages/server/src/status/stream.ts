// Follows the opened case. The bus only wakes streams up: what they send is read from the tables, so a lost
// wake-up costs time and never an event.

import type { ENDPOINTS } from '@lintas/contract';
import { findLiveTokens } from '../db/live-tokens.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Handler } from '../http/call.ts';
import { Refusal } from '../http/problems.ts';
import { hex } from '../identifiers.ts';
import { createDelivery, type Stream } from './stream-delivery.ts';
import { END_FRAME, RETRY_FRAME } from './stream-frames.ts';

/** Streams that one session may have open in one process: a person has a few tabs, not a hundred. */
export const MAX_STREAMS_PER_SESSION = 4;

/** How often the rights of all open streams are looked at. */
const CHECK_EVERY_MS = 1000;
/** Checks after which a stream without events gives a sign of life, and looks for events that nobody told it of. */
const HEARTBEAT_EVERY = 15;
/** Seconds after which one stream too many may be asked for again. */
const RETRY_AFTER_S = 15;

export function streamStatus(dependencies: Dependencies): Handler<(typeof ENDPOINTS)['streamStatus']> {
  const { database, bus, clock } = dependencies;
  const delivery = createDelivery(dependencies);
  const streams = new Set<Stream>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let checking = false;

  async function check(): Promise<void> {
    if (checking) return;
    checking = true;
    // Streams that open during the query were not asked about.
    const asked = [...streams];
    try {
      const tokens = asked.map(({ person }) => person.tokenHash);
      const live = await database.atGate((transaction) =>
        findLiveTokens(transaction, tokens, new Date(clock())),
      );
      const alive = new Set(live.map(hex));
      for (const stream of asked) {
        if (!alive.has(hex(stream.person.tokenHash))) end(stream);
        else if (++stream.checksSinceFrame >= HEARTBEAT_EVERY) void delivery.beat(stream);
      }
    } catch {
      // Rights that cannot be looked at are not taken for granted. Readers connect again and resume.
      for (const stream of asked) stream.sink.end();
    } finally {
      checking = false;
    }
  }

  function start(stream: Stream): void {
    const { sink, person } = stream;
    streams.add(stream);
    timer ??= setInterval(() => void check(), CHECK_EVERY_MS);
    const unsubscribe = bus.subscribe(person.applicationId, () => void delivery.deliver(stream));
    sink.onClose(() => {
      unsubscribe();
      stream.closed = true;
      streams.delete(stream);
      if (streams.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    });
    sink.write(RETRY_FRAME);
    void delivery.beat(stream);
  }

  return {
    for: 'follower',
    follow({ person, header, answerHeaders }) {
      const token = hex(person.tokenHash);
      const open = [...streams].filter((stream) => hex(stream.person.tokenHash) === token);
      if (open.length >= MAX_STREAMS_PER_SESSION) {
        answerHeaders['RateLimit-Limit'] = String(MAX_STREAMS_PER_SESSION);
        answerHeaders['RateLimit-Remaining'] = '0';
        throw new Refusal('too-many-requests', { retryAfter: RETRY_AFTER_S });
      }
      const after = readLastEventId(header('last-event-id'));
      return (sink) =>
        start({ person, sink, after, closed: false, delivering: undefined, checksSinceFrame: 0 });
    },
  };
}

/** Says that the session is over, then ends. */
function end({ sink }: Stream): void {
  sink.write(END_FRAME);
  sink.end();
}

/** `seq` of the last event that the reader has; without one it has read the case and follows from now on. */
function readLastEventId(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) : undefined;
}
