// Applications, for an authority's system: register them, find them, and write what happens to them.

import type {
  AppendEvent,
  Application,
  ApplicationsQuery,
  CreateApplication,
  CreatedApplication,
  StatusEvent,
} from '@lintas/contract/status';
import {
  appendEvent,
  createApplication,
  getApplication,
  listApplicationEvents,
  listApplications,
  replacePin,
} from '@lintas/contract/status';
import { connect, type ClientOptions } from './options.ts';
import { eachEntry } from './pagination.ts';
import type { Abortable, After } from './status.ts';
import { call, type CallOptions } from './transport.ts';

/** Which applications to list; all of yours without any. Pages are the SDK's matter. */
export type ApplicationFilters = Omit<ApplicationsQuery, 'cursor' | 'limit'>;

/** What a call that writes takes beside its input. */
export interface WriteOptions extends Abortable {
  /**
   * Your name for this act, 1 to 255 visible ASCII characters. For 24 hours, the same call with the same key and the same
   * input does nothing more and answers what it answered first, also after a restart of yours; with other input it is
   * refused as `idempotency-key-reused`. Without one, only the tries of one call are one act.
   */
  readonly idempotencyKey?: string | undefined;
}

export interface AppendOptions extends WriteOptions {
  /** `seq` that the case must still have; else nothing happens and the call throws `precondition-failed`. */
  readonly ifMatch?: number | undefined;
}

/** An authority's own applications. Needs a secret key, and so a server. */
export interface ApplicationsClient {
  /**
   * Registers an application. Its PIN is in the answer, this once: hand it out with the reference.
   *
   * @throws ProblemError `external-id-taken` when there is one with this `externalId`
   */
  create(application: CreateApplication, options?: WriteOptions): Promise<CreatedApplication>;
  /** Goes through the applications, newest first. */
  list(filters?: ApplicationFilters, options?: Abortable): AsyncIterable<Application>;
  /** Reads one application. */
  get(id: string, options?: Abortable): Promise<Application>;
  /**
   * Appends an event to a case, which is how a case moves.
   *
   * @throws ProblemError `transition-not-allowed` with `problem.from` and `problem.allowed`; `precondition-failed`
   */
  append(id: string, event: AppendEvent, options?: AppendOptions): Promise<StatusEvent>;
  /**
   * Gives a case another PIN, for a person who lost theirs or fears that somebody else has it: make sure that it is them.
   * The PIN before opens nothing any more, and whoever has the case open is out of it. Answers the PIN, this once.
   */
  replacePin(id: string, options?: WriteOptions): Promise<string>;
  /** Goes through the events of a case, oldest first, from `after` on or from the beginning. */
  events(id: string, options?: After): AsyncIterable<StatusEvent>;
}

/** A client that knows only applications, for systems that need no other. */
export function createApplicationsClient(options: ClientOptions): ApplicationsClient {
  const connection = connect(options);
  return {
    create: async (body, options) => call(connection, createApplication, { body }, optionsOf(options)),
    list: (filters = {}, { signal } = {}) =>
      eachEntry((cursor) =>
        call(connection, listApplications, { query: { ...filters, cursor } }, { signals: [signal] }),
      ),
    get: (id, { signal } = {}) => call(connection, getApplication, { params: { id } }, { signals: [signal] }),
    append: async (id, body, options) =>
      call(connection, appendEvent, { params: { id }, body }, optionsOf(options)),
    replacePin: async (id, options) =>
      (await call(connection, replacePin, { params: { id } }, optionsOf(options))).pin,
    events: (id, { signal, after = 0 } = {}) =>
      eachEntry((cursor) =>
        call(
          connection,
          listApplicationEvents,
          { params: { id }, query: { after: cursor ?? String(after) } },
          { signals: [signal] },
        ),
      ),
  };
}

function optionsOf({ signal, ifMatch, idempotencyKey }: AppendOptions = {}): CallOptions {
  // Others cannot even be sent, which would look like a broken network.
  if (idempotencyKey !== undefined && !/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw new TypeError('idempotencyKey must be 1 to 255 visible ASCII characters.');
  }
  return {
    signals: [signal],
    headers: {
      ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
      ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
    },
  };
}
