// An embedded database runs for months without a PostgreSQL around it that would tidy up.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';

const ROWS = 20_000;

let database: Database;

before(async () => {
  database = await openDatabase({ memory: true });
  await database.migrate();
});
after(() => database.close());

const ask = async (query: ReturnType<typeof sql<{ value: number }>>): Promise<number> => {
  const { rows } = await database.asOwner((transaction) => query.execute(transaction));
  return rows[0]?.value ?? Number.NaN;
};

const put = (rows: number): Promise<unknown> =>
  database.asOwner((transaction) =>
    sql`insert into outbox (topic, created_at) select 'news', now() from generate_series(1, ${rows})`.execute(
      transaction,
    ),
  );

const empty = (): Promise<unknown> =>
  database.asOwner((transaction) => transaction.deleteFrom('outbox').execute());

const untilTrue = async (look: () => Promise<boolean>): Promise<void> => {
  const latest = performance.now() + 60_000;
  while (!(await look())) {
    assert.ok(performance.now() < latest, 'Nobody has tidied up.');
    await wait(250);
  }
};

test('the room of what was deleted is used again', async () => {
  const readSize = (): Promise<number> => ask(sql`select pg_relation_size('outbox')::int as value`);
  await put(ROWS);
  await empty();
  const size = await readSize();
  const count = () =>
    ask(sql`select vacuum_count::int as value from pg_stat_user_tables where relname = 'outbox'`);
  await untilTrue(async () => (await count()) > 0);
  await put(ROWS);
  assert.ok((await readSize()) <= size, 'It has grown.');
});

test('statements are planned for tables as large as they are', async () => {
  await untilTrue(
    async () =>
      (await ask(sql`select reltuples::int as value from pg_class where relname = 'outbox'`)) === ROWS,
  );
});
