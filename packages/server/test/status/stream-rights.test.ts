// The rights of open streams are looked at together, once a second; who comes meanwhile is no part of that look.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/db/database.ts';
import { append, createCase, openCase, RECEIVED } from '../fixtures/cases.ts';
import { follow } from '../fixtures/follow.ts';
import { useApi, useSocket } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const gate = createSlowGate();
  const api = useApi(async () => gate.slow(await openDatabase()));
  const socket = useSocket(api);

  async function openOne() {
    const created = await createCase(api());
    return { id: created.id, token: (await openCase(api(), created)).token };
  }

  test('a stream that opens while the rights of the others are being looked at stays open', async () => {
    const [early, late] = [await openOne(), await openOne()];
    const first = await follow(socket().url, early.token);
    // Nobody calls: whatever comes to the gate next is the look at the rights.
    const look = await gate.holdNext();
    const second = await follow(socket().url, late.token);
    await second.next('heartbeat');
    look.release();
    await append(api(), late.id, RECEIVED);
    assert.equal((await second.next('status')).id, '2');
    await append(api(), early.id, RECEIVED);
    assert.equal((await first.next('status')).id, '2');
    first.cut();
    second.cut();
  });

  test('it stays open, too, when their rights could not be looked at', async () => {
    const [early, late] = [await openOne(), await openOne()];
    const first = await follow(socket().url, early.token);
    const look = await gate.holdNext();
    const second = await follow(socket().url, late.token);
    await second.next('heartbeat');
    look.fail();
    await first.ended();
    await append(api(), late.id, RECEIVED);
    assert.equal((await second.next('status')).id, '2');
    second.cut();
  });
});

interface HeldLook {
  /** Lets it have its answer. */
  release(): void;
  /** Has it end as if the database had gone. */
  fail(): void;
}

/** A way to the database on which an answer from the gate can be held up. */
function createSlowGate() {
  let arrived: ((look: HeldLook) => void) | undefined;
  return {
    /** Resolves when the next transaction at the gate is done and waits for its answer. */
    holdNext: () => new Promise<HeldLook>((resolve) => (arrived = resolve)),
    slow: (database: Database): Database => ({
      ...database,
      async atGate(work) {
        const tell = arrived;
        arrived = undefined;
        const result = await database.atGate(work);
        if (tell) {
          await new Promise<void>((resolve, reject) =>
            tell({ release: resolve, fail: () => reject(new Error('The database is gone.')) }),
          );
        }
        return result;
      },
    }),
  };
}
