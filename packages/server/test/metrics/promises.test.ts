// Whether a case was decided by the day that was promised is counted from its log.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@lintas/contract/metrics';
import { sql } from 'kysely';
import { followLog } from '../../src/metrics/follow.ts';
import { readSums } from '../../src/metrics/rollups.ts';
import { startApi } from '../fixtures/api.ts';
import { writeHistories } from '../fixtures/histories.ts';
import { onEachDatabase } from '../support/databases.ts';
import { countAsBefore, migrateAgain } from './counted-before.ts';

const AUTHORITY = 'authority';

onEachDatabase((open) => {
  test('a case that was opened again counts by the day that its opening named, also where it was counted before', async () => {
    const api = await startApi(await open());
    const { database } = api;
    const [id = ''] = await writeHistories(database, AUTHORITY, [
      {
        kind: 'rsd',
        office: null,
        steps: [
          ['2025-02-03', 'submitted'],
          ['2025-02-04', 'payment_due'],
          ['2025-02-10', 'expired'],
          ['2025-02-17', 'received'],
          ['2025-02-20', 'decided', 'approved'],
        ],
      },
    ]);
    const estimate = { basis: 'service_standard', latest: '2025-02-21', asOf: '2025-02-17', overdue: false };
    await database.asOwner((transaction) =>
      sql`
        update events set event = event || ${JSON.stringify({ estimate })}::jsonb
        where application_id = ${id} and event ->> 'to' = 'received'
      `.execute(transaction),
    );
    const counted = async (): Promise<unknown[]> =>
      (await database.asOwner((transaction) => readSums(transaction, 'metrics_rollups', AUTHORITY)))
        .filter(({ measure, cut }) => measure === 'within_standard' && cut === '[null,null,null,null]')
        .map(({ bucket, count }) => [bucket, count]);
    await followLog(database);
    assert.deepEqual(await counted(), [[1, 1]]);

    const end = {
      on: dayOf('2025-02-20'),
      outcome: 'granted',
      workingDays: 3,
      withinStandard: null,
    } as const;
    await countAsBefore(database, id, { spells: [{ from: dayOf('2025-02-17'), waitingDays: 0, end }] });
    assert.deepEqual(await counted(), []);
    await migrateAgain(database, '0024-promises-anew');
    await followLog(database);
    assert.deepEqual(await counted(), [[1, 1]]);
    await api.close();
  });
});
