// A server that is told to stop finishes what it has begun, and leaves the documents that wait to others.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dependencies } from '../../src/dependencies.ts';
import { startDocumentWorker } from '../../src/documents/worker.ts';
import { announce, handIn, openNewCase, patch, photo, readDocument } from '../fixtures/documents.ts';
import { onEachPlace } from '../fixtures/use-api.ts';

onEachPlace(({ api }) => {
  test('a server that stops finishes one document and lets the others wait', async () => {
    const { dependencies } = api();
    const applicants = await Promise.all([1, 2, 3].map(() => openNewCase(api())));
    const waiting = await Promise.all(
      applicants.map(async (applicant) => {
        const file = photo(3000);
        const { id, path } = await announce(api(), applicant, file);
        await patch(api(), applicant, path, 0, file);
        return { applicant, id };
      }),
    );
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const inspector: Dependencies['inspector'] = {
      async inspect(...given) {
        begin();
        await held;
        return dependencies.inspector.inspect(...given);
      },
    };
    const stop = startDocumentWorker({ ...dependencies, inspector });
    await begun;
    const stopped = stop();
    goOn();
    await stopped;
    const states = await Promise.all(
      waiting.map(async ({ applicant, id }) => (await readDocument(api(), applicant, id)).state),
    );
    assert.deepEqual(states.sort(), ['received', 'scanning', 'scanning']);
    // Another server goes on with them.
    const [last] = applicants;
    assert.ok(last);
    await handIn(api(), last, photo(2000));
    for (const { applicant, id } of waiting)
      assert.equal((await readDocument(api(), applicant, id)).state, 'received');
  });
});
