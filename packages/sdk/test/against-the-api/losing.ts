// What becomes of a file on its way when its session, the network, the server, the document or the file itself goes.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { documentsOf } from '@lintas/sdk';
import type { Upload } from '@lintas/sdk/upload';
import { problem } from '@lintas/contract/core';
import {
  assertDelivered,
  assertNothingLeft,
  type Delivery,
  FILE_BYTES,
  hold,
  makeFile,
  PDF,
  prepareDelivery,
  reaches,
  settledDocuments,
} from '../support/deliveries.ts';
import { answer } from '../support/fault-server.ts';
import { cutBody, loseAnswer, type Passage, startProxy, times } from '../support/proxy.ts';
import type { ReferenceApi } from '../support/reference-api.ts';

const isPost = ({ incoming }: Passage): boolean => incoming.method === 'POST';
const isPatch = ({ incoming }: Passage): boolean => incoming.method === 'PATCH';

export function losing(api: ReferenceApi): void {
  test('a session that ends in mid-file is waited for, and the file goes on with the next one', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy } = delivery;
    const file = makeFile();
    proxy.fault = times(1, isPatch, (passage) => {
      cutBody(FILE_BYTES / 2)(passage);
      void revoke(api, passage.incoming.headers.authorization ?? '');
    });
    const upload = manager.add(file, PDF);
    await goOnInNextSession(delivery, upload);
    await assertDelivered(api, delivery, file);
  });

  test('a session that ends before it hears of its document finds that one with the next', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy } = delivery;
    const file = makeFile();
    proxy.fault = times(1, isPost, ({ ask, incoming, outgoing }) =>
      ask((lost) => {
        const ended = revoke(api, incoming.headers.authorization ?? '');
        lost.resume().on('end', () => void ended.then(() => outgoing.destroy()));
      }),
    );
    const upload = manager.add(file, PDF);
    await goOnInNextSession(delivery, upload);
    await assertDelivered(api, delivery, file);
  });

  test('a session that the page closes is waited for, too', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, session } = delivery;
    const release = hold(delivery);
    const file = makeFile();
    const upload = manager.add(file, PDF);
    await reaches(manager, upload, 'sending');
    void session.close();
    await reaches(manager, upload, 'needs-session');
    release();
    manager.use(documentsOf(await delivery.reopen()));
    await reaches(manager, upload, 'sent');
    await assertDelivered(api, delivery, file);
  });

  test('without a network an upload waits, says why, and goes on when there is one', async () => {
    await using delivery = await prepareDelivery(api, { tries: 2 });
    const { manager, proxy } = delivery;
    const port = Number(new URL(proxy.url).port);
    await proxy[Symbol.asyncDispose]();
    const file = makeFile();
    const upload = manager.add(file, PDF);
    for (let count = 0; count < 6; count += 1) {
      await reaches(manager, upload, 'waiting');
      assert.equal(upload.error?.code, 'network');
      await reaches(manager, upload, 'sending');
    }
    await using _ = await startProxy(api.port, port);
    await reaches(manager, upload, 'sent');
    assert.equal(upload.error, undefined);
    await assertDelivered(api, delivery, file);
  });

  test('a server that is killed in mid-file has what it acknowledged when it is back', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy } = delivery;
    const file = makeFile(3_000_000);
    let killed: Promise<void> | undefined;
    proxy.fault = times(1, isPatch, ({ askInPart, outgoing }) =>
      askInPart(1_500_000, () => {
        outgoing.destroy();
        killed = api.kill().then(() => api.restart());
      }),
    );
    const upload = manager.add(file, PDF);
    await reaches(manager, upload, 'sent');
    await killed;
    await assertDelivered(api, delivery, file);
  });

  test('a file that changes on the device while it is sent is not handed in', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy } = delivery;
    const folder = await mkdtemp(join(tmpdir(), 'lintas-file-'));
    const path = join(folder, 'file');
    await writeFile(path, randomBytes(FILE_BYTES));
    const file = await openAsBlob(path, { type: 'application/pdf' });
    proxy.fault = times(1, isPatch, (passage) => {
      void writeFile(path, randomBytes(FILE_BYTES + 1)).then(() => cutBody(200_000)(passage));
    });
    const upload = manager.add(file, PDF);
    await assert.rejects(reaches(manager, upload, 'sent'));
    assert.equal(upload.state, 'failed');
    assert.equal(upload.error?.code, 'file-changed');
    await assertNothingLeft(api, delivery);
    await rm(folder, { recursive: true });
  });

  test('an upload whose document has expired begins once more; one that was taken back does not', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy, documents } = delivery;
    const file = makeFile();
    const gone = times(1, isPatch, ({ outgoing }) => answer(outgoing, 410, problem('upload-gone')));
    const expired = times(
      1,
      ({ incoming }) => incoming.method === 'GET',
      ({ ask, outgoing }) =>
        ask((real) => {
          const chunks: Buffer[] = [];
          real.on('data', (chunk: Buffer) => chunks.push(chunk));
          real.on('end', () => {
            const document = JSON.parse(Buffer.concat(chunks).toString()) as object;
            answer(outgoing, 200, { ...document, state: 'expired' });
          });
        }),
    );
    proxy.fault = (passage) => gone(passage) || expired(passage);
    const upload = manager.add(file, PDF);
    await reaches(manager, upload, 'sent');
    assert.equal(proxy.paths.filter((path) => path === '/v1/documents').length, 2);
    await assertDelivered(api, delivery, file);

    let takingBack: Promise<void> | undefined;
    proxy.fault = times(1, isPatch, (passage) => {
      cutBody(1000)(passage);
      takingBack = documents.withdraw(second.documentId ?? '');
    });
    const second = manager.add(makeFile(), PDF);
    await assert.rejects(reaches(manager, second, 'sent'));
    assert.equal(second.error?.code, 'upload-gone');
    await takingBack;
  });

  test('a document that was taken back elsewhere while its last answer was lost does not count as sent', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy, documents, applicationId } = delivery;
    const lost = new Promise<void>((resolve) => {
      proxy.fault = (passage) => {
        const { method } = passage.incoming;
        if (method === 'PATCH') {
          loseAnswer(passage);
          passage.outgoing.once('close', resolve);
        } else if (method === 'GET') passage.outgoing.destroy();
        return method === 'PATCH' || method === 'GET';
      };
    });
    const upload = manager.add(makeFile(), PDF);
    await lost;
    const [document] = await settledDocuments(api, applicationId);
    assert.equal(document?.offset, FILE_BYTES);
    await documents.withdraw(document.id);
    proxy.fault = undefined;
    await assert.rejects(reaches(manager, upload, 'sent'));
    assert.equal(upload.error?.code, 'upload-gone');
  });
}

/** Ends a session as another tab would. */
async function revoke(api: ReferenceApi, authorization: string): Promise<void> {
  await fetch(`http://127.0.0.1:${api.port}/v1/status-sessions/current`, {
    method: 'DELETE',
    headers: { Authorization: authorization },
  });
}

/** The session of an upload has ended; its person opens the case once more. */
async function goOnInNextSession(delivery: Delivery, upload: Upload): Promise<void> {
  const { manager, session } = delivery;
  await reaches(manager, upload, 'needs-session');
  await session.close();
  manager.use(documentsOf(await delivery.reopen()));
  await reaches(manager, upload, 'sent');
}
