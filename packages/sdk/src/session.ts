// A person's opened session: calls with its token, and one end for all of them.

import {
  closeStatusSession,
  extendStatusSession,
  getDecision,
  getStatus,
  listStatusEvents,
  type StatusSession as OpenedSession,
} from '@lintas/contract/status';
import { abortWith } from './abort.ts';
import { type CaseConnection, carryConnection } from './case-connection.ts';
import { SessionEndedError } from './errors.ts';
import { bearer, type Connection } from './options.ts';
import { eachEntry } from './pagination.ts';
import type { Abortable, StatusSession } from './status.ts';
import { call, callForNothing, type CallOptions } from './transport.ts';
import { watchStatus } from './watch.ts';

/** Milliseconds that telling the API of the end may take, with all tries. */
const CLOSING_TIME = 5_000;

export function startSession(page: Connection, opened: OpenedSession): StatusSession {
  const end = new AbortController();
  const connection: CaseConnection = { ...page, credential: bearer(opened.token), end: end.signal };
  const within = ({ signal }: Abortable): CallOptions => ({ signals: [end.signal, signal] });
  let expiresAt = new Date(opened.expiresAt);
  let endsAt = new Date(opened.endsAt);
  let seq: number | undefined;

  const get: StatusSession['get'] = async (options = {}) => {
    const view = await call(connection, getStatus, {}, within(options));
    seq = view.seq;
    return view;
  };
  const session: StatusSession = {
    get expiresAt() {
      return expiresAt;
    },
    get endsAt() {
      return endsAt;
    },
    get,
    events({ after = 0, ...options } = {}) {
      return eachEntry((cursor) =>
        call(connection, listStatusEvents, { query: { after: cursor ?? String(after) } }, within(options)),
      );
    },
    decision: (options = {}) => call(connection, getDecision, {}, within(options)),
    watch({ after, signal } = {}) {
      const start = async (within: AbortSignal): Promise<number> =>
        after ?? seq ?? (await get({ signal: within })).seq;
      return watchStatus(connection, start, end.signal, signal);
    },
    async extend(options = {}) {
      const times = await call(connection, extendStatusSession, {}, within(options));
      expiresAt = new Date(times.expiresAt);
      endsAt = new Date(times.endsAt);
    },
    async close() {
      if (end.signal.aborted) return;
      abortWith(end, new SessionEndedError());
      // Nothing is left to do for the caller when this fails: the session then ends by itself.
      const last = { ...connection, timing: { ...page.timing, wholeCall: CLOSING_TIME } };
      await callForNothing(last, closeStatusSession, {}, { keepalive: true }).catch(() => undefined);
    },
  };
  return carryConnection(session, connection);
}
