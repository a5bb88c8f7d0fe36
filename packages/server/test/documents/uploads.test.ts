// A file goes from a person's phone to the desk: announced, sent in pieces, put together, looked at.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { finishPending } from '../../src/documents/finish.ts';
import {
  announce,
  blobsOf,
  offsetOf,
  openNewCase,
  patch,
  photo,
  readDocument,
  readOriginal,
  sha256,
  tus,
} from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { onEachPlace } from '../fixtures/use-api.ts';

const MEBIBYTE = 1024 * 1024;

/** Made by hand from what the contract says. */
function fingerprint(file: Buffer): string {
  const pieces = [0, 8].map((start) => file.subarray(start * MEBIBYTE, (start + 8) * MEBIBYTE));
  return sha256(Buffer.concat(pieces.map((piece) => Buffer.from(sha256(piece), 'hex'))));
}

onEachPlace(({ api }) => {
  test('a file in three pieces arrives whole, and what only the way needed is gone', async () => {
    const applicant = await openNewCase(api());
    const file = photo(100_000);
    const { id, path, uploadUrl } = await announce(api(), applicant, file);
    assert.equal(uploadUrl, `http://api.test${path}`);
    assert.equal(await offsetOf(api(), applicant, path), 0);
    for (const [from, to] of [
      [0, 40_000],
      [40_000, 99_999],
    ] as const) {
      const { status, headers } = await patch(api(), applicant, path, from, file.subarray(from, to));
      assert.deepEqual([status, headers.get('upload-offset')], [204, String(to)]);
      assert.ok(Date.parse(headers.get('upload-expires') ?? '') > api().now());
    }
    assert.equal((await readDocument(api(), applicant, id)).state, 'uploading');
    const last = await patch(api(), applicant, path, 99_999, file.subarray(99_999));
    assert.deepEqual([last.status, last.headers.get('upload-expires')], [204, null]);
    assert.equal((await readDocument(api(), applicant, id)).state, 'scanning');

    await finishPending(api().dependencies);
    const { state, uploadUrl: gone, verifications } = await readDocument(api(), applicant, id);
    assert.deepEqual([state, gone], ['received', undefined]);
    assert.ok(verifications.some(({ method, result }) => method === 'checksum' && result === 'pass'));
    assert.deepEqual(await readOriginal(api(), id), file);
  });

  test('a file that is not the one that was announced is asked for again', async () => {
    const applicant = await openNewCase(api());
    const { id, path } = await announce(api(), applicant, photo(5000));
    assert.equal((await patch(api(), applicant, path, 0, photo(5000))).status, 204);
    await finishPending(api().dependencies);
    const { state, reason } = await readDocument(api(), applicant, id);
    assert.deepEqual([state, reason], ['needs_better_copy', 'corrupt']);
  });

  describe('a large file, which is announced with its fingerprint', () => {
    const large = photo(9 * MEBIBYTE);
    const byFingerprint = { sha256: undefined, fingerprint: fingerprint(large) };

    test('arrives whole in pieces of any size, and has the digest that everybody makes of it', async () => {
      const applicant = await openNewCase(api());
      const { id, path } = await announce(api(), applicant, large, byFingerprint);
      for (const [from, to] of [
        [0, 5 * MEBIBYTE + 1],
        [5 * MEBIBYTE + 1, large.length],
      ] as const) {
        assert.equal((await patch(api(), applicant, path, from, large.subarray(from, to))).status, 204);
      }
      await finishPending(api().dependencies);
      const { sha256: digest, verifications } = await readDocument(api(), applicant, id);
      assert.equal(digest, sha256(large));
      assert.equal(verifications.find(({ method }) => method === 'checksum')?.result, 'pass');
    });

    test('is the same document when it is announced once more on its way', async () => {
      const applicant = await openNewCase(api());
      const { id, path } = await announce(api(), applicant, large, byFingerprint);
      await patch(api(), applicant, path, 0, large.subarray(0, MEBIBYTE));
      const again = await announce(api(), applicant, large, byFingerprint);
      assert.deepEqual(
        [again.id, again.offset, again.fingerprint],
        [id, MEBIBYTE, byFingerprint.fingerprint],
      );
      const other = await announce(api(), applicant, large, { ...byFingerprint, fingerprint: sha256(large) });
      assert.notEqual(other.id, id);
    });

    test('is asked for again when one byte is another', async () => {
      const applicant = await openNewCase(api());
      const { id, path } = await announce(api(), applicant, large, byFingerprint);
      const damaged = Buffer.from(large);
      damaged[5 * MEBIBYTE] = (damaged[5 * MEBIBYTE] ?? 0) ^ 1;
      await patch(api(), applicant, path, 0, damaged);
      await finishPending(api().dependencies);
      const { state, reason } = await readDocument(api(), applicant, id);
      assert.deepEqual([state, reason], ['needs_better_copy', 'corrupt']);
    });
  });

  test('taking it back leaves no byte and no name, and can be asked for twice', async () => {
    const applicant = await openNewCase(api());
    const { id, path } = await announce(api(), applicant, photo(5000), { fileName: 'passport.jpg' });
    await patch(api(), applicant, path, 0, photo(2000));
    assert.equal((await blobsOf(api(), id)).length, 1);
    for (let count = 0; count < 2; count += 1) {
      const { status } = await api().call('DELETE', `/v1/documents/${id}`, { token: applicant.token });
      assert.equal(status, 204);
    }
    assert.deepEqual(await blobsOf(api(), id), []);
    await assertProblem(await tus(api(), applicant, 'HEAD', path), 'upload-gone');
  });

  describe('another case', () => {
    test('finds nothing', async () => {
      const { path } = await announce(api(), await openNewCase(api()), photo(5000));
      const other = await openNewCase(api());
      for (const method of ['HEAD', 'DELETE']) {
        await assertProblem(await tus(api(), other, method, path), 'not-found');
      }
      await assertProblem(await patch(api(), other, path, 0, photo(5)), 'not-found');
    });
  });
});
