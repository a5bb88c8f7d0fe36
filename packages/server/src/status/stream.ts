// Follows the opened case. The bus only wakes streams up: what they send is read from the tables, so a lost
// wake-up costs time and never an event.

import type { ENDPOINTS } from '@lintas/contract';
import { findLiveTokens } from '../db/live-tokens.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Handler } from '../http/call.ts';
import { Refusal } from '../http/problems.ts';
import { hex } from '../identifiers.ts';
import { addressRange } from '../limits/address-range.ts';
import { limitAtOnce, type AtOnce } from '../limits/at-once.ts';
import { createDelivery, type Stream } from './stream-delivery.ts';
import { END_FRAME, RETRY_FRAME } from './stream-frames.ts';

/** Streams that one session may have open in one process: a person has a few tabs, not a hundred. */
export const MAX_STREAMS_PER_SESSION = 4;
/** Streams that one case may have open in one process: a family and those who help it. */
export const MAX_STREAMS_PER_CASE = 16;
/** Streams to one range of addresses in one process. Wide: behind that of a mobile carrier are many people. */
export const MAX_STREAMS_PER_RANGE = 500;

/** How often the rights of all open streams are looked at. */
const CHECK_EVERY_MS = 1000;
/** Checks after which a stream without events gives a sign of life, and looks for events that nobody told it of. */
const HEARTBEAT_EVERY = 15;
/** Seconds after which one stream too many may be asked for again. */
const RETRY_AFTER_S = 15;

/** Places for streams, by the range of addresses. */
export const placesInRange: AtOnce = limitAtOnce(MAX_STREAMS_PER_RANGE, RETRY_AFTER_S);

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

  function start(stream: Stream, leaveRange: () => void): void {
    const { sink, person } = stream;
    streams.add(stream);
    timer ??= setInterval(() => void check(), CHECK_EVERY_MS);
    const unsubscribe = bus.subscribe(person.applicationId, () => void delivery.deliver(stream));
    sink.onClose(() => {
      leaveRange();
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
    follow({ person, address, header, answerHeaders }) {
      const token = hex(person.tokenHash);
      const open = [...streams].filter(
        (stream) => !stream.closed && stream.person.applicationId === person.applicationId,
      );
      if (countOf(open, token) >= MAX_STREAMS_PER_SESSION) {
        answerHeaders['RateLimit-Limit'] = String(MAX_STREAMS_PER_SESSION);
        answerHeaders['RateLimit-Remaining'] = '0';
        throw new Refusal('too-many-requests', { retryAfter: RETRY_AFTER_S });
      }
      const leaveRange = placesInRange.enter(addressRange(address));
      if (open.length >= MAX_STREAMS_PER_CASE) makeRoom(open);
      const after = readLastEventId(header('last-event-id'));
      return (sink) =>
        start({ person, sink, after, closed: false, delivering: undefined, checksSinceFrame: 0 }, leaveRange);
    },
  };
}

/**
 * Ends the oldest stream of the session that has most. Nobody who opens one is refused, or whoever else knows the code
 * could keep a person from following their case; and a person with one stream loses it last.
 */
function makeRoom(open: readonly Stream[]): void {
  const counts = open.map(({ person }) => countOf(open, hex(person.tokenHash)));
  const crowded = open[counts.indexOf(Math.max(...counts))];
  if (!crowded) return;
  crowded.closed = true;
  crowded.sink.end();
}

/** How many of the streams one session has. */
function countOf(streams: readonly Stream[], token: string): number {
  return streams.filter(({ person }) => hex(person.tokenHash) === token).length;
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
