// What is published is the same before and after cases are erased, and stays so when it is computed anew.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOf, dayOf } from '@lintas/contract/metrics';
import { sql } from 'kysely';
import { followLog } from '../../src/metrics/follow.ts';
import { publishMetrics } from '../../src/metrics/publish.ts';
import { rebuildRollups } from '../../src/metrics/rebuild.ts';
import { readSums } from '../../src/metrics/rollups.ts';
import { eraseCases } from '../../src/retention/erase-cases.ts';
import { startApi, type Api } from '../fixtures/api.ts';
import { writeHistories, type History } from '../fixtures/histories.ts';
import { endCases } from '../retention/ended-cases.ts';
import { onEachDatabase } from '../support/databases.ts';

const AUTHORITY = 'authority';
const OVER = '2026-03-01';

/** Sixty cases, of which every sixth is never decided. */
const HISTORIES = Array.from({ length: 60 }, (_, index): History => {
  const start = dayOf('2025-04-01') + (index % 20);
  return {
    kind: 'rsd',
    office: index % 2 === 0 ? 'Medan' : null,
    steps: [
      [dateOf(start), 'submitted'],
      [dateOf(start + 1), 'received'],
      ...(index % 6 === 0 ? [] : ([[dateOf(start + 2 + (index % 30)), 'decided', 'approved']] as const)),
    ],
  };
});

onEachDatabase((open) => {
  const rollupsOf = ({ database }: Api) =>
    database.asOwner((transaction) => readSums(transaction, 'metrics_rollups', AUTHORITY));

  /** Everything that is published today. */
  async function publishAnew({ database, dependencies }: Api): Promise<unknown> {
    await database.asOwner((transaction) => sql`delete from metrics_publications`.execute(transaction));
    await publishMetrics(dependencies);
    const { rows } = await database.asOwner((transaction) =>
      sql`select * from metrics_series order by tenant_id, metric, cut, period`.execute(transaction),
    );
    assert.ok(rows.length > 0);
    return rows;
  }

  test('erased cases count on, those that were open as open', async () => {
    const api = await startApi(await open());
    const { database, dependencies } = api;
    const ids = await writeHistories(database, AUTHORITY, HISTORIES);
    await followLog(database);
    const published = await publishAnew(api);
    for (const some of [ids.slice(0, 25), ids.slice(25)]) {
      await endCases(database, some, OVER);
      assert.equal(await eraseCases(dependencies), some.length);
      assert.deepEqual(await publishAnew(api), published);
      await rebuildRollups(database, AUTHORITY);
      assert.deepEqual(await publishAnew(api), published);
    }
    await api.close();
  });

  test('cases that are erased before anybody looked at their log count like others', async () => {
    const [api, other] = [await startApi(await open()), await startApi(await open())];
    const ids = await writeHistories(api.database, AUTHORITY, HISTORIES);
    await endCases(api.database, ids.slice(0, 30), OVER);
    await eraseCases(api.dependencies);
    await writeHistories(other.database, AUTHORITY, HISTORIES);
    for (const { database } of [api, other]) await followLog(database);
    assert.deepEqual(await rollupsOf(api), await rollupsOf(other));
    await api.close();
    await other.close();
  });
});
