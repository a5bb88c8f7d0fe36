// A server that cannot start: it ends with a sentence, and holds nothing that the next one needs.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { lintas, temporaryFolder } from '../fixtures/command.ts';

describe('a server that cannot start', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const other = createServer();
  before(async () => {
    folder = await temporaryFolder();
    other.listen(0);
    await once(other, 'listening');
  });
  after(async () => {
    other.close();
    await folder.remove();
  });

  test('ends when its port is taken, says which, and leaves the folder free', async () => {
    const address = other.address();
    assert.ok(typeof address === 'object' && address !== null);
    const environment = { LINTAS_DATA_DIR: join(folder.path, 'port') };
    const { code, error } = await lintas(['serve'], { ...environment, LINTAS_PORT: `${address.port}` });
    assert.equal(code, 1);
    assert.match(error, new RegExp(`^lintas: Port ${address.port} is taken.*LINTAS_PORT.*\\n$`));
    assert.equal((await lintas(['tenants', 'list'], environment)).code, 0);
  });

  test('ends when documents cannot be kept where its setting says', async () => {
    const { code, error } = await lintas(['serve'], {
      LINTAS_DATA_DIR: join(folder.path, 'documents'),
      LINTAS_BLOB_URL: 'file:///dev/null/documents',
      LINTAS_PORT: '0',
    });
    assert.equal(code, 1);
    assert.match(error, /^lintas: .+\n$/);
  });
});
