// A database that has no room, or more to do than it can, says so: nobody is told of a mistake of ours, nothing is half
// written, what was written can be read, and it goes on by itself.

import assert from 'node:assert/strict';
import { chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { startApi, type Api } from '../fixtures/api.ts';
import { APPLICATION, createCase, openCase } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createServerDatabase, queryServer, whyNoServer, type ServerDatabase } from '../support/postgres.ts';
import { makeSmallDisk, whyNoSmallDisk, type SmallDisk } from '../support/small-disk.ts';

const MEBIBYTES = 96;
const TOO_MANY_LOCKS = 'select pg_advisory_xact_lock(n) from generate_series(1, 1000000) n';

describe('a disk that is full', { skip: whyNoSmallDisk() }, () => {
  describe('under PGlite', () => {
    declareFull(async ({ folder }) => ({
      database: await openDatabase({ folder: join(folder, 'database') }),
    }));
  });
  describe('under PostgreSQL', { skip: whyNoServer() }, () => declareFull(openInTablespace));
});

interface Opened {
  readonly database: Database;
  remove?(): Promise<void>;
}

function declareFull(open: (disk: SmallDisk) => Promise<Opened>): void {
  let disk: SmallDisk;
  let api: Api;
  const stops: (() => unknown)[] = [];
  before(async () => {
    disk = makeSmallDisk(MEBIBYTES);
    stops.push(disk.remove);
    const { database, remove } = await open(disk);
    if (remove) stops.push(remove);
    stops.push(database.close);
    await database.migrate();
    api = await startApi(database);
    stops.push(api.close);
  });
  after(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  test('is said to be, and writing goes on when there is room', async () => {
    const create = (): Promise<Response> =>
      api.call('POST', '/v1/applications', { token: api.secretKey, body: APPLICATION });
    const { token } = await openCase(api, await createCase(api));
    disk.fill();
    let response = await create();
    // What was begun with still has some room.
    while (response.status === 201) response = await create();
    assert.equal(response.status, 507);
    assert.ok(Number(response.headers.get('retry-after')) > 0);
    assert.doesNotMatch(await response.clone().text(), /No space|base\/|pg_|lintas-small-disk/);
    await assertProblem(response, 'storage-full');
    assert.equal((await api.call('GET', '/v1/status', { token })).status, 200);
    const logged = api.log.map(({ error }) => error ?? '');
    assert.ok(logged.includes('DatabaseFull 53100'), logged.join());
    disk.clear();
    assert.equal((await create()).status, 201);
  });
}

/** A database of the server whose tables are on the small disk, and its log is not. */
async function openInTablespace({ folder }: SmallDisk): Promise<Opened> {
  const { rows } = await queryServer('show data_directory');
  const [{ data_directory: data }] = rows as [{ data_directory: string }];
  const { uid, gid } = statSync(data);
  chownSync(folder, uid, gid);
  const name = `small_${process.pid}`;
  await queryServer(`create tablespace ${name} location '${folder}'`);
  await queryServer(`grant create on tablespace ${name} to public`);
  const server = await createServerDatabase();
  await server.query(
    `alter database ${new URL(server.url).pathname.slice(1)} set default_tablespace = ${name}`,
  );
  return {
    database: await openDatabase({ url: server.url }),
    async remove() {
      await server.remove();
      await queryServer(`drop tablespace ${name}`);
    },
  };
}

/** The embedded engine has no clock that ends a statement. */
const SHORTAGES = {
  PGlite: [['53200', TOO_MANY_LOCKS]],
  PostgreSQL: [
    ['53200', TOO_MANY_LOCKS],
    ['57014', 'set local statement_timeout = 1; select pg_sleep(10)'],
  ],
} as const;

onEachDatabase((open, engine) => {
  test('a database whose memory or time does not suffice is unavailable for now', async () => {
    const database = await open();
    const ask = (statement: string): Promise<unknown> =>
      database.asOwner((transaction) => sql.raw(statement).execute(transaction));
    for (const [code, statement] of SHORTAGES[engine]) {
      await assert.rejects(ask(statement), { name: 'DatabaseUnavailable', code });
    }
    await ask('select 1');
  });
});

describe('a database server that takes no more connections', { skip: whyNoServer() }, () => {
  let server: ServerDatabase;
  let api: Api;
  before(async () => {
    server = await createServerDatabase();
    const database = await openDatabase({ url: server.url });
    await database.migrate();
    api = await startApi(database);
  });
  after(async () => {
    await api.close();
    await api.database.close();
    await server.remove();
  });

  test('is unavailable for now, and asked again later', async () => {
    const name = new URL(server.url).pathname.slice(1);
    const { id } = await createCase(api);
    const read = (): Promise<Response> => api.call('GET', `/v1/applications/${id}`, { token: api.secretKey });
    await server.query(`alter database ${name} connection limit 0`);
    await queryServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    let response = await read();
    // The first calls may still meet the connections that were ended.
    while (!api.log.some(({ error }) => error === 'DatabaseUnavailable 53300')) response = await read();
    assert.equal(response.status, 503);
    assert.ok(Number(response.headers.get('retry-after')) > 0);
    await assertProblem(response, 'unavailable');
    await server.query(`alter database ${name} connection limit -1`);
    assert.equal((await read()).status, 200);
  });
});
