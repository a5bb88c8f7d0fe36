// The status capability, for a page: a person opens their case with reference and PIN, reads it, follows it,
// and leaves.

import type { CaseView, DecisionView, StatusEvent, StatusUpdate } from '@lintas/contract/status';
import { openStatusSession } from '@lintas/contract/status';
import { connect, type ClientOptions } from './options.ts';
import { startSession } from './session.ts';
import type { ConnectionNotice } from './stream.ts';
import { call } from './transport.ts';

/** What a call takes beside its input. */
export interface Abortable {
  /** Ends the call; its promise then rejects with the signal's reason, or an `AbortError` where that is no error. */
  readonly signal?: AbortSignal | undefined;
}

/** What a person types. Spaces, dashes and local digits are for the API to read. */
export interface OpenInput {
  readonly reference: string;
  readonly pin: string;
}

/** Where in the log of a case to begin. */
export interface After extends Abortable {
  /** `seq` of the last event that the caller has. */
  readonly after?: number | undefined;
}

/** What happens while a case is followed. */
export type StatusNotice =
  /** An event, and the whole case after it. */
  | { readonly kind: 'update'; readonly update: StatusUpdate }
  /** Nothing new: at that time the API had nothing that the reader does not have. Comes about every 15 s. */
  | { readonly kind: 'checked'; readonly at: Date }
  | ConnectionNotice
  /** Something that this version cannot read. `raw` is the text as it came; read the case again to be sure. */
  | { readonly kind: 'unknown'; readonly type: string; readonly raw: string };

/**
 * A case that a person has opened. It ends by `close`, by itself at `expiresAt`, and in any case at `endsAt`;
 * from then on every call throws `SessionEndedError`. The token that keeps it open lives in a closure: it is no
 * property, so nothing that prints or stores a session holds it.
 */
export interface StatusSession {
  /** When the session ends unless it is extended. */
  readonly expiresAt: Date;
  /** When it ends however often it is extended. */
  readonly endsAt: Date;
  /** Reads the case. */
  get(options?: Abortable): Promise<CaseView>;
  /** Goes through the events of the case, oldest first, from `after` on or from the beginning. */
  events(options?: After): AsyncIterable<StatusEvent>;
  /** Reads how the case was decided. Throws `ProblemError` `not-found` while it is not. */
  decision(options?: Abortable): Promise<DecisionView>;
  /**
   * Follows the case. Begins after the event `after`, or else after the case as `get` last read it, and goes on
   * through cut connections with nothing lost and nothing twice. The iteration ends when the signal aborts and
   * when the session is closed; it throws `SessionEndedError` when the API ended the session.
   */
  watch(options?: After): AsyncIterable<StatusNotice>;
  /** Stays for another fifteen minutes: moves `expiresAt`. */
  extend(options?: Abortable): Promise<void>;
  /**
   * Leaves at once: ends everything that is under way, forgets the token and tells the API. Never throws, and
   * the request outlives the page, so that it can be the last thing that a page does.
   */
  close(): Promise<void>;
}

/** Opens cases. */
export interface StatusClient {
  /**
   * Opens a case.
   *
   * @throws ProblemError `lookup-failed` when reference and PIN do not open a case (which of them is wrong, the
   * API does not tell); `too-many-requests` with `retryAfter`, at once, so that the person sees the wait.
   */
  open(input: OpenInput, options?: Abortable): Promise<StatusSession>;
}

/** A client that knows only the status capability, for pages that need no other. */
export function createStatusClient(options: ClientOptions): StatusClient {
  const connection = connect(options);
  return {
    async open({ reference, pin }, { signal } = {}) {
      const body = { reference, secret: { kind: 'pin' as const, value: pin } };
      const opened = await call(
        connection,
        openStatusSession,
        { body },
        { signals: [signal], tellRateLimit: true },
      );
      return startSession(connection, opened);
    },
  };
}
