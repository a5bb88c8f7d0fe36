// One person's many files hold up nobody else's: cases take turns.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishPending } from '../../../src/documents/finish.ts';
import type { Inspection, Inspector } from '../../../src/documents/checks/inspection.ts';
import { announce, openNewCase, patch, photo } from '../../fixtures/documents.ts';
import { useApi } from '../../fixtures/use-api.ts';
import { onEachDatabase } from '../../support/databases.ts';

const UNUSABLE: Inspection = { findings: [{ method: 'format', result: 'fail', reason: 'corrupt' }] };

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  /** Sends files of a new case, which shows in their length. */
  async function send(length: number, count: number): Promise<void> {
    const sender = await openNewCase(api());
    for (let index = 0; index < count; index += 1) {
      const file = photo(length);
      const { path } = await announce(api(), sender, file);
      assert.equal((await patch(api(), sender, path, 0, file)).status, 204);
    }
  }

  /** Finishes what waits, as a process of its own. Answers the lengths of the files in the order of their turns. */
  async function finish(during: (length: number) => Promise<void> = async () => {}): Promise<number[]> {
    const turns: number[] = [];
    const inspector: Inspector = {
      async inspect(file) {
        let length = 0;
        for await (const chunk of file) length += chunk.length;
        turns.push(length);
        await during(length);
        return UNUSABLE;
      },
    };
    await finishPending({ ...api().dependencies, inspector });
    return turns;
  }

  test('a paper is looked into next, although a hundred of another case have waited longer', async () => {
    await send(1000, 100);
    await send(2000, 1);
    const turns = await finish();
    assert.equal(turns.length, 101);
    assert.ok(turns.indexOf(2000) <= 1);
  });

  test('a paper is looked into after one of each case before it, however many cases send many', async () => {
    for (const length of [1000, 1001, 1002]) await send(length, 5);
    let sent: Promise<void> | undefined;
    const turns = await finish(() => (sent ??= send(2000, 1)));
    assert.deepEqual(new Set(turns.slice(0, 4)), new Set([1000, 1001, 1002, 2000]));
    assert.deepEqual(new Set(turns.slice(4, 7)), new Set([1000, 1001, 1002]));
  });

  test('while a file of a case is looked into, another process is free for other cases', async () => {
    await send(1000, 5);
    let other: number[] | undefined;
    const turns = await finish(async () => {
      if (other) return;
      await send(2000, 1);
      other = await finish();
    });
    assert.deepEqual(other, [2000]);
    assert.deepEqual(turns, [1000, 1000, 1000, 1000, 1000]);
  });
});
