// Whoever watches a topic is woken once a change of it is committed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { openBus } from '../../src/bus/open.ts';
import type { Bus, Database } from '../../src/db/database.ts';
import { onEachDatabase } from '../support/databases.ts';
import { NOW } from '../support/rows.ts';
import { nextWakeUp } from './wake-up.ts';

onEachDatabase((open) => {
  let database: Database;
  let bus: Bus;

  before(async () => {
    database = await open();
    // In process on both engines; between processes see processes.test.ts.
    bus = await openBus(database);
  });

  after(() => bus.close());

  const announce = (topic: string): Promise<unknown> =>
    database.inTenant('one', (transaction) =>
      transaction.insertInto('outbox').values({ topic, created_at: NOW }).execute(),
    );

  /** A row goes with the commit after its wake-up. */
  async function nothingStays(): Promise<void> {
    const latest = performance.now() + 10_000;
    for (;;) {
      const left = await database.asOwner((transaction) =>
        transaction.selectFrom('outbox').selectAll().execute(),
      );
      if (left.length === 0) return;
      if (performance.now() > latest) assert.fail(`Left in the outbox: ${JSON.stringify(left)}`);
      await wait(20);
    }
  }

  test('a watcher of the topic is woken, one of another is not', async () => {
    let others = 0;
    const stop = bus.subscribe('other', () => (others += 1));
    const woken = nextWakeUp(bus, 'case');
    await announce('case');
    await woken;
    assert.equal(others, 0);
    await nothingStays();
    stop();
  });

  test('a change that was rolled back wakes nobody', async () => {
    let wakeUps = 0;
    const stop = bus.subscribe('undone', () => (wakeUps += 1));
    const attempt = database.inTenant('one', async (transaction) => {
      await transaction.insertInto('outbox').values({ topic: 'undone', created_at: NOW }).execute();
      throw new Error('stop');
    });
    await assert.rejects(attempt, /stop/);
    const woken = nextWakeUp(bus, 'after');
    await announce('after');
    await woken;
    assert.equal(wakeUps, 0);
    stop();
  });

  test('many changes at once wake a watcher fewer times than there are', async () => {
    let wakeUps = 0;
    const stop = bus.subscribe('busy', () => (wakeUps += 1));
    const woken = nextWakeUp(bus, 'busy');
    await database.inTenant('one', (transaction) =>
      transaction
        .insertInto('outbox')
        .values(Array.from({ length: 50 }, () => ({ topic: 'busy', created_at: NOW })))
        .execute(),
    );
    await woken;
    assert.equal(wakeUps, 1);
    stop();
  });

  test('who has stopped watching is not woken, and others still are', async () => {
    let wakeUps = 0;
    const stop = bus.subscribe('shared', () => (wakeUps += 1));
    stop();
    const woken = nextWakeUp(bus, 'shared');
    await announce('shared');
    await woken;
    assert.equal(wakeUps, 0);
  });

  test('rows that a process left behind are sent by the next sweep', async () => {
    const woken = nextWakeUp(bus, 'left');
    // Written where this process's sender does not hear of it: in a transaction that says it changed nothing.
    await database.asOwner(async (transaction) => {
      await sql`with row as (insert into outbox (topic) values ('left') returning 1) select * from row`.execute(
        transaction,
      );
    });
    await woken;
    await nothingStays();
  });
});
