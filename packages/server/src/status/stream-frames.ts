// The frames of a case's stream (HTML standard, "Server-sent events"), filled up to a few sizes.

import { STREAM_MESSAGES, type CaseView, type StatusEvent } from '@lintas/contract';
import * as z from 'zod/mini';
import type { Frozen } from '../http/call.ts';
import { byteLength, sizeClass } from '../http/padding.ts';

/** How long a reader waits before it connects again, in milliseconds. */
const RETRY_MS = 3000;

/** What happened, and the case after it. Its id is the event's `seq`. */
export function updateFrame(event: Frozen<StatusEvent>, view: Frozen<CaseView>): string {
  return frame('status', { event, case: view }, event.seq);
}

/** A sign of life. It also tells where the reader stands: its id is the last `seq` that is known to it. */
export function heartbeatFrame(seq: number, checkedAt: Date): string {
  return frame('heartbeat', { seq, checkedAt: checkedAt.toISOString() }, seq);
}

/** The last frame: the session is over and connecting again will not help. */
export const END_FRAME: string = frame('end', { reason: 'session-ended' });

/** The first frame. */
export const RETRY_FRAME = `retry: ${RETRY_MS}\n\n`;

function frame(name: keyof typeof STREAM_MESSAGES, data: unknown, id?: number): string {
  // The schema cuts off whatever is not for the reader, as it does with any other answer.
  const cut = z.parse(STREAM_MESSAGES[name], data);
  const lines = [
    ...(id === undefined ? [] : [`id: ${id}`]),
    `event: ${name}`,
    `data: ${JSON.stringify(cut)}`,
  ];
  const text = `${lines.join('\n')}\n`;
  return `${text}${fill(byteLength(text) + 1)}\n`;
}

/** A comment line, which readers skip, of the length that is missing to the next size. */
function fill(length: number): string {
  const missing = sizeClass(length) - length;
  return missing < 2 ? '' : `:${' '.repeat(missing - 2)}\n`;
}
