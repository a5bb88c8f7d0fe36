// A server that cannot start: it ends with a sentence, and holds nothing that the next one needs.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { lintas, temporaryFolder } from '../fixtures/command.ts';
import { createServerDatabase, whyNoServer } from '../support/postgres.ts';

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
    for (const place of ['/dev/null/documents', '/proc/documents']) {
      const { code, error } = await lintas(['serve'], {
        LINTAS_DATA_DIR: join(folder.path, 'documents'),
        LINTAS_BLOB_URL: `file://${place}`,
        LINTAS_PORT: '0',
      });
      assert.equal(code, 1);
      assert.match(error, new RegExp(`^lintas: The folder ${place} cannot be made .+LINTAS_BLOB_URL.+\\n$`));
    }
  });

  test('ends when its folder cannot be made or written, and says which', async () => {
    const file = join(folder.path, 'file');
    const linked = join(folder.path, 'linked');
    await writeFile(file, '');
    await mkdir(linked);
    // There, nobody makes anything, whatever their rights.
    await symlink('/proc', join(linked, 'database'));
    for (const path of ['/proc/nope', '/dev/null/data', file, linked]) {
      const { code, error } = await lintas(['serve'], { LINTAS_DATA_DIR: path, LINTAS_PORT: '0' });
      assert.equal(code, 1, path);
      assert.match(
        error,
        new RegExp(`^lintas: The folder ${path}.* cannot be (made|written) .+LINTAS_DATA_DIR.+\\n$`),
      );
    }
  });

  test(
    'ends when the installation key has no place beside a database server',
    { skip: whyNoServer() },
    async () => {
      const database = await createServerDatabase();
      const environment = { LINTAS_DATABASE_URL: database.url, LINTAS_DATA_DIR: '/proc/nope' };
      const { code, error } = await lintas(['serve'], { ...environment, LINTAS_PORT: '0' });
      await database.remove();
      assert.equal(code, 1);
      assert.match(error, /^lintas: .*\/proc\/nope\/installation\.key .+LINTAS_INSTALLATION_KEY\.\n$/);
    },
  );

  test('an embedded database is open to the account that runs it, and to no other', async () => {
    const path = join(folder.path, 'walled');
    assert.equal((await lintas(['migrate'], { LINTAS_DATA_DIR: path })).code, 0);
    // The engine makes its files for everybody; nobody else gets to them.
    assert.equal((await stat(join(path, 'database'))).mode & 0o077, 0);
  });
});
