// A document as far as its bytes go, and the calls that tell or move it. Each is sent once: trying again is the matter
// of who waits.

import {
  appendToUpload,
  createDocument,
  createUpload,
  type CreateDocument,
  type Document,
  getDocument,
  isUnfinished,
  listDocuments,
} from '@lintas/contract/documents';
import { linkSignals } from '../abort.ts';
import { errorOf } from '../answer.ts';
import type { CaseConnection } from '../case-connection.ts';
import { readSlice } from '../digest.ts';
import { hasCode } from '../errors.ts';
import { call, type CallOptions, type PreparedRequest, prepare } from '../transport.ts';
import { type OnSent, sendBytes } from './send-bytes.ts';
import type { UploadTiming } from './timing.ts';
import { appendHeaders, creationHeaders, readCreatedId, readOffset } from './tus.ts';

/** The document that bytes go to, and how far they have come. */
export interface Destination {
  readonly id: string;
  /** Bytes that are safely there. */
  readonly offset: number;
  readonly state: 'unfinished' | 'finished' | 'expired' | 'withdrawn';
}

/** How the requests with bytes are sent. */
export interface Sending {
  readonly timing: UploadTiming;
  readonly signal: AbortSignal;
  readonly onSent: OnSent;
}

/** Announces a document. The same file for the same place, while it is on its way, is the same document. */
export async function create(
  connection: CaseConnection,
  body: CreateDocument,
  key: string,
  signal: AbortSignal,
): Promise<Destination> {
  const options = { ...within(connection, signal), headers: { 'Idempotency-Key': key } };
  return destinationOf(await call(oneTry(connection), createDocument, { body }, options));
}

/** Announces a document and sends its bytes with it; without `bytes` only asks for it again. */
export async function createWithBytes(
  connection: CaseConnection,
  document: CreateDocument,
  key: string,
  bytes: Blob,
  sending: Sending,
): Promise<Destination> {
  const request = prepare(connection, createUpload, {}, { headers: creationHeaders(document, key) });
  const response = await send(connection, request, createUpload, bytes, sending);
  const offset = readOffset(response, document.bytes);
  return { id: readCreatedId(response), offset, state: 'unfinished' };
}

/** Sends everything from where the document is. */
export async function append(
  connection: CaseConnection,
  { id, offset }: Destination,
  file: Blob,
  sending: Sending,
): Promise<Destination> {
  const headers = appendHeaders(offset);
  const request = prepare(connection, appendToUpload, { params: { id } }, { headers });
  // Chromium's network reads a whole file from the disk by itself, and a part of one by way of other processes.
  const rest = offset === 0 ? file : file.slice(offset);
  const response = await send(connection, request, appendToUpload, rest, sending);
  return { id, offset: readOffset(response, file.size), state: 'unfinished' };
}

/**
 * Asks where a document is. Not by HEAD: its refusals have no body that tells them from those of some gateway, and it
 * does not tell a finished upload from one that was given up.
 */
export async function look(
  connection: CaseConnection,
  id: string,
  signal: AbortSignal,
): Promise<Destination> {
  return destinationOf(
    await call(oneTry(connection), getDocument, { params: { id } }, within(connection, signal)),
  );
}

/** Finds the document that the same file has become, for the same place. */
export async function findSame(
  connection: CaseConnection,
  { sha256, fingerprint, kind, side = 'whole', requirementId }: CreateDocument,
  signal: AbortSignal,
): Promise<Destination | undefined> {
  const { data } = await call(oneTry(connection), listDocuments, {}, within(connection, signal));
  const same = data.find(
    (document) =>
      (fingerprint === undefined ? document.sha256 === sha256 : document.fingerprint === fingerprint) &&
      document.kind === kind &&
      document.side === side &&
      document.requirementId === requirementId,
  );
  return same && destinationOf(same);
}

function destinationOf({ id, offset, state }: Document): Destination {
  return { id, offset, state: stateOf(state) };
}

function stateOf(state: string): Destination['state'] {
  if (isUnfinished(state)) return 'unfinished';
  return state === 'expired' || state === 'withdrawn' ? state : 'finished';
}

async function send(
  connection: CaseConnection,
  request: PreparedRequest,
  endpoint: typeof createUpload | typeof appendToUpload,
  bytes: Blob,
  { timing, signal, onSent }: Sending,
): Promise<Response> {
  const linked = linkSignals([signal, connection.end]);
  try {
    const { response, body } = await sendBytes(request, bytes, timing, linked.signal, onSent);
    if (!response.ok) throw errorOf(endpoint, response, body);
    return response;
  } catch (error) {
    // A file that cannot be read any more looks like a broken network.
    if (hasCode(error, 'network') && bytes.size > 0) await readSlice(bytes, 0, 1);
    throw error;
  } finally {
    linked.release();
  }
}

function within({ end }: CaseConnection, signal: AbortSignal): CallOptions {
  return { signals: [end, signal] };
}

function oneTry(connection: CaseConnection): CaseConnection {
  return { ...connection, timing: { ...connection.timing, tries: 1 } };
}
