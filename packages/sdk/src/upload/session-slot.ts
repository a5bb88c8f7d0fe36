// The session that uploads go on with. It may end while they are under way; then they wait for the next one.

import { throwIfAborted } from '../abort.ts';
import type { CaseConnection } from '../case-connection.ts';

export interface SessionSlot {
  /** The connection, once there is one. Rejects with the signal's reason. */
  take(signal: AbortSignal): Promise<CaseConnection>;
  /** The connection, if there is one now. */
  peek(): CaseConnection | undefined;
  /** Goes on with this one. */
  fill(connection: CaseConnection): void;
  /** This one, or whichever there is, is over. Nothing happens when there is another already. */
  empty(connection?: CaseConnection): void;
}

export function createSessionSlot(): SessionSlot {
  let current: CaseConnection | undefined;
  const filled = new EventTarget();
  const peek = (): CaseConnection | undefined => (current?.end.aborted ? undefined : current);
  return {
    peek,
    async take(signal) {
      for (;;) {
        throwIfAborted(signal);
        const connection = peek();
        if (connection) return connection;
        await nextEvent(filled, 'filled', signal);
      }
    },
    fill(connection) {
      current = connection;
      filled.dispatchEvent(new Event('filled'));
    },
    empty(connection = current) {
      if (current === connection) current = undefined;
    },
  };
}

/** Resolves with the next event, and when the signal aborts. */
function nextEvent(target: EventTarget, type: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      target.removeEventListener(type, end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    target.addEventListener(type, end);
    signal.addEventListener('abort', end);
  });
}
