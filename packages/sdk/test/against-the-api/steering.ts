// What a person and their page do with uploads, and what the API and the queue do about it.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { createUploadManager } from '@lintas/sdk/upload';
import { problem } from '@lintas/contract/core';
import { MAX_DOCUMENT_BYTES, TUS_BYTES } from '@lintas/contract/documents';
import {
  assertDelivered,
  FILE_BYTES,
  hold,
  makeFile,
  PDF,
  prepareDelivery,
  reaches,
  settledDocuments,
} from '../support/deliveries.ts';
import { answer } from '../support/fault-server.ts';
import { passOn, type Passage, times } from '../support/proxy.ts';
import type { ReferenceApi } from '../support/reference-api.ts';

const isPost = ({ incoming }: Passage): boolean => incoming.method === 'POST';
const isPatch = ({ incoming }: Passage): boolean => incoming.method === 'PATCH';

export function steering(api: ReferenceApi): void {
  test('a paused upload sends nothing, and goes on from what has arrived', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy } = delivery;
    const file = makeFile();
    proxy.fault = times(1, isPatch, ({ askInPart }) => askInPart(FILE_BYTES / 2, () => upload.pause()));
    const upload = manager.add(file, PDF);
    await reaches(manager, upload, 'paused');
    await proxy.idle();
    const before = proxy.paths.length;
    manager.add(makeFile(1000), PDF);
    await reaches(manager, manager.uploads[1] ?? upload, 'sent');
    assert.equal(proxy.paths.length, before + 1);
    assert.equal(upload.state, 'paused');
    let sentOn = 0;
    proxy.fault = ({ incoming }) => {
      if (incoming.method === 'PATCH') sentOn = Number(incoming.headers['content-length']);
      return false;
    };
    upload.resume();
    await reaches(manager, upload, 'sent');
    assert.ok(sentOn > 0 && sentOn <= FILE_BYTES / 2);
    const documents = await settledDocuments(api, delivery.applicationId);
    assert.deepEqual(documents.map(({ bytes }) => bytes).sort(), [1000, FILE_BYTES]);
  });

  test('what the API does not take is said at once, with its reason', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager } = delivery;
    for (const size of [1000, FILE_BYTES]) {
      const upload = manager.add(new Blob([randomBytes(size)], { type: 'text/html' }), { kind: 'other' });
      await reaches(manager, upload, 'failed');
      assert.equal(upload.error?.code, 'file-not-taken');
      assert.equal(upload.error?.problem?.reason, 'type_not_supported');
    }
  });

  test('a file larger than any that is taken is refused before it is read, and nothing is sent', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy } = delivery;
    const before = proxy.paths.length;
    const piece = new Blob([new Uint8Array(32 * 1024 * 1024)]);
    const pieces = Array<Blob>(MAX_DOCUMENT_BYTES / piece.size).fill(piece);
    const read = (): never => assert.fail('It is read.');
    const file = Object.assign(new Blob([...pieces, '.']), { slice: read, arrayBuffer: read });
    const upload = manager.add(file, PDF);
    await reaches(manager, upload, 'failed');
    assert.equal(upload.error?.code, 'file-not-taken');
    assert.equal(upload.error.problem?.reason, 'too_large');
    assert.equal(proxy.paths.length, before);
  });

  test('bytes that are no file are refused with what is wanted instead', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager } = delivery;
    for (const bytes of [randomBytes(10), new Uint8Array(10), new ArrayBuffer(10), 'bytes', undefined]) {
      assert.throws(() => Reflect.apply(manager.add, manager, [bytes, PDF]), {
        name: 'TypeError',
        message: 'file must be a Blob: new Blob([bytes]).',
      });
    }
    assert.equal(manager.uploads.length, 0);
  });

  test('a wait that is given as undefined is the one that counts without it', async () => {
    await using delivery = await prepareDelivery(api, { stall: undefined, answer: undefined });
    const { manager, proxy } = delivery;
    proxy.fault = times(1, isPost, ({ ask, outgoing }) => {
      setTimeout(() => ask((late) => passOn(late, outgoing)), 100);
    });
    const before = proxy.paths.length;
    await reaches(manager, manager.add(makeFile(1000), PDF), 'sent');
    assert.equal(proxy.paths.length, before + 1);
  });

  test('an API that never gets well ends an upload after some tries; a person can try once more', async () => {
    await using delivery = await prepareDelivery(api, { tries: 3 });
    const { manager, proxy } = delivery;
    const file = makeFile();
    proxy.fault = ({ outgoing }) => {
      answer(outgoing, 500, problem('internal'));
      return true;
    };
    const upload = manager.add(file, PDF);
    await reaches(manager, upload, 'failed');
    assert.equal(upload.error?.code, 'internal');
    proxy.fault = undefined;
    upload.resume();
    await reaches(manager, upload, 'sent');
    await assertDelivered(api, delivery, file);
  });

  test('an upload that has failed can be tried once more, also after other files were sent', async () => {
    await using delivery = await prepareDelivery(api, { tries: 2 });
    const { manager, proxy } = delivery;
    proxy.fault = ({ outgoing }) => {
      answer(outgoing, 500, problem('internal'));
      return true;
    };
    const [upload, given] = [manager.add(makeFile(), PDF), manager.add(makeFile(), PDF)];
    await Promise.all([upload, given].map((one) => reaches(manager, one, 'failed')));
    proxy.fault = undefined;
    await given.cancel();
    const other = manager.add(makeFile(1000), PDF);
    assert.deepEqual(manager.uploads, [upload, other], 'what was given up goes with the next batch');
    assert.equal(manager.progress.bytes, 1000, 'one that waits for its person is not counted');
    await reaches(manager, other, 'sent');
    upload.resume();
    await reaches(manager, upload, 'sent');
    assert.equal((await settledDocuments(api, delivery.applicationId)).length, 2);
  });

  test('an upload that has failed does not go on once the page has closed its queue', async () => {
    await using delivery = await prepareDelivery(api, { tries: 1 });
    const { manager, proxy } = delivery;
    proxy.fault = ({ outgoing }) => {
      answer(outgoing, 500, problem('internal'));
      return true;
    };
    const upload = manager.add(makeFile(), PDF);
    await reaches(manager, upload, 'failed');
    manager.close();
    upload.resume();
    assert.equal(upload.state, 'cancelled', 'it would wait for its turn for ever');
  });

  test('the same file in two queues at once is sent once and is one document', async () => {
    await using delivery = await prepareDelivery(api);
    for (const size of [100_000, FILE_BYTES]) {
      let sent = 0;
      delivery.proxy.fault = ({ incoming }) => {
        if (incoming.headers['content-type'] === TUS_BYTES)
          incoming.on('data', ({ length }: Buffer) => (sent += length));
        return false;
      };
      const file = makeFile(size);
      const other = createUploadManager({ documents: delivery.documents });
      const uploads = [delivery.manager, other].map((manager) => ({
        manager,
        upload: manager.add(file, PDF),
      }));
      await Promise.all(uploads.map(({ manager, upload }) => reaches(manager, upload, 'sent')));
      assert.equal(uploads[0]?.upload.documentId, uploads[1]?.upload.documentId);
      assert.equal(sent, size);
    }
    assert.equal((await settledDocuments(api, delivery.applicationId)).length, 2);
  });

  const large = 300_000;
  const small = 100_000;
  for (const [what, sizes, atATime] of [
    ['two files are', Array.from({ length: 7 }, () => large), 2],
    ['four small files are', Array.from({ length: 9 }, () => small), 4],
    ['beside a larger one, one small file is', [large, small, small, small], 2],
  ] as const) {
    test(`${what} sent at a time; the others wait, and progress tells of all`, async () => {
      await using delivery = await prepareDelivery(api);
      const { manager } = delivery;
      const all = sizes.reduce((sum, size) => sum + size, 0);
      let most = 0;
      let last = 0;
      manager.addEventListener('change', () => {
        const busy = manager.uploads.filter(({ state }) => state === 'reading' || state === 'sending');
        // Once the larger one is there, the small ones are among themselves.
        const counts = manager.uploads[0]?.state !== 'sent' || sizes.every((size) => size === sizes[0]);
        if (counts) most = Math.max(most, busy.length);
      });
      manager.addEventListener('progress', ({ upload }) => {
        assert.ok(upload.sent <= upload.bytes);
        last = manager.progress.sent;
      });
      const uploads = sizes.map((size) => manager.add(makeFile(size), PDF));
      assert.equal(manager.progress.bytes, all);
      await Promise.all(uploads.map((upload) => reaches(manager, upload, 'sent')));
      assert.equal(most, atATime);
      assert.equal(last, all);
      assert.equal((await settledDocuments(api, delivery.applicationId)).length, sizes.length);
      manager.add(makeFile(10), PDF);
      assert.equal(manager.uploads.length, 1);
    });
  }

  test('after the page has closed its queue, nothing is sent any more', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy } = delivery;
    const release = hold(delivery);
    const upload = manager.add(makeFile(), PDF);
    await reaches(manager, upload, 'sending');
    manager.close();
    assert.equal(upload.state, 'cancelled');
    release();
    await proxy.idle();
    const before = proxy.paths.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(proxy.paths.length, before);
    assert.deepEqual(manager.uploads, []);
  });
}
