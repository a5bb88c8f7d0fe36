// A database is brought up to date by whoever starts first, and by nobody twice.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { migrationsFolder } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createServerDatabase, whyNoServer } from '../support/postgres.ts';
import { startProcess } from '../support/processes.ts';

const EVERY_MIGRATION = readdirSync(migrationsFolder)
  .map((file) => ({ name: file.replace('.sql', '') }))
  .sort((one, other) => (one.name < other.name ? -1 : 1));

onEachDatabase((open) => {
  test('migrating again changes nothing', async () => {
    const database = await open();
    const read = () =>
      database.asOwner(async (transaction) => {
        const { rows } = await sql<{ name: string }>`
          select name from kysely_migration order by name
        `.execute(transaction);
        return rows;
      });
    assert.deepEqual(await read(), EVERY_MIGRATION);
    await database.migrate();
    assert.deepEqual(await read(), EVERY_MIGRATION);
  });
});

test('three processes migrate one empty database at once', { skip: whyNoServer() }, async () => {
  const server = await createServerDatabase();
  const environment = { LINTAS_DATABASE_URL: server.url };
  const processes = Array.from({ length: 3 }, () =>
    startProcess('../../bin/lintas.ts', import.meta.url, ['migrate'], environment),
  );
  for (const { ended } of processes) assert.deepEqual(await ended(), { code: 0, errors: '' });
  const { rows } = await server.query('select name from kysely_migration order by name');
  assert.deepEqual(rows, EVERY_MIGRATION);
  await server.remove();
});

test(
  'a migration that fails leaves nothing of itself, and the next try succeeds',
  { skip: whyNoServer() },
  async () => {
    const server = await createServerDatabase();
    // Something of another's is in the way of the last migration.
    await server.query(
      'create function known_origins(at timestamptz) returns int language sql as $$ select 1 $$',
    );
    const database = await openDatabase({ url: server.url });
    await assert.rejects(database.migrate(), { code: '42723' });
    const { rows } = await server.query(`select to_regclass('tenants') as tenants`);
    assert.deepEqual(rows, [{ tenants: null }]);
    await server.query('drop function known_origins(timestamptz)');
    await database.migrate();
    await database.close();
    await server.remove();
  },
);
