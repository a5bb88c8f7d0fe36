// What a transaction promises, and that both engines answer the same values.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { onEachDatabase } from '../support/databases.ts';
import { insertApplication, insertTenant, NOW } from '../support/rows.ts';

onEachDatabase((open, engine) => {
  let database: Database;
  before(async () => {
    database = await open();
    await insertTenant(database, 'one');
    await insertApplication(database, 'one', 'case');
  });

  const countOutbox = (): Promise<number> =>
    database.asOwner(
      async (transaction) => (await transaction.selectFrom('outbox').select('id').execute()).length,
    );

  const announce = (topic: string) => ({ topic, created_at: NOW });

  test('work that rejects leaves nothing behind', async () => {
    const attempt = database.inTenant('one', async (transaction) => {
      await transaction.insertInto('outbox').values(announce('never')).execute();
      throw new Error('stop');
    });
    await assert.rejects(attempt, /stop/);
    assert.equal(await countOutbox(), 0);
  });

  test('an error that the work swallowed is not reported as success', async () => {
    const attempt = database.inTenant('one', async (transaction) => {
      await transaction.insertInto('outbox').values(announce('never')).execute();
      await sql`select 1 / 0`.execute(transaction).catch(() => {});
    });
    await assert.rejects(attempt, /Nothing was committed/);
    assert.equal(await countOutbox(), 0);
  });

  test('what could not be written is the reason that is told, whatever came after it', async () => {
    const writeEmpty = (end: () => Promise<unknown>) =>
      database.inTenant('one', async (transaction) => {
        await transaction.insertInto('outbox').values(announce('whole')).execute();
        await transaction.insertInto('outbox').values(announce('')).execute();
        await end();
      });
    await assert.rejects(
      writeEmpty(() => Promise.resolve()),
      { code: '23514' },
    );
    await assert.rejects(
      writeEmpty(() => Promise.reject(new Error('stop'))),
      /stop/,
    );
    assert.equal(await countOutbox(), 0);
  });

  test('a listener is told of commits that put something into the outbox, and of no others', async () => {
    let told = 0;
    const stop = database.onOutbox(() => (told += 1));
    const put = () =>
      database.inTenant('one', (transaction) =>
        transaction.insertInto('outbox').values(announce('news')).execute(),
      );
    await database.inTenant('one', (transaction) =>
      transaction.updateTable('applications').set({ updated_at: NOW }).execute(),
    );
    assert.equal(told, 0);
    await put();
    assert.equal(told, 1);
    await assert.rejects(
      database.inTenant('one', async (transaction) => {
        await transaction.insertInto('outbox').values(announce('never')).execute();
        throw new Error('No.');
      }),
      /No/,
    );
    assert.equal(told, 1);
    stop();
    await put();
    assert.equal(told, 1);
  });

  test('values come back as they are described in the tables', async () => {
    const { rows } = await database.asOwner((transaction) =>
      sql`select 9007199254740991::bigint as large, count(*) as counted, '\\x00ff'::bytea as bytes,
            array['a', 'b,"c'] as texts, '{"a": [1, null]}'::jsonb as json, null::timestamptz as nothing,
            timestamptz '2026-03-02 10:00:00.123+07' as instant, true as yes from tenants`.execute(
        transaction,
      ),
    );
    assert.deepStrictEqual(rows, [
      {
        large: 9007199254740991,
        counted: 1,
        bytes: new Uint8Array([0, 255]),
        texts: ['a', 'b,"c'],
        json: { a: [1, null] },
        nothing: null,
        instant: new Date('2026-03-02T03:00:00.123Z'),
        yes: true,
      },
    ]);
  });

  test('a table that another process has changed meanwhile is read as it is now', async () => {
    const look = () =>
      database.inTenant('one', (transaction) =>
        transaction.selectFrom('applications').selectAll().where('id', '=', 'case').executeTakeFirst(),
      );
    // Often enough that every connection of the pool has read it.
    await Promise.all(Array.from({ length: 50 }, look));
    await database.asOwner((transaction) =>
      sql`alter table applications add column added text`.execute(transaction),
    );
    const rows = await Promise.all(Array.from({ length: 50 }, look));
    assert.ok(rows.every((row) => row && 'added' in row));
    await database.asOwner((transaction) =>
      sql`alter table applications drop column added`.execute(transaction),
    );
  });

  test('many transactions at once each see their own tenant', async () => {
    const tenants = Array.from({ length: 40 }, (_, index) => `tenant-${index}`);
    const seen = await Promise.all(
      tenants.map((tenant) =>
        database.inTenant(tenant, async (transaction) => {
          const { rows } = await sql<{ tenant: string }>`
            select current_setting('lintas.tenant') as tenant
          `.execute(transaction);
          return rows[0]?.tenant;
        }),
      ),
    );
    assert.deepEqual(seen, tenants);
  });

  // One session cannot wait for itself, so only a server has deadlocks.
  describe('of two transactions that wait for each other', { skip: engine === 'PGlite' }, () => {
    test('the one that the database gives up is run again', async () => {
      await insertApplication(database, 'one', 'other');
      let runs = 0;
      const touch = async (first: string, second: string, meet: () => Promise<void>): Promise<void> => {
        await database.inTenant('one', async (transaction) => {
          runs += 1;
          for (const id of [first, second]) {
            await transaction
              .updateTable('applications')
              .set({ updated_at: NOW })
              .where('id', '=', id)
              .execute();
            if (id === first) await meet();
          }
        });
      };
      const meet = meeting(2);
      await Promise.all([touch('case', 'other', meet), touch('other', 'case', meet)]);
      assert.equal(runs, 3);
    });
  });
});

/** A function that resolves for the first `size` callers once all of them are there, and for later ones at once. */
function meeting(size: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  return async () => {
    arrived += 1;
    if (arrived === size) resolve();
    await promise;
  };
}
