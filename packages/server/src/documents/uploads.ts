// Uploads on the wire: tus 1.0. A document's upload has the id of the document, and is reached with the session of
// its case.

import {
  MAX_DOCUMENT_BYTES,
  TUS_BYTES,
  TUS_CHECKSUMS,
  TUS_EXTENSIONS,
  TUS_VERSION,
  isUnfinished,
  type ENDPOINTS,
} from '@lintas/contract';
import type { Dependencies } from '../dependencies.ts';
import { answerBytes } from '../http/answer.ts';
import type { Handler, Person } from '../http/call.ts';
import type { Caller } from '../http/credentials.ts';
import type { Exchange } from '../http/exchange.ts';
import { readIdempotencyKey } from '../http/once.ts';
import { Refusal } from '../http/problems.ts';
import { announceDocument } from './announce.ts';
import { appendBytes } from './append.ts';
import { mismatch } from './content.ts';
import { findRequirement } from './requirements.ts';
import { whileSending } from './sending.ts';
import { findDocument, isLive, type DocumentRow } from './store.ts';
import {
  describeDocument,
  readChecksum,
  readLength,
  readMetadata,
  readOffset,
  requireTus,
} from './tus-headers.ts';
import { uploadUrl } from './views.ts';
import { withdrawOwn } from './withdraw.ts';

type Calls = typeof ENDPOINTS;

export function describeUploads(): Handler<Calls['describeUploads']> {
  return {
    for: 'bytes',
    answer({ exchange }) {
      Object.assign(exchange.headers, {
        'Tus-Resumable': TUS_VERSION,
        'Tus-Version': TUS_VERSION,
        'Tus-Extension': TUS_EXTENSIONS.join(','),
        'Tus-Max-Size': String(MAX_DOCUMENT_BYTES),
        'Tus-Checksum-Algorithm': TUS_CHECKSUMS.join(','),
      });
      return Promise.resolve(answerBytes(exchange, 204));
    },
  };
}

export function createUpload(dependencies: Dependencies): Handler<Calls['createUpload']> {
  const { database } = dependencies;
  return {
    for: 'bytes',
    async answer({ caller, exchange, origin }) {
      const person = personOf(caller);
      const { request, headers } = exchange;
      requireTus(request, headers);
      const bytes = readLength(request);
      const metadata = readMetadata(request);
      const checksum = readChecksum(request);
      const hasBody = sendsBytes(request);
      if (hasBody) requireBytes(request);
      const creationKey = creationKeyOf(person, request, dependencies);
      const row = await database.inTenant(person.tenantId, async (transaction) => {
        const { kind, requirementId = '' } = metadata;
        const requirement =
          kind === undefined ? await findRequirement(transaction, requirementId) : undefined;
        const input = describeDocument(metadata, bytes, requirement);
        const withoutKey = creationKey === undefined;
        return announceDocument(transaction, person, { input, creationKey, withoutKey }, dependencies);
      });
      if (!isLive(row)) throw new Refusal('upload-gone');
      tell(headers, row);
      headers['Location'] = uploadUrl(row.id, origin);
      // When the first answer was lost, its bytes were not; the client goes on from the offset.
      if (hasBody && row.received === 0) await append(exchange, row, checksum, dependencies);
      return answerBytes(exchange, 201);
    },
  };
}

export function getUpload(dependencies: Dependencies): Handler<Calls['getUpload']> {
  return {
    for: 'bytes',
    async answer({ params, caller, exchange }) {
      requireTus(exchange.request, exchange.headers);
      const row = await findOwnUpload(personOf(caller), params.id, dependencies);
      tell(exchange.headers, row);
      exchange.headers['Upload-Length'] = String(row.bytes);
      return answerBytes(exchange, 200);
    },
  };
}

export function appendToUpload(dependencies: Dependencies): Handler<Calls['appendToUpload']> {
  return {
    for: 'bytes',
    async answer({ params, caller, exchange }) {
      const { request, headers } = exchange;
      requireTus(request, headers);
      requireBytes(request);
      const offset = readOffset(request);
      const checksum = readChecksum(request);
      const row = await findOwnUpload(personOf(caller), params.id, dependencies);
      tell(headers, row);
      if (offset !== row.received) throw new Refusal('offset-mismatch');
      await append(exchange, row, checksum, dependencies);
      return answerBytes(exchange, 204);
    },
  };
}

export function deleteUpload(dependencies: Dependencies): Handler<Calls['deleteUpload']> {
  return {
    for: 'bytes',
    async answer({ params, caller, exchange }) {
      const person = personOf(caller);
      requireTus(exchange.request, exchange.headers);
      await findOwnUpload(person, params.id, dependencies);
      await withdrawOwn(person, params.id, dependencies);
      return answerBytes(exchange, 204);
    },
  };
}

async function append(
  { request, client, headers }: Exchange,
  row: DocumentRow,
  checksum: Uint8Array | undefined,
  dependencies: Dependencies,
): Promise<void> {
  if (Number(request.headers.get('content-length') ?? 0) > row.bytes - row.received) {
    throw new Refusal('body-too-large');
  }
  const body = client.body ?? request.body ?? nothing();
  const stands = await whileSending(row.application_id, () =>
    appendBytes(row, { body, checksum }, dependencies),
  );
  tell(headers, stands);
}

/** Says how far an upload is, and until when it can go on. */
function tell(headers: Exchange['headers'], { state, received, expires_at }: DocumentRow): void {
  headers['Upload-Offset'] = String(received);
  if (isUnfinished(state) && expires_at) headers['Upload-Expires'] = expires_at.toUTCString();
  else delete headers['Upload-Expires'];
}

async function findOwnUpload(person: Person, id: string, { database }: Dependencies): Promise<DocumentRow> {
  const row = await database.inTenant(person.tenantId, (transaction) => findDocument(transaction, id));
  if (row?.application_id !== person.applicationId) throw new Refusal('not-found');
  if (!isLive(row)) throw new Refusal('upload-gone');
  return row;
}

/** Also in another session of the same case: a lost answer may be asked for again after the page was opened anew. */
function creationKeyOf(
  { applicationId }: Person,
  request: Request,
  { cryptography }: Dependencies,
): Uint8Array | undefined {
  const key = readIdempotencyKey(request);
  return key === undefined
    ? undefined
    : cryptography.keyedHash(JSON.stringify(['tus creation', applicationId, key]));
}

function personOf(caller: Caller): Person {
  if (caller.kind !== 'person') throw mismatch();
  return caller;
}

function sendsBytes({ headers }: Request): boolean {
  return Number(headers.get('content-length') ?? 0) > 0 || headers.has('transfer-encoding');
}

function requireBytes({ headers }: Request): void {
  if (headers.get('content-type') !== TUS_BYTES) throw new Refusal('unsupported-media-type');
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
