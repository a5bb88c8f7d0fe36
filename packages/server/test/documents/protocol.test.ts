// tus 1.0 as its specification has it, and every way to use it wrongly.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { MAX_DOCUMENT_BYTES } from '@lintas/contract';
import { finishPending } from '../../src/documents/finish.ts';
import { ORIGIN } from '../fixtures/api.ts';
import {
  announce,
  blobsOf,
  handIn,
  listDocuments,
  offsetOf,
  openNewCase,
  patch,
  photo,
  readDocument,
  sha256,
  tus,
  type Applicant,
} from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { onEachPlace } from '../fixtures/use-api.ts';

onEachPlace(({ api }) => {
  const create = (applicant: Applicant, headers: Record<string, string>, body?: Buffer<ArrayBuffer>) =>
    tus(api(), applicant, 'POST', '/v1/uploads', { headers, ...(body && { body }) });

  /** What a standard client says of a file. */
  const saying = (values: Record<string, string>): string =>
    Object.entries(values)
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join(',');
  const jpeg = { filename: 'photo.jpg', filetype: 'image/jpeg' };

  describe('OPTIONS', () => {
    test('tells which version and extensions there are', async () => {
      const { status, headers } = await api().call('OPTIONS', '/v1/uploads');
      assert.equal(status, 204);
      assert.equal(headers.get('tus-version'), '1.0.0');
      assert.equal(
        headers.get('tus-extension'),
        'creation,creation-with-upload,expiration,checksum,termination',
      );
      assert.equal(headers.get('tus-max-size'), String(MAX_DOCUMENT_BYTES));
      assert.equal(headers.get('tus-checksum-algorithm'), 'sha256');
    });
  });

  describe('every call', () => {
    test('in another version of the protocol is refused, and told which one is spoken', async () => {
      const applicant = await openNewCase(api());
      const { path } = await announce(api(), applicant, photo(500));
      for (const [method, where] of [
        ['POST', '/v1/uploads'],
        ['HEAD', path],
        ['PATCH', path],
        ['DELETE', path],
      ] as const) {
        const response = await tus(api(), applicant, method, where, {
          headers: { 'Tus-Resumable': '0.2.2' },
        });
        assert.equal(response.headers.get('tus-version'), '1.0.0');
        await assertProblem(response, 'tus-version');
      }
    });

    test('of a page says which page may read its answer', async () => {
      const applicant = await openNewCase(api());
      const { path } = await announce(api(), applicant, photo(500));
      const { headers } = await tus(api(), applicant, 'HEAD', path, { headers: { Origin: ORIGIN } });
      assert.equal(headers.get('access-control-allow-origin'), ORIGIN);
      for (const name of ['Upload-Offset', 'Upload-Length', 'Upload-Expires', 'Location', 'Tus-Resumable']) {
        assert.ok(headers.get('access-control-expose-headers')?.includes(name), name);
      }
    });
  });

  describe('PATCH', () => {
    test('from another offset changes nothing and says where the upload stands', async () => {
      const applicant = await openNewCase(api());
      const file = photo(500);
      const { path } = await announce(api(), applicant, file);
      await patch(api(), applicant, path, 0, file.subarray(0, 100));
      for (const offset of [0, 99, 101, 500, 501]) {
        const response = await patch(api(), applicant, path, offset, file.subarray(0, 10));
        assert.equal(response.headers.get('upload-offset'), '100');
        await assertProblem(response, 'offset-mismatch');
      }
      for (const offset of ['', '-1', '1e2', 'NaN', '0x0', ' ', '1'.repeat(30)]) {
        const response = await patch(api(), applicant, path, 0, file, { 'Upload-Offset': offset });
        await assertProblem(response, 'invalid-request');
      }
      assert.equal(await offsetOf(api(), applicant, path), 100);
    });

    test('of another media type is refused', async () => {
      const applicant = await openNewCase(api());
      const { path } = await announce(api(), applicant, photo(500));
      for (const type of ['application/octet-stream', 'image/jpeg']) {
        const response = await patch(api(), applicant, path, 0, photo(10), { 'Content-Type': type });
        await assertProblem(response, 'unsupported-media-type');
      }
    });

    test('with more than is missing loses nothing, whether it says so or not', async () => {
      const applicant = await openNewCase(api());
      const file = photo(500);
      const { path } = await announce(api(), applicant, file);
      await patch(api(), applicant, path, 0, file.subarray(0, 400));
      const tooMuch = Buffer.concat([file.subarray(400), Buffer.from('x')]);
      await assertProblem(await patch(api(), applicant, path, 400, tooMuch), 'body-too-large');
      const unsaid = new Blob([tooMuch.subarray(0, 60), tooMuch.subarray(60)]).stream();
      await assertProblem(await patch(api(), applicant, path, 400, unsaid), 'body-too-large');
      assert.equal(await offsetOf(api(), applicant, path), 400);
      assert.equal((await patch(api(), applicant, path, 400, file.subarray(400))).status, 204);
    });

    test('with a checksum that does not match keeps nothing of it; with one that does, everything', async () => {
      const applicant = await openNewCase(api());
      const file = photo(5000);
      const { id, path } = await announce(api(), applicant, file);
      const sum = (bytes: Uint8Array) => `sha256 ${createHash('sha256').update(bytes).digest('base64')}`;
      const wrong = await patch(api(), applicant, path, 0, file, { 'Upload-Checksum': sum(photo(9)) });
      assert.equal(wrong.status, 460);
      await assertProblem(wrong, 'checksum-mismatch');
      assert.equal(await offsetOf(api(), applicant, path), 0);
      assert.deepEqual(await blobsOf(api(), id), []);
      for (const bad of ['sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=', 'sha256 x', 'sha256', '']) {
        const response = await patch(api(), applicant, path, 0, file, { 'Upload-Checksum': bad });
        await assertProblem(response, 'invalid-request');
      }
      const right = await patch(api(), applicant, path, 0, file, { 'Upload-Checksum': sum(file) });
      assert.deepEqual([right.status, right.headers.get('upload-offset')], [204, '5000']);
    });

    test('without a body changes nothing, before the end and after it', async () => {
      const applicant = await openNewCase(api());
      const file = photo(500);
      const { id, path } = await announce(api(), applicant, file);
      assert.equal((await patch(api(), applicant, path, 0, photo(0))).status, 204);
      assert.equal((await readDocument(api(), applicant, id)).state, 'queued');
      await patch(api(), applicant, path, 0, file);
      for (const state of ['scanning', 'received']) {
        const { status, headers } = await patch(api(), applicant, path, 500, photo(0));
        assert.deepEqual([status, headers.get('upload-offset')], [204, '500']);
        assert.equal((await readDocument(api(), applicant, id)).state, state);
        await assertProblem(await patch(api(), applicant, path, 500, photo(1)), 'body-too-large');
        await finishPending(api().dependencies);
      }
    });
  });

  describe('creation', () => {
    test('makes a document that goes the same way, of what a standard client says of it', async () => {
      const applicant = await openNewCase(api());
      const file = photo(700);
      const { status, headers } = await create(applicant, {
        'Upload-Length': '700',
        'Upload-Metadata': saying({ ...jpeg, sha256: sha256(file) }),
      });
      assert.deepEqual([status, headers.get('upload-offset')], [201, '0']);
      const location = new URL(headers.get('location') ?? '');
      assert.equal(location.origin, 'http://api.test');
      assert.equal((await patch(api(), applicant, location.pathname, 0, file)).status, 204);
      await finishPending(api().dependencies);
      const [document] = await listDocuments(api(), applicant);
      assert.deepEqual(
        [document?.kind, document?.fileName, document?.mediaType, document?.state],
        ['other', 'photo.jpg', 'image/jpeg', 'received'],
      );
    });

    test('with the bytes in the same request needs no second one', async () => {
      const applicant = await openNewCase(api());
      const file = photo(700);
      const { status, headers } = await create(
        applicant,
        { 'Upload-Length': '700', 'Upload-Metadata': saying(jpeg) },
        file,
      );
      assert.deepEqual([status, headers.get('upload-offset')], [201, '700']);
      await finishPending(api().dependencies);
      const [document] = await listDocuments(api(), applicant);
      assert.deepEqual([document?.state, document?.sha256], ['received', sha256(file)]);
    });

    test('whose answer was lost makes no second document, by its key or by the hash of the file', async () => {
      for (const headers of [
        { 'Idempotency-Key': 'once', 'Upload-Metadata': saying(jpeg) },
        { 'Upload-Metadata': saying({ ...jpeg, sha256: 'ab'.repeat(32) }) },
      ]) {
        const applicant = await openNewCase(api());
        const send = () => create(applicant, { 'Upload-Length': '700', ...headers }, photo(300));
        const answers = await Promise.all([send(), send(), send()]);
        // Sent at the same time, their bytes meet as well: one is first.
        assert.ok(answers.every(({ status }) => [201, 423].includes(status)));
        const again = await send();
        assert.deepEqual([again.status, again.headers.get('upload-offset')], [201, '300']);
        assert.equal((await listDocuments(api(), applicant)).length, 1);
      }
    });

    test('that says nothing of its own is the same again for a minute, until bytes are there', async () => {
      const applicant = await openNewCase(api());
      const send = async (metadata: Record<string, string>, of = applicant) => {
        const headers = { 'Upload-Length': '700', 'Upload-Metadata': saying(metadata) };
        return (await create(of, headers)).headers.get('location') ?? '';
      };
      const first = await send(jpeg);
      assert.equal(await send(jpeg), first);
      assert.equal(await send(jpeg, { ...applicant, token: await applicant.reopen() }), first);
      for (const other of [
        { ...jpeg, filename: 'other.jpg' },
        { ...jpeg, kind: 'passport' },
        { filetype: 'image/jpeg' },
      ]) {
        assert.notEqual(await send(other), first);
      }
      assert.notEqual(await send({ filetype: 'image/jpeg' }), await send({ filetype: 'image/jpeg' }));
      await patch(api(), applicant, new URL(first).pathname, 0, photo(10));
      const second = await send(jpeg);
      assert.notEqual(second, first);
      api().pass(60_001);
      assert.notEqual(await send(jpeg), second);
    });

    test('of what is not taken says why', async () => {
      const applicant = await openNewCase(api());
      const refused: [Record<string, string>, string][] = [
        [
          { 'Upload-Length': '700', 'Upload-Metadata': saying({ filetype: 'text/html' }) },
          'type_not_supported',
        ],
        [{ 'Upload-Length': '0', 'Upload-Metadata': saying(jpeg) }, 'empty'],
        [{ 'Upload-Length': String(100 * 1024 ** 2), 'Upload-Metadata': saying(jpeg) }, 'too_large'],
      ];
      for (const [headers, reason] of refused) {
        const problem = await assertProblem(await create(applicant, headers), 'file-not-taken');
        assert.equal(problem.reason, reason);
      }
      const tooLarge = { 'Upload-Length': String(MAX_DOCUMENT_BYTES + 1), 'Upload-Metadata': saying(jpeg) };
      await assertProblem(await create(applicant, tooLarge), 'body-too-large');
      assert.deepEqual(await listDocuments(api(), applicant), []);
    });

    test('that is not well formed is refused, and nothing of it repeated', async () => {
      const applicant = await openNewCase(api());
      const jpegType = Buffer.from('image/jpeg').toString('base64');
      const canary = Buffer.from('CANARY-NAME').toString('base64');
      for (const headers of [
        {},
        { 'Upload-Length': 'x' },
        { 'Upload-Length': '-5' },
        { 'Upload-Defer-Length': '1' },
        ...[
          `filename ${canary},filename ${canary}`,
          `file name ${canary}`,
          'filename %%%',
          `CANARY-KEY ${canary}`,
          `filename ${Buffer.from([0xff, 0xfe]).toString('base64')}`,
          `filename ${Buffer.from('a\nb').toString('base64')}`,
          `replaces ${canary}`,
          `kind ${canary}`,
        ].map((metadata) => ({
          'Upload-Length': '5',
          'Upload-Metadata': `filetype ${jpegType},${metadata}`,
        })),
      ] as Record<string, string>[]) {
        const response = await create(applicant, headers);
        assert.ok(!(await response.clone().text()).includes('CANARY'));
        await assertProblem(response, 'invalid-request');
      }
    });
  });

  describe('termination', () => {
    test('of an unfinished and of a finished upload leaves nothing', async () => {
      const applicant = await openNewCase(api());
      const file = photo(5000);
      const unfinished = await announce(api(), applicant, file);
      await patch(api(), applicant, unfinished.path, 0, file.subarray(0, 3000));
      const finished = await handIn(api(), applicant, photo(500));
      for (const { id } of [unfinished, finished]) {
        assert.notDeepEqual(await blobsOf(api(), id), []);
        const path = `/v1/uploads/${id}`;
        assert.equal((await tus(api(), applicant, 'DELETE', path)).status, 204);
        assert.deepEqual(await blobsOf(api(), id), []);
        for (const method of ['HEAD', 'DELETE']) {
          await assertProblem(await tus(api(), applicant, method, path), 'upload-gone');
        }
        await assertProblem(await patch(api(), applicant, path, 0, file), 'upload-gone');
      }
      assert.deepEqual(await listDocuments(api(), applicant), []);
    });
  });
});
