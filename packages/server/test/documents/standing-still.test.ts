// A process can stand still for so long (a machine that is moved, a disk that hangs) that another one finishes a document
// instead of it. When it goes on it takes nothing away.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dependencies } from '../../src/dependencies.ts';
import { finishPending } from '../../src/documents/finish.ts';
import {
  announce,
  blobsOf,
  openNewCase,
  patch,
  photo,
  readDocument,
  readOriginal,
} from '../fixtures/documents.ts';
import { onEachPlace } from '../fixtures/use-api.ts';

const HOUR = 3_600_000;

onEachPlace(({ api, store }) => {
  test('a process that stood still while it put the file together takes nothing away', async () => {
    const { blobs } = store();
    await standStill((gate) => ({
      blobs: {
        ...blobs,
        get: async (key) => withEnd(await blobs.get(key), gate),
      },
    }));
  });

  test('a process that stood still while it looked into the file takes nothing away', async () => {
    const { inspector } = api().dependencies;
    await standStill((gate) => ({
      inspector: {
        async inspect(...given) {
          const inspection = await inspector.inspect(...given);
          await gate();
          return inspection;
        },
      },
    }));
  });

  async function standStill(slowed: (gate: () => Promise<void>) => Partial<Dependencies>): Promise<void> {
    const { dependencies } = api();
    for (const pieces of [[3000], [2000, 1000]]) {
      const applicant = await openNewCase(api());
      const file = photo(3000);
      const { id, path } = await announce(api(), applicant, file);
      let offset = 0;
      for (const length of pieces) {
        await patch(api(), applicant, path, offset, file.subarray(offset, offset + length));
        offset += length;
      }
      let slow: Promise<void> = Promise.resolve();
      let goOn = (): void => {};
      const held = new Promise<void>((resolve) => (goOn = resolve));
      const standing = new Promise<void>((stands) => {
        const gate = (): Promise<void> => (stands(), held);
        slow = finishPending({ ...dependencies, ...slowed(gate) });
      });
      await standing;
      // Nobody renews the lease of a process that stands still.
      api().pass(HOUR);
      await finishPending(dependencies);
      assert.equal(
        (await readDocument(api(), { ...applicant, token: await applicant.reopen() }, id)).state,
        'received',
      );
      const before = await blobsOf(api(), id);
      goOn();
      await slow;
      assert.deepEqual(await blobsOf(api(), id), before);
      assert.ok((await readOriginal(api(), id)).equals(file));
      assert.ok(before.includes(`copies/${id}`));
    }
  }
});

/** The same bytes, with a gate before their end. */
async function* withEnd(
  bytes: AsyncIterable<Uint8Array>,
  gate: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  yield* bytes;
  await gate();
}
