// A person's documents through an opened case, and a file's authenticity without the file.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { writeFile, rm } from 'node:fs/promises';
import { openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { createClient, documentsOf, hasCode } from '@lintas/sdk';
import { openAt, PUBLISHABLE_KEY, SECRET_KEY, TOKEN, OPENED } from './support/calls.ts';
import { answer, answerHtml, type FaultServer, type Play, startFaultServer } from './support/fault-server.ts';
import { QUICK } from './support/quick.ts';
import { loadSecondConnection } from './support/second-copy.ts';

const DOCUMENT_ID = '019a0000-0000-7000-8000-000000000001';
const REQUEST_ID = { 'Request-Id': '019a0000-0000-4000-8000-000000000002' };

/** A server that opens a case and then plays. */
function startWithCase(play: Play): Promise<FaultServer> {
  return startFaultServer((response, request, count) => {
    if (count === 1) answer(response, 201, OPENED);
    else play(response, request, count - 1);
  });
}

const pageAt = (baseUrl: string) => createClient({ baseUrl, key: PUBLISHABLE_KEY, timing: QUICK }).documents;

test('a file’s authenticity is asked for by its digest, and the file stays on the device', async () => {
  await using server = await startFaultServer((response) => answer(response, 200, { attestations: [] }));
  const bytes = randomBytes(700_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  for (const file of [new Blob([bytes]), sha256]) {
    assert.deepEqual(await pageAt(server.baseUrl).check(file), { attestations: [] });
  }
  assert.deepEqual(
    server.received.map(({ body }) => body),
    [JSON.stringify({ sha256 }), JSON.stringify({ sha256 })],
  );
});

test('a file that changed since it was chosen is said to have, and nothing is sent', async () => {
  await using server = await startFaultServer((response) => answer(response, 200, { attestations: [] }));
  const path = join(tmpdir(), `lintas-changed-${process.pid}`);
  await writeFile(path, randomBytes(1000));
  const file = await openAsBlob(path);
  await writeFile(path, randomBytes(2000));
  await assert.rejects(pageAt(server.baseUrl).check(file), (error) => hasCode(error, 'file-changed'));
  await rm(path);
  assert.equal(server.received.length, 0);
});

test('the documents of a case use its session, which nothing that is printed or copied shows', async () => {
  await using server = await startWithCase((response) =>
    answer(response, 200, { data: [], page: { next: null }, requirements: [] }),
  );
  const session = await openAt(server.baseUrl);
  const documents = documentsOf(session);
  assert.deepEqual((await documents.list()).data, []);
  assert.equal(server.received.at(-1)?.headers.authorization, `Bearer ${TOKEN}`);
  for (const carrier of [session, documents]) {
    for (const rendering of [
      inspect(carrier, { depth: Infinity, getters: true, showHidden: true }),
      JSON.stringify(carrier),
      inspect({ ...carrier }),
      Object.values(carrier).join(),
    ]) {
      assert.ok(!rendering.includes(TOKEN));
    }
  }
});

test('two copies of the package on one page understand each other’s sessions', async () => {
  await using server = await startWithCase((response) => response.writeHead(204).end());
  const { connectionOf } = await loadSecondConnection();
  const session = await openAt(server.baseUrl);
  assert.deepEqual(connectionOf(session).credential(), ['Authorization', `Bearer ${TOKEN}`]);
  assert.equal(connectionOf(documentsOf(session)).baseUrl, server.baseUrl);
});

test('what is no opened case is refused at once', () => {
  const { status } = createClient({ baseUrl: 'https://api.example.org', key: PUBLISHABLE_KEY });
  // @ts-expect-error A client is no opened case.
  assert.throws(() => documentsOf(status), TypeError);
});

test('a closed case gives no documents any more', async () => {
  await using server = await startWithCase((response) => response.writeHead(204).end());
  const session = await openAt(server.baseUrl);
  const documents = documentsOf(session);
  await session.close();
  await assert.rejects(documents.list(), (error) => hasCode(error, 'session-ended'));
});

test('a download is whole, and has the type that the API gives it', async () => {
  const bytes = randomBytes(3_000_000);
  await using server = await startWithCase((response) =>
    response.writeHead(200, { ...REQUEST_ID, 'Content-Type': 'image/png' }).end(bytes),
  );
  const file = await documentsOf(await openAt(server.baseUrl)).download(DOCUMENT_ID);
  assert.equal(file.type, 'image/png');
  assert.ok(bytes.equals(Buffer.from(await file.arrayBuffer())));
  assert.equal(server.received.at(-1)?.url, `/v1/documents/${DOCUMENT_ID}/content`);
});

const failures: Readonly<Record<string, { play: Play; code: string }>> = {
  'is cut': {
    play: (response) => {
      response.writeHead(200, { ...REQUEST_ID, 'Content-Length': '100000' });
      response.write(randomBytes(500), () => response.destroy());
    },
    code: 'network',
  },
  'falls silent': {
    play: (response) => {
      response.writeHead(200, { ...REQUEST_ID, 'Content-Length': '100000' });
      response.write(randomBytes(500));
    },
    code: 'timeout',
  },
  'is a login page': { play: (response) => answerHtml(response, 200), code: 'unexpected-answer' },
  'needs the code once more': {
    play: (response) =>
      answer(response, 403, { type: 'urn:lintas:problem:step-up-required', title: '', status: 403 }),
    code: 'step-up-required',
  },
};
for (const [what, { play, code }] of Object.entries(failures)) {
  test(`a download that ${what} is no file`, async () => {
    await using server = await startWithCase(play);
    const documents = documentsOf(await openAt(server.baseUrl, { stall: 200 }));
    await assert.rejects(documents.download(DOCUMENT_ID), (error) => hasCode(error, code));
  });
}

test('a reviewer’s system goes through the pages of its queue, and takes a document', async () => {
  const review = {
    id: DOCUMENT_ID,
    applicationKind: 'other',
    kind: 'passport',
    side: 'whole',
    mediaType: 'image/png',
    bytes: 3,
    state: 'received',
    receivedAt: '2026-03-01T09:30:00Z',
    ground: 'own',
    verifications: [],
  };
  await using server = await startFaultServer((response, { method, url }) => {
    if (method === 'POST') answer(response, 200, { ...review, claimedBy: 'me' });
    else answer(response, 200, { data: [review], page: { next: url.includes('cursor') ? null : 'x' } });
  });
  const { reviews } = createClient({ baseUrl: server.baseUrl, key: SECRET_KEY, timing: QUICK });
  let count = 0;
  for await (const { id } of reviews.list({ show: 'open' })) {
    assert.equal((await reviews.claim(id)).claimedBy, 'me');
    count += 1;
  }
  assert.equal(count, 2);
  assert.deepEqual(
    server.received.map(({ method, url }) => `${method} ${url}`),
    [
      'GET /v1/verifications?show=open',
      `POST /v1/verifications/${DOCUMENT_ID}/claim`,
      'GET /v1/verifications?show=open&cursor=x',
      `POST /v1/verifications/${DOCUMENT_ID}/claim`,
    ],
  );
});
