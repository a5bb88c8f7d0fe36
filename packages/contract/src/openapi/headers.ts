// Headers of requests and answers.

import type { Endpoint } from '../core/index.ts';

const text = { type: 'string' } as const;
const seconds = { type: 'integer', minimum: 0 } as const;

/** Headers of answers, as components. */
export const HEADERS = {
  'Request-Id': { description: 'Names this request in our logs.', schema: text },
  ETag: { description: 'Names this state of the resource.', schema: text },
  'Retry-After': { description: 'Whole seconds until another try makes sense.', schema: seconds },
  'RateLimit-Limit': { description: 'Tries that the limit allows.', schema: seconds },
  'RateLimit-Remaining': { description: 'Tries that are left.', schema: seconds },
  'RateLimit-Reset': { description: 'Seconds until all are there again.', schema: seconds },
} as const;

/** References to the components of headers. */
export function headerRefs(...names: readonly (keyof typeof HEADERS)[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** What the headers of the upload protocol mean (https://tus.io/protocols/resumable-upload). */
const BYTE_HEADERS: Readonly<Record<string, string>> = {
  'Tus-Resumable': 'Version of tus, `1.0.0`.',
  'Tus-Version': 'Versions of tus that are spoken.',
  'Tus-Extension': 'Extensions of tus that are spoken.',
  'Tus-Max-Size': 'Bytes that a file has at most.',
  'Tus-Checksum-Algorithm': 'Algorithms that `Upload-Checksum` takes.',
  'Upload-Length': 'Bytes of the whole file.',
  'Upload-Offset': 'Bytes that are safely here, or that the request goes on from.',
  'Upload-Metadata': '`kind`, and `requirementId`, `side`, `filename`, `filetype`, `sha256` where known.',
  'Upload-Checksum': 'Algorithm and base-64 checksum of the body, for example `sha256 …`.',
  'Upload-Expires': 'Until when an unfinished upload can go on.',
  Location: 'Where the bytes go.',
};

/** Headers of a call that carries bytes, described. */
export function byteHeaders(names: readonly string[] = []): Record<string, object> {
  return Object.fromEntries(names.map((name) => [name, { description: BYTE_HEADERS[name], schema: text }]));
}

/** Headers that a call takes beside its credential. */
export function headerParameters(call: Endpoint): object[] {
  const parameters: [taken: boolean, name: string, description: string, schema: object][] = [
    [
      call.method === 'POST',
      'Idempotency-Key',
      'Makes it safe to send this again: the same key and body within 24 hours get the first answer.',
      { ...text, pattern: '^[\\x21-\\x7E]{1,255}$' },
    ],
    [
      call.etag,
      'If-None-Match',
      'An `ETag` that you have: answers 304 when nothing has changed since.',
      text,
    ],
    [
      call.problems.includes('precondition-failed'),
      'If-Match',
      'An `ETag` of the application: refuses with 412 when it has changed since.',
      text,
    ],
    [
      call.stream,
      'Last-Event-ID',
      'The `id` of the last message that you have: goes on after it, with nothing lost and nothing twice.',
      { ...text, pattern: '^\\d{1,9}$' },
    ],
  ];
  const bytes = Object.entries(byteHeaders(call.bytes?.headers));
  return [
    ...parameters
      .filter(([taken]) => taken)
      .map(([, name, description, schema]) => ({ name, in: 'header', description, schema })),
    ...bytes.map(([name, described]) => ({ name, in: 'header', ...described })),
  ];
}
