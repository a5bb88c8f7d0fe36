// The headers of tus 1.0 (https://tus.io/protocols/resumable-upload), read strictly. Free of I/O.

import {
  CreateDocument,
  MAX_DOCUMENT_BYTES,
  TUS_METADATA,
  TUS_VERSION,
  type DocumentRequirementInput,
} from '@lintas/contract';
import type { AnswerHeaders } from '../http/headers.ts';
import { Refusal, refuseValues } from '../http/problems.ts';
import { checkAgainst } from '../http/validation.ts';

/** Marks the answer, and refuses a request in another version of the protocol. */
export function requireTus({ headers }: Request, answer: AnswerHeaders): void {
  answer['Tus-Resumable'] = TUS_VERSION;
  if (headers.get('tus-resumable') === TUS_VERSION) return;
  answer['Tus-Version'] = TUS_VERSION;
  throw new Refusal('tus-version');
}

export function readOffset({ headers }: Request): number {
  return readWhole(headers.get('upload-offset'), 'Upload-Offset');
}

/** The length of the whole file, which has to be known: `Upload-Defer-Length` is not offered. */
export function readLength({ headers }: Request): number {
  const length = readWhole(headers.get('upload-length'), 'Upload-Length');
  if (length > MAX_DOCUMENT_BYTES) throw new Refusal('body-too-large');
  return length;
}

/** The SHA-256 that the body has, where the request says it. */
export function readChecksum({ headers }: Request): Uint8Array | undefined {
  const text = headers.get('upload-checksum');
  if (text === null) return undefined;
  const [, digits = ''] = /^sha256 ([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  const sum = fromBase64(digits);
  if (sum?.length !== 32) throw refuseHeader('Upload-Checksum', 'This must be "sha256 <base 64>".');
  return sum;
}

type Metadata = Readonly<Partial<Record<(typeof TUS_METADATA)[number], string>>>;

/** What Uppy says beside `filename` and `filetype`; the same again. */
const REPEATED: readonly string[] = ['name', 'type', 'relativePath'];

/** `Upload-Metadata`: `key base64,key base64`. */
export function readMetadata({ headers }: Request): Metadata {
  const values = new Map<string, string>();
  for (const pair of (headers.get('upload-metadata') ?? '').split(',').filter((text) => text.trim() !== '')) {
    const [, key = '', digits = ''] =
      /^ *([\x21-\x2b\x2d-\x7e]+)(?: ([A-Za-z0-9+/]*={0,2}))? *$/.exec(pair) ?? [];
    const value = decode(digits);
    const known = TUS_METADATA.some((name) => name === key);
    if (value === undefined || values.has(key) || !(known || REPEATED.includes(key))) {
      throw refuseHeader('Upload-Metadata', `Takes ${TUS_METADATA.join(', ')}, each once and in base 64.`);
    }
    if (known && value !== '') values.set(key, value);
  }
  return Object.fromEntries(values);
}

/** What `createDocument` would be given. Clients that know nothing of kinds hand in what the requirement asks for. */
export function describeDocument(
  { filename, filetype, kind, ...rest }: Metadata,
  bytes: number,
  requirement: DocumentRequirementInput | undefined,
): CreateDocument {
  const described = checkAgainst(CreateDocument, {
    ...rest,
    kind: kind ?? requirement?.documentKind ?? 'other',
    ...(filename !== undefined && { fileName: filename }),
    mediaType: filetype ?? '',
    bytes,
  });
  if ('value' in described) return described.value;
  throw refuseValues(...described.errors);
}

function readWhole(text: string | null, name: string): number {
  if (text !== null && /^\d{1,15}$/.test(text)) return Number(text);
  throw refuseHeader(name, 'This must be a whole number of bytes.');
}

function refuseHeader(name: string, message: string): Refusal {
  return new Refusal('invalid-request', { detail: `${name}: ${message}` });
}

function decode(base64: string): string | undefined {
  const bytes = fromBase64(base64);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
