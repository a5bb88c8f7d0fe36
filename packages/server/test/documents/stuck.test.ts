// One document that cannot be cleaned up, such as a file under a legal hold, is in nobody's way, and is tried again later.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { StorageUnavailable, type BlobStore } from '../../src/blobs/blob-store.ts';
import { expireUploads, sweepBlobs, sweepErased } from '../../src/documents/expire.ts';
import {
  announce,
  blobsOf,
  openNewCase,
  patch,
  photo,
  readDocument,
  type ReturningApplicant,
} from '../fixtures/documents.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** As many as are cleaned up at a time. */
const BATCH = 100;

onEachDatabase((open) => {
  const api = useApi(open);

  /** Uploads that were begun one after the other, and stand still since; the first is due first. */
  async function begin(): Promise<{ readonly who: ReturningApplicant; readonly ids: readonly string[] }> {
    const who = await openNewCase(api());
    const ids: string[] = [];
    for (const file of [photo(5000), photo(5001), photo(5002)]) {
      const { id, path } = await announce(api(), who, file);
      assert.equal((await patch(api(), who, path, 0, file.subarray(0, 1000))).status, 204);
      ids.push(id);
      api().pass(1000);
    }
    api().pass(25 * HOUR);
    return { who, ids };
  }

  /** A store that refuses to erase what it has of some documents. */
  function refusing(isRefused: (key: string) => boolean): BlobStore {
    const { blobs } = api().dependencies;
    return {
      ...blobs,
      deleteAll: (key, except) =>
        isRefused(key)
          ? Promise.reject(new StorageUnavailable('It is refused.', 'AccessDenied'))
          : blobs.deleteAll(key, except),
    };
  }

  const left = async (ids: readonly string[]): Promise<readonly number[]> =>
    (await Promise.all(ids.map((id) => blobsOf(api(), id)))).map(({ length }) => length);

  const failures = (): readonly (string | undefined)[] =>
    api()
      .log.splice(0)
      .filter(({ level }) => level === 'error')
      .map(({ error }) => error);

  test('bytes that the store does not erase keep no others from being erased', async () => {
    const { ids } = await begin();
    const [stuck = ''] = ids;
    await expireUploads(api().dependencies);
    failures();
    const sweep = (blobs: BlobStore) => sweepBlobs({ ...api().dependencies, blobs });
    const isStuck = (key: string): boolean => key.includes(stuck);
    await sweep(refusing(isStuck));
    assert.deepEqual(await left(ids), [1, 0, 0]);
    assert.deepEqual(failures(), ['StorageUnavailable AccessDenied']);

    // It is not asked for all the time, and not forgotten either.
    await sweep(refusing(isStuck));
    assert.deepEqual(failures(), []);
    api().pass(10 * MINUTE);
    await sweep(refusing(isStuck));
    assert.equal(failures().length, 1);
    api().pass(10 * MINUTE);
    await sweep(api().dependencies.blobs);
    assert.deepEqual(await left(ids), [0, 0, 0]);
  });

  test('bytes of an erased case that the store does not erase keep no others from being erased', async () => {
    const now = new Date(api().now());
    const ids = Array.from({ length: BATCH + 1 }, (_, index) => `erased-${String(index).padStart(3, '0')}`);
    const last = ids.at(-1) ?? '';
    await api().database.asOwner((transaction) =>
      transaction
        .insertInto('erased_documents')
        .values(
          ids.map((id, index) => ({
            document_id: id,
            erased_at: now,
            sweep_at: new Date(now.getTime() - ids.length + index),
          })),
        )
        .execute(),
    );
    await api().dependencies.blobs.put(`segments/${last}/a`, bytes());
    // All that are looked at first, so that nobody's turn comes after them.
    await sweepErased({ ...api().dependencies, blobs: refusing((key) => !key.includes(last)) });
    assert.deepEqual(await left([last]), [0]);
    assert.equal(failures().length, BATCH);
    for (const pass of [10 * MINUTE, HOUR]) {
      api().pass(pass);
      await sweepErased(api().dependencies);
    }
    const rows = await api().database.asOwner((transaction) =>
      transaction.selectFrom('erased_documents').selectAll().execute(),
    );
    assert.deepEqual(rows, []);
  });

  test('an upload that cannot be given up keeps no others from being given up', async () => {
    const { who, ids } = await begin();
    const [stuck = ''] = ids;
    const alter = (change: string): Promise<unknown> =>
      api().database.asOwner((transaction) =>
        sql.raw(`alter table documents ${change}`).execute(transaction),
      );
    await alter(`add constraint stuck check (id <> '${stuck}' or state <> 'expired')`);
    await expireUploads(api().dependencies);
    assert.equal(failures().length, 1);
    await alter('drop constraint stuck');
    const states = async (): Promise<readonly string[]> => {
      const later = { applicationId: who.applicationId, token: await who.reopen() };
      const documents = await Promise.all(ids.map((id) => readDocument(api(), later, id)));
      return documents.map(({ state }) => state);
    };
    assert.deepEqual(await states(), ['uploading', 'expired', 'expired']);
    api().pass(10 * MINUTE);
    await expireUploads(api().dependencies);
    assert.deepEqual(await states(), ['expired', 'expired', 'expired']);
  });
});

async function* bytes(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new Uint8Array(10);
}
