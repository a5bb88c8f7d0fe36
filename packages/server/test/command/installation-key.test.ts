// The installation's key as an operator meets it: made by a command, needed at every start, and never shown.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { lintas, serveProcess, temporaryFolder } from '../fixtures/command.ts';
import { openGate } from '../support/gate.ts';
import { createServerDatabase, whyNoServer } from '../support/postgres.ts';

const REFUSED = /^lintas: The installation key that this database was set up with is not here\. .+\n$/;

async function makeKey(): Promise<string> {
  const { code, out } = await lintas(['installation-key']);
  assert.equal(code, 0);
  return out.trim();
}

test('lintas installation-key makes another key each time, and needs neither settings nor a folder', async () => {
  const [one, other] = [await makeKey(), await makeKey()];
  for (const key of [one, other]) assert.match(key, /^[\w-]{43}$/);
  assert.notEqual(one, other);
});

describe('on PostgreSQL', { skip: whyNoServer(), timeout: 300_000 }, () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const step of cleanUp.reverse()) await step();
  });

  async function newPlace() {
    const [database, folder] = [await createServerDatabase(), await temporaryFolder()];
    cleanUp.push(database.remove, folder.remove);
    return {
      database,
      folder: folder.path,
      settings: { LINTAS_DATABASE_URL: database.url, LINTAS_DATA_DIR: folder.path, LINTAS_PORT: '0' },
    };
  }

  const serve = async (settings: Readonly<Record<string, string>>) => {
    const server = await serveProcess(settings);
    cleanUp.push(server.stop);
    return server;
  };

  test('a start with another key, or with none, ends at once with a sentence that says what to do', async () => {
    const { settings } = await newPlace();
    await serve(settings);
    const folder = await temporaryFolder();
    cleanUp.push(folder.remove);
    const elsewhere = { ...settings, LINTAS_DATA_DIR: folder.path };
    const other = { ...elsewhere, LINTAS_INSTALLATION_KEY: await makeKey() };
    for (const [command, environment] of [
      [['serve'], elsewhere],
      [['serve'], other],
      [['keys', 'list'], other],
    ] as const) {
      const { code, error, out } = await lintas(command, environment);
      assert.deepEqual([code, out], [1, ''], error);
      assert.match(error, REFUSED);
    }
    assert.deepEqual(await readdir(folder.path), []);
  });

  test('of two servers that start at once with different keys one serves, and the other ends', async () => {
    const { settings } = await newPlace();
    const keys = [await makeKey(), await makeKey()];
    const starts = keys.map((key) => serve({ ...settings, LINTAS_INSTALLATION_KEY: key }));
    const ends = await Promise.allSettled(starts);
    const [started] = ends.filter((end) => end.status === 'fulfilled');
    const [ended] = ends.filter((end) => end.status === 'rejected');
    assert.ok(started && ended);
    assert.match(String(ended.reason), /installation key .* is not here/);
    assert.equal((await fetch(`${started.value.url}/v1/health`)).status, 200);
  });

  test('a server that waits for its database ends when that comes with another key', async () => {
    const { settings } = await newPlace();
    await serve(settings);
    const url = new URL(settings.LINTAS_DATABASE_URL);
    const gate = await openGate(Number(url.port || 5432));
    cleanUp.push(gate.close);
    gate.set('shut');
    url.port = String(gate.port);
    const waiting = await serve({
      ...settings,
      LINTAS_DATABASE_URL: url.href,
      LINTAS_INSTALLATION_KEY: await makeKey(),
    });
    assert.equal((await fetch(`${waiting.url}/v1/health`)).status, 503);
    gate.set('open');
    const { code, errors } = await waiting.ended();
    assert.equal(code, 1);
    assert.match(errors, REFUSED);
  });

  test('a server that waits for a new database makes the key when that comes, and says where', async () => {
    const { settings, folder } = await newPlace();
    const url = new URL(settings.LINTAS_DATABASE_URL);
    const gate = await openGate(Number(url.port || 5432));
    cleanUp.push(gate.close);
    gate.set('shut');
    url.port = String(gate.port);
    const server = await serve({ ...settings, LINTAS_DATABASE_URL: url.href });
    // A call that hashes with the key before it asks the database.
    const open = () =>
      fetch(`${server.url}/v1/status-sessions`, {
        method: 'POST',
        headers: { 'Lintas-Key': 'pk_none', 'Content-Type': 'application/json' },
        body: '{}',
      });
    assert.equal((await open()).status, 503);
    gate.set('open');
    while ((await open()).status === 503) await setTimeout(50);
    assert.ok((await readdir(folder)).includes('installation.key'));
    const said = server.lines.filter((line) => line.includes(join(folder, 'installation.key')));
    assert.equal(said.length, 1);
  });

  test('the key stands in no log, no error and no table', async () => {
    const key = await makeKey();
    const bytes = Buffer.from(key, 'base64url');
    const forms = [key, bytes.toString('hex'), bytes.toString('base64')];
    const { database, settings } = await newPlace();
    const own = { ...settings, LINTAS_INSTALLATION_KEY: key };
    const server = await serve(own);
    await fetch(`${server.url}/v1/status`);
    assert.equal(await server.stop(), 0);
    const rotated = await lintas(['keys', 'rotate'], own);
    assert.equal(rotated.code, 0, rotated.error);
    const outputs = [rotated, await lintas(['keys', 'list'], { ...own, LINTAS_PROT: '1' })];

    const wrong = `${key}A`;
    const misspelt = await lintas(['serve'], { ...settings, LINTAS_INSTALLATION_KEY: wrong });
    assert.equal(misspelt.code, 1);
    assert.match(misspelt.error, /^lintas: LINTAS_INSTALLATION_KEY .*lintas installation-key.*\n$/);
    outputs.push(misspelt);
    // The file of another installation, for which this key is another one.
    const elsewhere = await newPlace();
    await serve(elsewhere.settings);
    outputs.push(await lintas(['serve'], { ...elsewhere.settings, LINTAS_INSTALLATION_KEY: key }));
    const kept = (await readFile(join(elsewhere.folder, 'installation.key'), 'utf8')).trim();

    const { rows } = await database.query(`
      select (select string_agg(i::text, ' ') from installation i) as one,
        (select string_agg(k::text, ' ') from signing_keys k) as other`);
    const written = JSON.stringify([rows, outputs, server.lines, await server.ended()]);
    for (const form of [...forms, kept]) assert.ok(!written.includes(form));
  });
});
