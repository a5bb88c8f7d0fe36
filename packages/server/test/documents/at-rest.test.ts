// Whoever has the disk, the bucket or a backup of it has noise: no paper can be read there, and none is taken for
// another.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { finishPending } from '../../src/documents/finish.ts';
import { findDocument } from '../../src/documents/store.ts';
import { createCase, openCase } from '../fixtures/cases.ts';
import {
  announce,
  blobsOf,
  handIn,
  openNewCase,
  originalKey,
  patch,
  photo,
  readDocument,
  readStored,
} from '../fixtures/documents.ts';
import { onEachPlace, useSocket } from '../fixtures/use-api.ts';

/** As long a part as no two files have by chance. */
const PART = 32;
/** Sealed in more than one piece. */
const LARGE = 700_000;

onEachPlace(({ api, store }) => {
  const socket = useSocket(api);

  const keyShareOf = async (id: string) => {
    const row = await api().database.asOwner((transaction) => findDocument(transaction, id));
    return row?.key_share;
  };

  async function assertNowhere(id: string, file: Buffer): Promise<void> {
    const keys = await blobsOf(api(), id);
    assert.ok(keys.length > 0);
    for (const key of keys) {
      const blob = await readStored(api(), key);
      for (let at = 0; at + PART <= file.length; at += Math.floor(file.length / 10)) {
        assert.ok(!blob.includes(file.subarray(at, at + PART)), `${key} at ${at}`);
      }
      // Not even what every picture begins with.
      assert.notEqual(blob.subarray(0, 2).toString('hex'), 'ffd8');
    }
  }

  async function sendPart(id: string, token: string, file: Buffer<ArrayBuffer>, from: number, to: number) {
    const response = await patch(api(), { token }, `/v1/uploads/${id}`, from, file.subarray(from, to));
    assert.equal(response.status, 204, await response.clone().text());
  }

  test('nothing of a paper is to be read there: while it comes, when it is whole, in its copy', async () => {
    const applicant = await openNewCase(api());
    const file = photo(LARGE);
    const { id } = await announce(api(), applicant, file);
    await sendPart(id, applicant.token, file, 0, 300_000);
    await assertNowhere(id, file);
    await sendPart(id, applicant.token, file, 300_000, LARGE);
    await finishPending(api().dependencies);
    assert.equal((await readDocument(api(), applicant, id)).state, 'received');
    for (const key of [await originalKey(api(), id), `copies/${id}`]) {
      assert.ok((await blobsOf(api(), id)).includes(key));
    }
    await assertNowhere(id, file);
  });

  test('who may have it gets it byte by byte', async () => {
    const { file, fetchOriginal } = await handedIn();
    assert.ok(Buffer.from(await (await fetchOriginal()).arrayBuffer()).equals(file));
  });

  test('whoever can write there cannot put one paper in place of another, or change or shorten one', async () => {
    const { id, file, fetchOriginal } = await handedIn();
    const other = await handedIn();
    const key = await originalKey(api(), id);
    const sealed = await readStored(api(), key);
    const flipped = Buffer.from(sealed);
    flipped.writeUInt8(flipped.readUInt8(LARGE / 2) ^ 1, LARGE / 2);
    for (const [what, bytes] of [
      ['of another document', await readStored(api(), await originalKey(api(), other.id))],
      ['its own copy', await readStored(api(), `copies/${id}`)],
      ['not sealed', file],
      ['changed', flipped],
      ['shortened', sealed.subarray(0, -1)],
      ['longer', Buffer.concat([sealed, sealed.subarray(0, 1)])],
      ['empty', sealed.subarray(0, 0)],
    ] as const) {
      await store().blobs.put(key, new Blob([new Uint8Array(bytes)]).stream());
      await assert.rejects(async () => (await fetchOriginal()).arrayBuffer(), what);
    }
    await store().blobs.put(key, new Blob([new Uint8Array(sealed)]).stream());
    assert.ok(Buffer.from(await (await fetchOriginal()).arrayBuffer()).equals(file));
  });

  test('a paper that is not what was sent any more is not checked, and the log says why', async () => {
    const applicant = await openNewCase(api());
    const file = photo(5000);
    const { id } = await announce(api(), applicant, file);
    await sendPart(id, applicant.token, file, 0, file.length);
    const [segment = ''] = await blobsOf(api(), id);
    await store().blobs.put(segment, new Blob([new Uint8Array(file)]).stream());
    await finishPending(api().dependencies);
    assert.equal((await readDocument(api(), applicant, id)).state, 'scanning');
    assert.ok(api().log.some(({ error }) => error === 'StorageUnavailable CHANGED'));
  });

  test('what its key is made of goes with a paper that is taken back: no copy of the store can be opened', async () => {
    const { id, token } = await handedIn();
    assert.equal((await keyShareOf(id))?.length, 32);
    const response = await api().call('DELETE', `/v1/documents/${id}`, { token });
    assert.equal(response.status, 204);
    assert.equal(await keyShareOf(id), null);
  });

  test('papers from before anything was sealed are still there', async () => {
    const applicant = await openNewCase(api());
    const file = photo(5000);
    const { id } = await announce(api(), applicant, file);
    await api().database.asOwner((transaction) =>
      transaction.updateTable('documents').set({ key_share: null }).where('id', '=', id).execute(),
    );
    await sendPart(id, applicant.token, file, 0, file.length);
    await finishPending(api().dependencies);
    assert.ok((await readStored(api(), await originalKey(api(), id))).equals(file));
    const response = await api().call('GET', `/v1/verifications/${id}/original`, { token: api().secretKey });
    assert.ok(Buffer.from(await response.arrayBuffer()).equals(file));
  });

  test('a download that cannot go on is cut off: nobody takes a part for the whole, and the log says why', async () => {
    const { id } = await handedIn();
    const key = await originalKey(api(), id);
    const sealed = await readStored(api(), key);
    await store().blobs.put(key, new Blob([new Uint8Array(sealed.subarray(0, -1))]).stream());
    const errors = mock.method(console, 'error', () => {});
    const response = await fetch(`${socket().url}/v1/verifications/${id}/original`, {
      headers: { Authorization: `Bearer ${api().secretKey}` },
    });
    assert.equal(response.status, 200);
    await assert.rejects(response.arrayBuffer());
    assert.ok(
      api().log.some(
        ({ message, error }) =>
          message === 'a file could not be sent' && error === 'StorageUnavailable CHANGED',
      ),
    );
    assert.equal(errors.mock.callCount(), 0, 'said where nobody decides what may be said');
    errors.mock.restore();
  });

  /** A paper that was handed in, and how the authority fetches it. */
  async function handedIn() {
    const created = await createCase(api());
    const { token } = await openCase(api(), created);
    const file = photo(LARGE);
    const { id } = await handIn(api(), { applicationId: created.id, token }, file);
    const fetchOriginal = () =>
      api().call('GET', `/v1/verifications/${id}/original`, { token: api().secretKey });
    return { id, token, file, fetchOriginal };
  }
});
