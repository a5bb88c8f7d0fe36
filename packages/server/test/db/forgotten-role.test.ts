// The last line: even code that forgets to step down to a role is walled. The embedded database is left out,
// as its only account is a superuser, whom nothing binds.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createServerDatabase, whyNoServer, type ServerDatabase } from '../support/postgres.ts';
import { insertApplication, insertTenant } from '../support/rows.ts';

describe('a connection that steps down to no role', { skip: whyNoServer() }, () => {
  let server: ServerDatabase;
  let database: Database;

  before(async () => {
    server = await createServerDatabase();
    database = await openDatabase({ url: server.url });
    await database.migrate();
    await insertTenant(database, 'one');
    await insertApplication(database, 'one', 'case');
  });

  after(async () => {
    await database.close();
    await server.remove();
  });

  test('sees no case, although it owns the tables', async () => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query('select id from applications');
    await client.end();
    assert.deepEqual(rows, []);
  });
});
