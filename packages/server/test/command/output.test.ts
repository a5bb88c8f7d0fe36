// Output that cannot be written: a server answers without its log, and every other command ends.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lintas, lintasUnread, serveProcess, useFolder } from '../fixtures/command.ts';

describe('output that cannot be written', () => {
  const { environment } = useFolder();

  test('a server answers on, and stops when it is asked to', async () => {
    const server = await serveProcess(environment);
    server.stopReading();
    for (const _ of Array.from({ length: 20 })) {
      assert.equal((await fetch(`${server.url}/v1/health`)).status, 200);
    }
    assert.equal(await server.stop(), 0);
  });

  test('a command ends with a sentence', async () => {
    const create = ['tenants', 'create', '--id', 'office', '--name-en', 'Office', '--name-id', 'Kantor'];
    assert.equal((await lintas(create, environment)).code, 0);
    const { code, error } = await lintasUnread(['tenants', 'list'], environment);
    assert.equal(code, 1);
    assert.match(error, /^lintas: The output cannot be written \(EPIPE\)\..+\n$/);
  });
});
