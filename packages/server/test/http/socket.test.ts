// What comes over a socket and is not quite HTTP.

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { Problem } from '@lintas/contract';
import { useApi, useSocket } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase, engine) => {
  // Nothing of this gets as far as a database.
  if (engine !== 'PGlite') return;
  const api = useApi(openDatabase);
  const socket = useSocket(api);

  /** Sends bytes and answers everything that comes back until the connection is closed. */
  function exchange(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let text = '';
      const connection = connect({ port: socket().port, host: '127.0.0.1' });
      connection.on('data', (chunk: Buffer) => (text += chunk.toString())).on('error', reject);
      connection.on('close', () => resolve(text));
      connection.write(bytes);
    });
  }

  const post = (headers: string, body: string) =>
    exchange(
      `POST /v1/applications HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${api().secretKey}\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`,
    );

  test('what is not HTTP, or cannot be told apart, is refused with the security headers', async () => {
    const faults = {
      garbage: '\u0000\u0001 what\r\n\r\n',
      'two lengths': 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
      'a length and chunks':
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'no host': 'GET /v1/health HTTP/1.1\r\n\r\n',
      'a host that is none': 'GET /v1/health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
      'no host, as of old': 'GET /v1/health HTTP/1.0\r\n\r\n',
      'an expectation that nobody has':
        'POST /v1/status-sessions HTTP/1.1\r\nHost: x\r\nExpect: foo\r\nContent-Length: 0\r\n\r\n',
      'endless headers': `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    };
    for (const [name, bytes] of Object.entries(faults)) {
      const answer = await exchange(bytes);
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, name);
      assert.match(answer, /Content-Security-Policy: default-src 'none'/i, name);
      assert.match(answer, /Content-Type: application\/problem\+json/i, name);
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      const { status, requestId, type } = Problem.parse(JSON.parse(body));
      assert.equal(head.split(' ')[1], String(status), name);
      assert.match(head, new RegExp(`Request-Id: ${requestId}`, 'i'), name);
      assert.equal(type, 'about:blank', name);
    }
  });

  test('headers that come slowly are waited for ten seconds', async () => {
    const began = performance.now();
    assert.match(await exchange('GET /v1/health HTTP/1.1\r\nHost: x\r\nX: '), /^HTTP\/1\.1 408 /);
    const took = performance.now() - began;
    assert.ok(took > 9_000 && took < 20_000, `${took} ms`);
  });

  test('a body that goes on for ever is refused before it is read', async () => {
    assert.match(await post('Content-Length: 99999999', '{"a":'), /^HTTP\/1\.1 413 [\s\S]*body-too-large/);
    assert.match(
      await post('Transfer-Encoding: chunked', '5\r\n{"a":\r\n'),
      /^HTTP\/1\.1 411 [\s\S]*length-required/,
    );
  });
});
