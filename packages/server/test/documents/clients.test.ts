// Standard clients as they are: tus-js-client, and Uppy with its tus plugin.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import Uppy from '@uppy/core';
import UppyTus from '@uppy/tus';
import * as tusClient from 'tus-js-client';
import { finishPending } from '../../src/documents/finish.ts';
import {
  announce,
  listDocuments,
  openNewCase,
  photo,
  readDocument,
  sha256,
  type Applicant,
} from '../fixtures/documents.ts';
import { listenFor, type Socket } from '../fixtures/socket.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';
import { openGate, type Gate } from '../support/gate.ts';

const MEBIBYTE = 1024 * 1024;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let socket: Socket;
  let gate: Gate;
  let origin = '';
  before(async () => {
    socket = await listenFor(api());
    gate = await openGate(socket.port);
    origin = `http://127.0.0.1:${gate.port}`;
  });
  after(async () => {
    await gate.close();
    await socket.close();
  });

  const authorization = ({ token }: Applicant) => ({ Authorization: `Bearer ${token}` });

  async function assertHandedIn(applicant: Applicant, id: string, file: Buffer): Promise<void> {
    await finishPending(api().dependencies);
    const { state, sha256: hash } = await readDocument(api(), applicant, id);
    assert.deepEqual([state, hash], ['received', sha256(file)]);
  }

  describe('tus-js-client', () => {
    /** Sends a file to its end; `onProgress` may interfere. */
    const upload = (file: Buffer, options: tusClient.UploadOptions): Promise<tusClient.Upload> =>
      new Promise((resolve, reject) => {
        const running = new tusClient.Upload(file, {
          retryDelays: [0, 50, 100, 200],
          ...options,
          onSuccess: () => resolve(running),
          onError: reject,
        });
        running.start();
      });

    test('goes on from an announced document with its uploadUrl', async () => {
      const applicant = await openNewCase(api());
      const file = photo(3 * MEBIBYTE);
      const { id, path } = await announce(api(), applicant, file);
      await upload(file, {
        uploadUrl: origin + path,
        headers: authorization(applicant),
        chunkSize: MEBIBYTE,
      });
      await assertHandedIn(applicant, id, file);
    });

    test('resumes by itself when the line breaks in the middle', async () => {
      const applicant = await openNewCase(api());
      const file = photo(6 * MEBIBYTE);
      const { id, path } = await announce(api(), applicant, file);
      let cuts = 0;
      await upload(file, {
        uploadUrl: origin + path,
        headers: authorization(applicant),
        chunkSize: 2 * MEBIBYTE,
        onProgress: (sent) => {
          if (cuts >= 2 || sent < (cuts + 1) * 2 * MEBIBYTE + 100_000) return;
          cuts += 1;
          gate.set('shut');
          gate.set('open');
        },
      });
      assert.equal(cuts, 2);
      await assertHandedIn(applicant, id, file);
    });

    test('creates the upload by itself, with or without the bytes in the same request', async () => {
      for (const uploadDataDuringCreation of [false, true]) {
        const applicant = await openNewCase(api());
        const file = photo(MEBIBYTE);
        const { url } = await upload(file, {
          endpoint: `${origin}/v1/uploads`,
          headers: authorization(applicant),
          metadata: { filename: 'photo.jpg', filetype: 'image/jpeg' },
          uploadDataDuringCreation,
        });
        const [document] = await listDocuments(api(), applicant);
        assert.equal(url, `${origin}/v1/uploads/${document?.id}`);
        await assertHandedIn(applicant, document?.id ?? '', file);
      }
    });

    test('makes one document, though the answer to its creation is lost', async () => {
      const applicant = await openNewCase(api());
      const file = photo(20_000);
      gate.loseNextAnswer();
      await upload(file, {
        endpoint: `${origin}/v1/uploads`,
        headers: authorization(applicant),
        metadata: { filename: 'photo.jpg', filetype: 'image/jpeg' },
      });
      const [document, ...others] = await listDocuments(api(), applicant);
      assert.deepEqual(others, []);
      await assertHandedIn(applicant, document?.id ?? '', file);
    });

    test('takes an upload back', async () => {
      const applicant = await openNewCase(api());
      const { path } = await announce(api(), applicant, photo(5000));
      await tusClient.Upload.terminate(origin + path, { headers: authorization(applicant) });
      assert.deepEqual(await listDocuments(api(), applicant), []);
    });
  });

  describe('Uppy', () => {
    /** Where browsers have a `Blob`, its tus client takes a `Buffer` under Node; of either, Uppy asks for the size. */
    const add = (uppy: Uppy, file: Buffer): string => {
      const data: unknown = Object.assign(file, { size: file.length });
      return uppy.addFile({ name: 'photo.jpg', type: 'image/jpeg', data: data as Blob });
    };

    test('goes on from an announced document with its uploadUrl', async () => {
      const applicant = await openNewCase(api());
      const file = photo(3 * MEBIBYTE);
      const { id, path } = await announce(api(), applicant, file);
      const uppy = new Uppy().use(UppyTus, {
        uploadUrl: origin + path,
        headers: authorization(applicant),
        chunkSize: MEBIBYTE,
      });
      add(uppy, file);
      const result = await uppy.upload();
      assert.equal(result?.successful?.length, 1);
      await assertHandedIn(applicant, id, file);
    });

    test('creates the upload by itself', async () => {
      const applicant = await openNewCase(api());
      const file = photo(MEBIBYTE);
      const uppy = new Uppy().use(UppyTus, {
        endpoint: `${origin}/v1/uploads`,
        headers: authorization(applicant),
      });
      add(uppy, file);
      const result = await uppy.upload();
      assert.equal(result?.successful?.length, 1);
      const [document] = await listDocuments(api(), applicant);
      assert.equal(document?.fileName, 'photo.jpg');
      await assertHandedIn(applicant, document.id, file);
    });
  });
});
