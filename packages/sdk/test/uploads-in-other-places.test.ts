// Uploads against an API that keeps its files on a slow object store, and against one that is two processes.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { TUS_BYTES } from '@lintas/contract/documents';
import { createServerDatabase, whyNoServer } from '../../server/test/support/postgres.ts';
import { createBucket, whyNoObjectStore } from '../../tooling/src/buckets.ts';
import { assertDelivered, deliver, FILE_BYTES, makeFile, prepareDelivery } from './support/deliveries.ts';
import { layLine, type Line } from './support/line.ts';
import { cutBody, times, type Passage } from './support/proxy.ts';
import {
  listFiles,
  serveReferenceApi,
  startReferenceApi,
  type ReferenceApi,
} from './support/reference-api.ts';

/** Milliseconds for each 64 KiB: a file takes a second to be written, and two more to be put together. */
const SLOW = 80;

const carriesBytes = ({ incoming }: Passage): boolean =>
  incoming.headers['content-type'] === TUS_BYTES && incoming.headers['content-length'] !== '0';

describe('an object store that is slow', { skip: whyNoObjectStore(), timeout: 300_000 }, () => {
  const stops: (() => PromiseLike<unknown>)[] = [];
  let api: ReferenceApi;
  before(async () => {
    const bucket = await createBucket();
    stops.push(bucket.remove);
    const address = new URL(bucket.url);
    const line = await layLine([Number(new URL(address.searchParams.get('endpoint') ?? '').port)]);
    stops.push(() => line[Symbol.asyncDispose]());
    address.searchParams.set('endpoint', `http://127.0.0.1:${line.port}`);
    const started = await startReferenceApi({ LINTAS_BLOB_URL: address.href, ...bucket.credentials });
    stops.push(() => started[Symbol.asyncDispose]());
    line.delay = SLOW;
    api = {
      ...started,
      blobs: async () => [
        ...(await bucket.list()),
        ...(await bucket.unfinished()).map((key) => `.drafts of ${key}`),
      ],
    };
  });
  after(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  for (const [who, timing] of [
    ['who waits for it', {}],
    ['who does not wait so long, and asks', { stall: 400, answer: 400 }],
  ] as const) {
    test(`gets a file from somebody ${who}, once and whole`, async () => {
      await using delivery = await prepareDelivery(api, timing);
      const file = makeFile();
      await deliver(delivery, file);
      await assertDelivered(api, delivery, file);
    });
  }
});

describe('two processes of the API', { skip: whyNoServer(), timeout: 300_000 }, () => {
  const stops: (() => PromiseLike<unknown>)[] = [];
  let api: ReferenceApi;
  let line: Line;
  before(async () => {
    const { url, remove } = await createServerDatabase();
    stops.push(remove);
    const folder = await mkdtemp(join(tmpdir(), 'lintas-sdk-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const documents = join(folder, 'documents');
    const settings = {
      LINTAS_DATABASE_URL: url,
      LINTAS_INSTALLATION_KEY: randomBytes(32).toString('base64url'),
      LINTAS_BLOB_URL: pathToFileURL(documents).href,
    };
    const first = await startReferenceApi(settings);
    const second = await serveReferenceApi(join(folder, 'second'), settings);
    for (const { [Symbol.asyncDispose]: stop } of [first, second]) stops.push(stop);
    line = await layLine([first.port, second.port]);
    stops.push(() => line[Symbol.asyncDispose]());
    api = { ...first, port: line.port, blobs: () => listFiles(documents) };
  });
  after(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  test('get a file between them, cut again and again, once and whole', async () => {
    await using delivery = await prepareDelivery(api);
    const file = makeFile();
    const before = [...line.used];
    delivery.proxy.fault = times(9, carriesBytes, cutBody(FILE_BYTES / 10));
    await deliver(delivery, file);
    await assertDelivered(api, delivery, file);
    const [one = 0, other = 0] = line.used.map((count, index) => count - (before[index] ?? 0));
    assert.ok(one > 4 && other > 4, `${one} and ${other} requests`);
  });

  test('get a file that goes on at one while the other still waits for the rest of it', async () => {
    await using delivery = await prepareDelivery(api, { stall: 300, answer: 300 });
    const file = makeFile();
    delivery.proxy.fault = times(3, carriesBytes, ({ askWithoutEnd }) => askWithoutEnd(FILE_BYTES / 10));
    await deliver(delivery, file);
    await assertDelivered(api, delivery, file);
  });
});
