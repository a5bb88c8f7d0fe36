// Files that come one close after the other are looked into when all are there; but nobody waits without end for those
// of others.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startDocumentWorker } from '../../src/documents/worker.ts';
import { announce, openNewCase, patch, photo, readDocument } from '../fixtures/documents.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const OFTEN_MS = 5;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  test('files that keep coming do not keep one from being checked', { timeout: 120_000 }, async () => {
    const applicant = await openNewCase(api());
    await using _worker = startWorkerThatIsAlwaysWoken();
    const file = photo(3000);
    const { id, path } = await announce(api(), applicant, file);
    await patch(api(), applicant, path, 0, file);
    while ((await readDocument(api(), applicant, id)).state === 'scanning') await wait(OFTEN_MS);
    assert.equal((await readDocument(api(), applicant, id)).state, 'received');
  });

  /** As if files came without a pause. */
  function startWorkerThatIsAlwaysWoken(): AsyncDisposable {
    let timer: NodeJS.Timeout | undefined;
    const bus = {
      ...api().dependencies.bus,
      subscribe(_topic: string, listener: () => void) {
        timer = setInterval(listener, OFTEN_MS);
        return () => clearInterval(timer);
      },
    };
    return { [Symbol.asyncDispose]: startDocumentWorker({ ...api().dependencies, bus }) };
  }
});
