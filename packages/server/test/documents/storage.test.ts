// When the place for bytes is full, away, slow or closed to us, people are told so, nothing that was acknowledged is
// lost, and it goes on by itself when the place is well again.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { whyNoObjectStore } from '../../../tooling/src/buckets.ts';
import { openBlobStore } from '../../src/blobs/open.ts';
import type { BlobStore } from '../../src/blobs/blob-store.ts';
import { finishPending } from '../../src/documents/finish.ts';
import { startApi, type Api } from '../fixtures/api.ts';
import {
  announce,
  blobsOf,
  offsetOf,
  openNewCase,
  patch,
  photo,
  readDocument,
} from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { createBucketHere } from '../support/blob-stores.ts';
import { onEachDatabase, type OpenTestDatabase } from '../support/databases.ts';
import { openGate } from '../support/gate.ts';
import { makeSmallDisk, whyNoSmallDisk } from '../support/small-disk.ts';

const MEBIBYTE = 1024 * 1024;
const LATER = 60_000;

onEachDatabase((openDatabase, engine) => {
  // What happens to the bytes is the same on both.
  if (engine === 'PostgreSQL') return;
  describe('a disk of eight mebibytes', { skip: whyNoSmallDisk() }, () => {
    const { folder, resize, remove } = makeSmallDisk(8);
    after(remove);
    const place = useStore(openDatabase, () => openBlobStore({ folder }));

    test('that is full is said to be, and the upload goes on when there is room', async () => {
      const api = await place();
      const applicant = await openNewCase(api);
      const small = photo(MEBIBYTE);
      const kept = await announce(api, applicant, small);
      assert.equal((await patch(api, applicant, kept.path, 0, small)).status, 204);
      await finishPending(api.dependencies);

      const file = photo(12 * MEBIBYTE);
      const { id, path } = await announce(api, applicant, file);
      const part = file.subarray(0, 3 * MEBIBYTE);
      assert.equal((await patch(api, applicant, path, 0, part)).status, 204);
      for (let count = 0; count < 2; count += 1) {
        const response = await patch(api, applicant, path, part.length, file.subarray(part.length));
        assert.ok(Number(response.headers.get('retry-after')) > 0);
        const text = await response.clone().text();
        assert.ok(!text.includes(folder) && !text.includes('ENOSPC'), text);
        assert.equal(response.status, 507);
        await assertProblem(response, 'storage-full');
        assert.equal(await offsetOf(api, applicant, path), part.length);
      }
      resize(16);
      assert.equal((await patch(api, applicant, path, part.length, file.subarray(part.length))).status, 204);
      // To put it together takes as much room again.
      await finishPending(api.dependencies);
      assert.equal((await readDocument(api, applicant, id)).state, 'scanning');
      assert.equal((await readDocument(api, applicant, kept.id)).state, 'received');
      resize(64);
      api.pass(LATER);
      await finishPending(api.dependencies);
      assert.equal((await readDocument(api, applicant, id)).state, 'received');
    });
  });

  describe('an object store', { skip: whyNoObjectStore() }, () => {
    const cleanUp: (() => Promise<unknown>)[] = [];
    after(async () => {
      for (const step of cleanUp.reverse()) await step();
    });

    for (const [name, mode] of [
      ['that is away', 'shut'],
      ['that does not answer', 'stalled'],
    ] as const) {
      test(`${name} is said to be, the offset is honest, and it goes on when it is back`, async () => {
        const { url, remove } = await createBucketHere();
        const address = new URL(url);
        const gate = await openGate(Number(new URL(address.searchParams.get('endpoint') ?? '').port));
        address.searchParams.set('endpoint', `http://127.0.0.1:${gate.port}`);
        const blobs = await openBlobStore({ url: address.href });
        const api = await startApi(await openDatabase(), { blobs });
        cleanUp.push(remove, gate.close, () => blobs.close(), api.close);

        const applicant = await openNewCase(api);
        const file = photo(30_000);
        const { id, path } = await announce(api, applicant, file);
        assert.equal((await patch(api, applicant, path, 0, file.subarray(0, 10_000))).status, 204);
        gate.set(mode);
        await assertUnavailable(await patch(api, applicant, path, 10_000, file.subarray(10_000)));
        assert.equal(await offsetOf(api, applicant, path), 10_000);
        gate.set('open');
        assert.equal((await patch(api, applicant, path, 10_000, file.subarray(10_000))).status, 204);

        gate.set('shut');
        await finishPending(api.dependencies);
        assert.equal((await readDocument(api, applicant, id)).state, 'scanning');
        // Nobody is told that the bytes are gone while they are not.
        const take = () => api.call('DELETE', `/v1/documents/${id}`, { token: applicant.token });
        gate.set('open');
        api.pass(LATER);
        await finishPending(api.dependencies);
        assert.equal((await readDocument(api, applicant, id)).state, 'received');
        gate.set('shut');
        await assertUnavailable(await take());
        gate.set('open');
        assert.equal((await take()).status, 204);
        assert.deepEqual(await blobsOf(api, id), []);
      });
    }

    test('that refuses our key is said to be away, and says why in the log only', async () => {
      const { url, remove } = await createBucketHere();
      const secret = process.env['AWS_SECRET_ACCESS_KEY'];
      process.env['AWS_SECRET_ACCESS_KEY'] = 'wrong';
      const blobs = await openBlobStore({ url });
      const api = await startApi(await openDatabase(), { blobs });
      cleanUp.push(remove, () => blobs.close(), api.close);
      const applicant = await openNewCase(api);
      const file = photo(3000);
      const { path } = await announce(api, applicant, file);
      await assertUnavailable(await patch(api, applicant, path, 0, file));
      process.env['AWS_SECRET_ACCESS_KEY'] = secret;
      assert.equal(await offsetOf(api, applicant, path), 0);
      const logged = api.log.map(({ error }) => error ?? '');
      assert.ok(
        logged.some((error) => /StorageUnavailable (SignatureDoesNotMatch|AccessDenied)/.test(error)),
      );
      assert.ok(!JSON.stringify(api.log).includes(new URL(url).hostname));
    });
  });
});

async function assertUnavailable(response: Response): Promise<void> {
  assert.equal(response.status, 503);
  assert.ok(Number(response.headers.get('retry-after')) > 0);
  await assertProblem(response, 'unavailable');
}

function useStore(openDatabase: OpenTestDatabase, open: () => Promise<BlobStore>): () => Promise<Api> {
  let started: Api | undefined;
  after(async () => {
    await started?.close();
    await started?.dependencies.blobs.close();
  });
  return async () => (started ??= await startApi(await openDatabase(), { blobs: await open() }));
}
