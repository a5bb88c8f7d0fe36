// What our client says and reads of tus 1.0 (https://tus.io/protocols/resumable-upload): the parts of the protocol that
// are free of I/O. An answer counts only when it is one of this protocol; a login page's 200 acknowledges nothing.

import { type CreateDocument, TUS_BYTES, type TUS_METADATA, TUS_VERSION } from '@lintas/contract/documents';
import { UnexpectedAnswerError } from '../errors.ts';

type Headers = Readonly<Record<string, string>>;

/** Headers of a POST that creates a document together with its first bytes (extension creation-with-upload). */
export function creationHeaders(document: CreateDocument, key: string): Headers {
  return {
    ...BYTES,
    'Upload-Length': String(document.bytes),
    'Upload-Metadata': metadataOf(document),
    'Idempotency-Key': key,
  };
}

/** Headers of a PATCH that goes on from `offset`. */
export function appendHeaders(offset: number): Headers {
  return { ...BYTES, 'Upload-Offset': String(offset) };
}

const BYTES: Headers = { 'Tus-Resumable': TUS_VERSION, 'Content-Type': TUS_BYTES };

/** Pairs of a name and a value in base64, with commas between them. */
function metadataOf({ fileName, mediaType, ...rest }: CreateDocument): string {
  const { requirementId, kind, side, sha256, replaces } = rest;
  const values: Readonly<Record<(typeof TUS_METADATA)[number], string | undefined>> = {
    requirementId,
    kind,
    side,
    filename: fileName,
    filetype: mediaType,
    sha256,
    replaces,
  };
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${base64(value)}`]))
    .join(',');
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * How many of `bytes` bytes an answer acknowledges.
 *
 * @throws UnexpectedAnswerError when it acknowledges nothing, or what cannot be
 */
export function readOffset({ status, headers }: Response, bytes: number): number {
  const offset = headers.get('Upload-Offset') ?? '';
  const isOurs = headers.get('Tus-Resumable') === TUS_VERSION && /^\d{1,15}$/.test(offset);
  if (isOurs && Number(offset) <= bytes) return Number(offset);
  throw new UnexpectedAnswerError('The bytes were not acknowledged as the API does.', { status });
}

/** Id of the document that was created: the last part of its address. The address itself is not followed. */
export function readCreatedId({ status, headers }: Response): string {
  const id = /\/v1\/uploads\/([\w-]{1,100})$/.exec(headers.get('Location') ?? '')?.[1];
  if (id !== undefined) return id;
  throw new UnexpectedAnswerError('The document was not created as the API does.', { status });
}
