// Follows a case: turns the messages of the stream into notices, each event once.

import { streamStatus } from '@lintas/contract/status';
import { linkSignals } from './abort.ts';
import { parseJson } from './answer.ts';
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
  const value = parseJson(data);
  const update = type === 'status' ? streamStatus.answer?.safeParse(value) : undefined;
  if (update?.success) return { kind: 'update', update: update.data };
  const at = type === 'heartbeat' ? new Date(readCheckedAt(value)) : undefined;
  if (at && !Number.isNaN(at.getTime())) return { kind: 'checked', at };
  return { kind: 'unknown', type, raw: data };
}

function readCheckedAt(value: unknown): string {
  const isKnown = typeof value === 'object' && value !== null && 'checkedAt' in value;
  return isKnown && typeof value.checkedAt === 'string' ? value.checkedAt : '';
}
