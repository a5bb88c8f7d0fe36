// What our client says in tus, and what it takes for an acknowledgement.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode } from '@lintas/sdk';
import { creationHeaders, readCreatedId, readOffset } from '../../src/upload/tus.ts';

const sha256 = 'ab'.repeat(32);

test('a document is described in base64, whatever is in its name, and only by what is known', () => {
  const { 'Upload-Metadata': metadata = '', ...headers } = creationHeaders(
    { kind: 'passport', mediaType: 'image/jpeg', bytes: 7, sha256, fileName: 'foto, 護照 "1".jpg' },
    'key',
  );
  assert.equal(headers['Upload-Length'], '7');
  assert.equal(headers['Idempotency-Key'], 'key');
  const pairs = metadata.split(',').map((pair) => pair.split(' '));
  assert.deepEqual(
    pairs.map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString()]),
    [
      ['kind', 'passport'],
      ['filename', 'foto, 護照 "1".jpg'],
      ['filetype', 'image/jpeg'],
      ['sha256', sha256],
    ],
  );
});

const answered = (headers: HeadersInit): Response => new Response(null, { status: 204, headers });

test('only an offset that this protocol can have acknowledges anything', () => {
  const ours = { 'Tus-Resumable': '1.0.0' };
  assert.equal(readOffset(answered({ ...ours, 'Upload-Offset': '5' }), 5), 5);
  assert.equal(readOffset(answered({ ...ours, 'Upload-Offset': '0' }), 5), 0);
  for (const headers of [
    {},
    ours,
    { 'Upload-Offset': '5' },
    { ...ours, 'Upload-Offset': '6' },
    { ...ours, 'Upload-Offset': '-1' },
    { ...ours, 'Upload-Offset': '5.0' },
    { ...ours, 'Upload-Offset': '' },
    { 'Tus-Resumable': '0.2.2', 'Upload-Offset': '5' },
  ]) {
    assert.throws(
      () => readOffset(answered(headers), 5),
      (error) => hasCode(error, 'unexpected-answer'),
    );
  }
});

test('of an address only the document’s id is taken, so that no bytes go to another host', () => {
  assert.equal(readCreatedId(answered({ Location: 'https://other.example/v1/uploads/019a' })), '019a');
  for (const location of ['/login', '/v1/uploads/', '/v1/uploads/a/b', '/v1/uploads/a?b', '/v1/uploads/..']) {
    assert.throws(
      () => readCreatedId(answered({ Location: location })),
      (error) => hasCode(error, 'unexpected-answer'),
    );
  }
});
