// What has gone wrong with uploads elsewhere, each reproduced on a well-known server, does not go wrong here.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { expireUploads, sweepBlobs } from '../../src/documents/expire.ts';
import { finishPending } from '../../src/documents/finish.ts';
import { MAX_SENDING_PER_CASE } from '../../src/documents/sending.ts';
import {
  announce,
  type Applicant,
  blobsOf,
  handIn,
  listDocuments,
  offsetOf,
  openNewCase,
  originalKey,
  patch,
  photo,
  readStored,
  readDocument,
  readOriginal,
  type ReturningApplicant,
  sha256,
  tus,
} from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { listenFor, type Socket } from '../fixtures/socket.ts';
import { onEachPlace } from '../fixtures/use-api.ts';

const HOUR = 3_600_000;
const MEBIBYTE = 1024 * 1024;

onEachPlace(({ api, store }) => {
  /** Two servers that share a database and a blob store, as two processes do. */
  let servers: readonly [Socket, Socket];
  before(async () => {
    servers = [await listenFor(api()), await listenFor(api())];
  });
  after(() => Promise.all(servers.map((server) => server.close())));

  const cleanUp = async (): Promise<void> => {
    await expireUploads(api().dependencies);
    await sweepBlobs(api().dependencies);
  };

  test('clean-up takes what is unfinished and expired, and never what is finished', async () => {
    const applicant = await openNewCase(api());
    const finished = await handIn(api(), applicant, photo(5000));
    const scanning = await announce(api(), applicant, photo(5000));
    const unfinished = await announce(api(), applicant, photo(5000));
    await patch(api(), applicant, unfinished.path, 0, photo(1000));
    api().pass(23 * HOUR);
    await cleanUp();
    const later = await openAgain(applicant);
    assert.equal(await offsetOf(api(), later, unfinished.path), 1000);

    await patch(api(), later, scanning.path, 0, photo(5000));
    api().pass(2 * HOUR);
    await cleanUp();
    const latest = await openAgain(applicant);
    await assertProblem(await tus(api(), latest, 'HEAD', unfinished.path), 'upload-gone');
    assert.deepEqual(await blobsOf(api(), unfinished.id), []);
    assert.equal((await tus(api(), latest, 'HEAD', `/v1/uploads/${finished.id}`)).status, 200);
    assert.equal((await readOriginal(api(), finished.id)).length, 5000);
    assert.equal((await blobsOf(api(), scanning.id)).length, 1);
    assert.equal((await readDocument(api(), latest, scanning.id)).state, 'scanning');
  });

  test('bytes that come all the time keep an upload from expiring', async () => {
    const applicant = await openNewCase(api());
    const file = photo(3000);
    const { path } = await announce(api(), applicant, file);
    let { token } = applicant;
    for (const offset of [0, 1000, 2000]) {
      api().pass(20 * HOUR);
      await cleanUp();
      ({ token } = await openAgain(applicant));
      const response = await patch(api(), { token }, path, offset, file.subarray(offset, offset + 1000));
      assert.equal(response.status, 204);
    }
  });

  test('of two servers that get the same offset at once one takes it, and the bytes are never mixed', async () => {
    const applicant = await openNewCase(api());
    for (let round = 0; round < 5; round += 1) {
      // Nobody says what it should be: whichever comes first is the file.
      const bodies = [photo(1.5 * MEBIBYTE), photo(1.5 * MEBIBYTE)] as const;
      const { id, path } = await announce(api(), applicant, bodies[0], { sha256: undefined });
      const answers = await Promise.all(
        bodies.map((body, index) => send(servers[index === 0 ? 0 : 1], applicant, path, 0, body)),
      );
      const statuses = answers.map(({ status }) => status);
      assert.equal(statuses.filter((status) => status === 204).length, 1, String(statuses));
      assert.ok(
        statuses.every((status) => [204, 409, 423].includes(status)),
        String(statuses),
      );
      await finishPending(api().dependencies);
      const winner = bodies[statuses.indexOf(204)];
      assert.ok(winner && (await readOriginal(api(), id)).equals(winner));
      await cleanUp();
      const { token } = applicant;
      const left = (await blobsOf(api(), id)).filter((key) => !key.startsWith('copies/'));
      assert.deepEqual(left, [await originalKey(api(), id)]);
      await api().call('DELETE', `/v1/documents/${id}`, { token });
    }
  });

  describe('a connection that breaks', () => {
    test('at every tenth of the file keeps every byte that came', async () => {
      const applicant = await openNewCase(api());
      const file = photo(200_000);
      const { id, path } = await announce(api(), applicant, file);
      for (let from = 0; from < 180_000; from += 20_000) {
        const response = await patch(
          api(),
          applicant,
          path,
          from,
          breakingOff(file.subarray(from, from + 20_000)),
        );
        await assertProblem(response, 'unavailable');
        assert.equal(await offsetOf(api(), applicant, path), from + 20_000);
      }
      assert.equal((await patch(api(), applicant, path, 180_000, file.subarray(180_000))).status, 204);
      await finishPending(api().dependencies);
      assert.equal((await readDocument(api(), applicant, id)).state, 'received');
    });

    test('by a reset loses only what was on its way, and the offset says how much that is', async () => {
      const applicant = await openNewCase(api());
      const file = photo(3 * MEBIBYTE);
      const { id, path } = await announce(api(), applicant, file);
      const connection = await begin(servers[0], applicant, path, 0, file.length);
      connection.write(file.subarray(0, MEBIBYTE));
      // What has come is safe after a moment, though the rest has not.
      while ((await offsetOf(api(), applicant, path)) < MEBIBYTE) await wait(50);
      await new Promise<void>((resolve) =>
        connection.write(file.subarray(MEBIBYTE, 2 * MEBIBYTE), () => resolve()),
      );
      connection.resetAndDestroy();
      const offset = await offsetOf(api(), applicant, path);
      assert.ok(offset >= MEBIBYTE && offset <= 2 * MEBIBYTE, String(offset));
      // Its process may still be keeping what came: then the offset is another one now, and said so.
      const rest = async (): Promise<Response> => {
        const from = await offsetOf(api(), applicant, path);
        return send(servers[1], applicant, path, from, file.subarray(from));
      };
      let response = await rest();
      while ([409, 423].includes(response.status)) response = await rest();
      assert.equal(response.status, 204);
      await finishPending(api().dependencies);
      const { state, sha256: hash } = await readDocument(api(), applicant, id);
      assert.deepEqual([state, hash], ['received', sha256(file)]);
    });
  });

  test('asking how far a running upload is does not disturb it', async () => {
    const applicant = await openNewCase(api());
    const file = photo(300_000);
    const { id, path } = await announce(api(), applicant, file);
    const connection = await begin(servers[0], applicant, path, 0, file.length);
    connection.write(file.subarray(0, 100_000));
    for (let count = 0; count < 20; count += 1) assert.equal(await offsetOf(api(), applicant, path), 0);
    connection.write(file.subarray(100_000));
    const [answer] = (await once(connection, 'data')) as [Buffer];
    assert.match(answer.toString(), /^HTTP\/1\.1 204 /);
    connection.destroy();
    await finishPending(api().dependencies);
    assert.equal((await readDocument(api(), applicant, id)).state, 'received');
  });

  test('a case that has too many requests under way is told to wait, and nobody else is', async () => {
    const applicant = await openNewCase(api());
    const file = photo(300_000);
    const { id, path } = await announce(api(), applicant, file);
    const connections = await Promise.all(
      Array.from({ length: MAX_SENDING_PER_CASE }, () => begin(servers[0], applicant, path, 0, file.length)),
    );
    const one = (): Promise<Response> => send(servers[0], applicant, path, 0, file.subarray(0, 0));
    let response = await one();
    while (response.status === 204) response = await one();
    assert.equal(response.headers.get('retry-after'), '5');
    await assertProblem(response, 'too-many-requests');
    assert.equal((await handIn(api(), await openNewCase(api()), photo(5000))).state, 'received');
    for (const connection of connections) connection.destroy();
    const all = (): Promise<Response> => send(servers[0], applicant, path, 0, file);
    response = await all();
    while (response.status === 429) response = await all();
    assert.equal(response.status, 204);
    await finishPending(api().dependencies);
    assert.equal((await readDocument(api(), applicant, id)).state, 'received');
  });

  test('an empty request at the end, and a second look at what is finished, tell nobody anything new', async () => {
    const applicant = await openNewCase(api());
    const { id } = await handIn(api(), applicant, photo(5000));
    const events = async (): Promise<unknown> =>
      (await api().call('GET', '/v1/status/events', { token: applicant.token })).json();
    const before = await events();
    for (let count = 0; count < 2; count += 1) {
      assert.equal((await patch(api(), applicant, `/v1/uploads/${id}`, 5000, photo(0))).status, 204);
      await finishPending(api().dependencies);
    }
    assert.deepEqual(await events(), before);
  });

  test('what goes wrong after the last byte is no fault of the upload, and is tried again', async () => {
    const applicant = await openNewCase(api());
    const file = photo(5000);
    const { id, path } = await announce(api(), applicant, file);
    assert.equal((await patch(api(), applicant, path, 0, file)).status, 204);
    // The store is away when the file is put together.
    const [segment = ''] = await blobsOf(api(), id);
    const bytes = await readStored(api(), segment);
    await store().blobs.deleteAll(segment);
    await finishPending(api().dependencies);
    assert.equal((await readDocument(api(), applicant, id)).state, 'scanning');
    assert.equal(await offsetOf(api(), applicant, path), 5000);
    await store().blobs.put(segment, new Blob([new Uint8Array(bytes)]).stream());
    api().pass(60_000);
    await finishPending(api().dependencies);
    assert.equal((await readDocument(api(), applicant, id)).state, 'received');
  });

  test('an announcement whose answer was lost makes no second document', async () => {
    const applicant = await openNewCase(api());
    const body = { kind: 'passport', mediaType: 'image/jpeg', bytes: 5000 };
    for (const [extra, headers] of [
      [{}, { 'Idempotency-Key': 'a-lost-answer' }],
      [{ sha256: sha256(photo(9)) }, {}],
    ] as const) {
      const before = (await listDocuments(api(), applicant)).length;
      const create = () =>
        api().call('POST', '/v1/documents', { token: applicant.token, body: { ...body, ...extra }, headers });
      const ids = new Set<unknown>();
      for (let count = 0; count < 3; count += 1)
        ids.add(((await (await create()).json()) as { id: string }).id);
      assert.equal(ids.size, 1);
      assert.equal((await listDocuments(api(), applicant)).length, before + 1);
    }
  });

  test('nothing is left over in the store', async () => {
    assert.deepEqual(await store().leftovers(), []);
  });

  /** Sessions end after fifteen minutes; the person gives the code again. */
  async function openAgain({ applicationId, reopen }: ReturningApplicant): Promise<Applicant> {
    return { applicationId, token: await reopen() };
  }
});

async function send(
  { url }: Socket,
  { token }: Applicant,
  path: string,
  offset: number,
  body: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  return fetch(url + path, { method: 'PATCH', headers: headersOf(token, offset), body });
}

/** A body that comes in pieces and then no further. */
function breakingOff(bytes: Buffer): ReadableStream<Uint8Array> {
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.error(new Error('The line is dead.'));
      controller.enqueue(bytes.subarray(from, (from += 7000)));
    },
  });
}

async function begin({ port }: Socket, { token }: Applicant, path: string, offset: number, length: number) {
  const connection = connect({ port, host: '127.0.0.1' });
  await once(connection, 'connect');
  const headers = { Host: 'x', 'Content-Length': String(length), ...headersOf(token, offset) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  connection.write([`PATCH ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
  return connection;
}

function headersOf(token: string, offset: number): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    'Tus-Resumable': '1.0.0',
    'Content-Type': 'application/offset+octet-stream',
    'Upload-Offset': String(offset),
  };
}
