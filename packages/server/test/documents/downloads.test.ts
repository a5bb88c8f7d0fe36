// A download holds a file and a connection: nobody may have any number of them, or keep one that is theirs no longer.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { existsSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import type { CreatedApplication } from '@lintas/contract';
import { MAX_DOWNLOADS } from '../../src/documents/downloads.ts';
import { createCase, openCase } from '../fixtures/cases.ts';
import { handIn, photo } from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { useApi, useSocket } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

/** More than a connection takes on its way. */
const BYTES = 20_000_000;
/** In which a revocation is promised to count; the machine that tests may be slower. */
const PROMISED_MS = 2000;
const PATIENCE_MS = 30_000;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const socket = useSocket(api);
  const file = photo(BYTES);
  let created: CreatedApplication;
  let token = '';
  let id = '';

  const stepUp = (of: string) =>
    api().call('POST', '/v1/status-sessions/current/step-up', {
      ...{ token: of, body: { secret: { kind: 'pin', value: created.pin } } },
    });
  const download = (method = 'GET', of = token) =>
    api().call(method, `/v1/documents/${id}/content`, { token: of });
  const original = (of: string, method = 'GET') =>
    api().call(method, `/v1/verifications/${id}/original`, { token: of });

  before(async () => {
    created = await createCase(api());
    token = (await openCase(api(), created)).token;
    id = (await handIn(api(), { applicationId: created.id, token }, file)).id;
    await stepUp(token);
  });

  const recorded = async () => {
    const rows = await api().database.asOwner((transaction) =>
      transaction.selectFrom('audit').select('action').where('document_id', '=', id).execute(),
    );
    return rows.filter(({ action }) => action === 'document.download').length;
  };

  /** Fetches from a real connection, and reads nothing of it. */
  async function readNothing(path: string, bearer: string) {
    const connection = connect(socket().port, '127.0.0.1');
    connection.on('error', () => {});
    connection.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer ${bearer}\r\n\r\n`,
    );
    const [head] = await once(connection, 'data');
    connection.pause();
    assert.match(String(head), /^HTTP\/1\.1 200 /);
    return connection;
  }

  /** Reads the rest; answers how much there was of it before the connection ended. */
  async function readRest(connection: ReturnType<typeof connect>): Promise<number> {
    let bytes = 0;
    connection.on('data', (chunk: Buffer) => (bytes += chunk.length)).resume();
    await once(connection, 'close', { signal: AbortSignal.timeout(PATIENCE_MS) });
    return bytes;
  }

  test('a case has so many at a time, and the next waits until one has ended', async () => {
    const open = await Promise.all(Array.from({ length: MAX_DOWNLOADS }, () => download()));
    assert.deepEqual(new Set(open.map(({ status }) => status)), new Set([200]));
    const before = await recorded();
    assert.ok((await assertProblem(await download(), 'too-many-requests')).retryAfter !== undefined);
    assert.equal(await recorded(), before, 'what was refused was not read');
    const bytes = await open[0]?.bytes();
    assert.deepEqual(bytes && Buffer.from(bytes), file);
    await open[1]?.body?.cancel();
    const more = await Promise.all([download(), download(), download()]);
    assert.deepEqual(more.map(({ status }) => status).toSorted(), [200, 200, 429]);
    for (const { body } of [...open.slice(2), ...more]) await body?.cancel();
  });

  test('what is asked for and not there holds no place', async () => {
    for (let times = 0; times <= MAX_DOWNLOADS; times += 1)
      await assertProblem(await original(api().otherSecretKey), 'not-found');
  });

  describe('within two seconds is cut off', () => {
    test('what a session has begun that is closed', async () => {
      const { token: second } = await openCase(api(), created);
      await stepUp(second);
      const path = `/v1/documents/${id}/content`;
      const connections = [await readNothing(path, second), await readNothing(path, second)];
      const stays = await readNothing(path, token);
      const closed = await api().call('DELETE', '/v1/status-sessions/current', { token: second });
      assert.equal(closed.status, 204);
      // Whoever read on meanwhile could have all of it before anybody looks.
      await wait(PROMISED_MS);
      for (const each of connections) assert.ok((await readRest(each)) < BYTES);
      assert.ok((await readRest(stays)) >= BYTES - 100_000, 'and nobody else’s');
    });

    test('what a key has begun that is revoked', async () => {
      const key = await api().issue({ scopes: ['documents:read'] });
      const connection = await readNothing(`/v1/verifications/${id}/original`, key.text);
      await api().revoke(key.id);
      await wait(PROMISED_MS);
      assert.ok((await readRest(connection)) < BYTES);
    });
  });

  describe('who asks for the headers alone', () => {
    test('gets those of the file, and is recorded as having read nothing', async () => {
      await stepUp(token);
      const before = await recorded();
      const { status, headers, body } = await download('HEAD');
      assert.deepEqual([status, headers.get('content-type'), body], [200, 'image/jpeg', null]);
      assert.equal((await original(api().secretKey, 'HEAD')).status, 200);
      assert.equal(await recorded(), before);
    });

    test('has nothing opened', { skip: !existsSync('/proc/self/fd') }, async () => {
      for (let times = 0; times < 5; times += 1) await download('HEAD');
      const open = await Promise.all(
        (await readdir('/proc/self/fd')).map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')),
      );
      assert.deepEqual(
        open.filter((place) => place.includes(id)),
        [],
      );
    });

    test('needs the rights of who reads', async () => {
      const { token: second } = await openCase(api(), await createCase(api()));
      assert.equal((await download('HEAD', second)).status, 403);
    });
  });
});
