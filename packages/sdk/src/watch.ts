// Follows a case: turns the messages of the stream into notices, each event once.

import { streamStatus } from '@lintas/contract/status';
import { linkSignals } from './abort.ts';
import { SessionEndedError } from './errors.ts';
import type { Connection } from './options.ts';
import type { SseMessage } from './sse.ts';
import type { StatusNotice } from './status.ts';
import { followStream } from './stream.ts';
import { openStream } from './transport.ts';

/**
 * @param start Tells the `seq` after which to begin.
 * @param sessionEnd Aborts when the session is closed.
 */
export async function* watchStatus(
  connection: Connection,
  start: (signal: AbortSignal) => Promise<number>,
  sessionEnd: AbortSignal,
  stop: AbortSignal | undefined,
): AsyncGenerator<StatusNotice, void, undefined> {
  const { signal, abort, release } = linkSignals([sessionEnd, stop]);
  try {
    let seq = await start(signal);
    const open = (lastEventId: string, within: AbortSignal) =>
      openStream(connection, streamStatus, { 'Last-Event-ID': lastEventId }, within);
    for await (const notice of followStream(open, String(seq), connection.timing, signal)) {
      if (notice.kind === 'connection') {
        yield notice;
        continue;
      }
      const read = readNotice(notice.message);
      if (read.kind === 'update') {
        if (read.update.event.seq <= seq) continue;
        seq = read.update.event.seq;
      }
      yield read;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    // Whoever leaves the loop early leaves the connection too.
    abort(undefined);
    release();
  }
}

function readNotice({ type, data }: SseMessage): StatusNotice {
  if (type === 'end') throw new SessionEndedError();
  const update = type === 'status' ? streamStatus.answer?.safeParse(parseJson(data)) : undefined;
  return update?.success ? { kind: 'update', update: update.data } : { kind: 'unknown', type, raw: data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
