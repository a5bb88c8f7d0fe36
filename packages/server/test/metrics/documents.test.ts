// How documents fare is measured from what reviewers decided.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@lintas/contract/metrics';
import { followLog } from '../../src/metrics/follow.ts';
import { rebuildRollups } from '../../src/metrics/rebuild.ts';
import { readSums } from '../../src/metrics/rollups.ts';
import { handIn, openNewCase, photo } from '../fixtures/documents.ts';
import { claim, consentTo, createReviewer, decide } from '../fixtures/reviewers.ts';
import { startApi } from '../fixtures/api.ts';
import { onEachDatabase } from '../support/databases.ts';
import { countAsBefore, migrateAgain } from './counted-before.ts';

const DAY = 86_400_000;
const OF_DOCUMENTS: readonly string[] = ['first_time_right', 'turnaround_days'];
/** The digit after the number of the passport is not the one that belongs to it. */
const MISREAD = 'P<IDNWIDODO<<SRI<AMINAH<<<<<<<<<<<<<<<<<<<<<\nX1234568<7IDN8001014F3501014<<<<<<<<<<<<<<08';

onEachDatabase((openDatabase) => {
  test('a document counts with its first result, by kind, office and who reviewed it, and in days until then', async () => {
    const api = await startApi(await openDatabase());
    const { database } = api;
    const reviewer = await createReviewer(api);
    for (const [index, outcome] of (['accepted', 'accepted', 'needs_better_copy'] as const).entries()) {
      const person = await openNewCase(api, { kind: 'rsd', office: 'Medan' });
      const { id } = await handIn(api, person, photo(3000 + index));
      const again = { ...person, token: await person.reopen() };
      await consentTo(api, again, reviewer.id);
      api.pass(index * 60_000);
      if (index === 1) api.pass(2 * DAY);
      if (index === 1) await consentTo(api, { ...person, token: await person.reopen() }, reviewer.id);
      assert.equal((await claim(api, reviewer, id)).status, 200);
      const reason = outcome === 'accepted' ? {} : { reason: 'not_readable' as const };
      assert.equal((await decide(api, reviewer, id, { outcome, ...reason })).status, 200);
      // Bit by bit, as a server does.
      await followLog(database);
    }
    const read = () =>
      database.asOwner((transaction) => readSums(transaction, 'metrics_rollups', 'authority'));
    const followed = await read();
    const of = (measure: string, cut: string) =>
      followed
        .filter((row) => row.measure === measure && row.cut === cut)
        .map(({ bucket, count }) => [bucket, count]);
    const byPartner = `[null,null,"${reviewer.id}",null]`;
    for (const cut of [
      '[null,null,null,null]',
      '["rsd",null,null,null]',
      '[null,"Medan",null,null]',
      byPartner,
    ]) {
      assert.deepEqual(of('first_time_right', cut), [
        [0, 1],
        [1, 2],
      ]);
      assert.deepEqual(of('turnaround_days', cut), [
        [0, 2],
        [2, 1],
      ]);
    }
    await rebuildRollups(database, 'authority');
    assert.deepEqual(await read(), followed);
    await api.close();
  });

  test('a document of which a machine misread the lines counts as what a person said of it', async () => {
    const api = await startApi(await openDatabase());
    const { database } = api;
    const reviewer = await createReviewer(api);
    const person = await openNewCase(api);
    const { id, state } = await handIn(api, person, photo(3000), { mrz: MISREAD });
    assert.equal(state, 'received');
    api.pass(2 * DAY);
    await consentTo(api, { ...person, token: await person.reopen() }, reviewer.id);
    assert.equal((await claim(api, reviewer, id)).status, 200);
    assert.equal((await decide(api, reviewer, id, { outcome: 'accepted' })).status, 200);
    await followLog(database);
    const counted = async (): Promise<unknown[]> =>
      (await database.asOwner((transaction) => readSums(transaction, 'metrics_rollups', 'authority')))
        .filter(({ measure, cut }) => OF_DOCUMENTS.includes(measure) && cut === '[null,null,null,null]')
        .map(({ measure, bucket, count }) => [measure, bucket, count]);
    const counts = [
      ['first_time_right', 1, 1],
      ['turnaround_days', 2, 1],
    ];
    assert.deepEqual(await counted(), counts);

    // A version before took the machine's word for the first result.
    const result = { on: dayOf('2026-03-02'), verifier: null, right: false, turnaroundDays: null };
    await countAsBefore(database, person.applicationId, { results: [result] });
    assert.deepEqual(await counted(), [['first_time_right', 0, 1]]);
    await migrateAgain(database, '0023-first-results-anew');
    await followLog(database);
    assert.deepEqual(await counted(), counts);
    await api.close();
  });
});
