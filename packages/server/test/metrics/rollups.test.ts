// What was added up bit by bit is what comes out when everything is computed anew.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { TRANSITIONS, type ApplicationKind, type Status } from '@lintas/contract';
import { dateOf, dayOf } from '@lintas/contract/metrics';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { followLog } from '../../src/metrics/follow.ts';
import { rebuildRollups } from '../../src/metrics/rebuild.ts';
import { readSums } from '../../src/metrics/rollups.ts';
import { startApi } from '../fixtures/api.ts';
import { append, createCase, RECEIVED } from '../fixtures/cases.ts';
import { continueHistory, writeHistories, type History } from '../fixtures/histories.ts';
import { onEachDatabase } from '../support/databases.ts';
import { startProcess } from '../support/processes.ts';

const AUTHORITY = 'authority';
const KINDS: readonly ApplicationKind[] = ['passport_new', 'rsd'];

type Step = History['steps'][number];

/** A case that goes any way the rules allow. */
const history: fc.Arbitrary<History> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    office: fc.constantFrom('Jakarta', 'Medan', null),
    first: fc.constantFrom<Status>('draft', 'submitted'),
    start: fc.integer({ min: dayOf('2024-01-01'), max: dayOf('2025-12-01') }),
    path: fc.array(fc.tuple(fc.integer({ min: -2, max: 60 }), fc.nat()), { maxLength: 12 }),
  })
  .map(({ kind, office, first, start, path }) => {
    const steps: Step[] = [[dateOf(start), first]];
    let [day, status] = [start, first];
    for (const [days, choice] of path) {
      const to = TRANSITIONS[status][choice % Math.max(1, TRANSITIONS[status].length)];
      if (to === undefined) break;
      [day, status] = [day + days, to];
      steps.push([dateOf(day), to]);
    }
    return { kind, office, steps };
  });

test('whenever its process is killed, what was added up is what is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-metrics-'));
  for (const round of ['first', 'second']) {
    const writer = startProcess('./write-and-follow.ts', import.meta.url, [folder, round]);
    assert.equal(await writer.firstLine(), 'writes');
    await writer.kill();
  }
  const database = await openDatabase({ folder });
  await followLog(database);
  const read = () => database.asOwner((transaction) => readSums(transaction, 'metrics_rollups', AUTHORITY));
  const followed = await read();
  await rebuildRollups(database, AUTHORITY);
  assert.deepEqual(followed, await read());
  assert.ok(followed.some(({ measure, count }) => measure === 'completed' && count >= 60));
  await database.close();
  rmSync(folder, { recursive: true });
});

onEachDatabase((open) => {
  const rollups = (database: Database) =>
    database.asOwner((transaction) => readSums(transaction, 'metrics_rollups', AUTHORITY));

  test('any histories, followed in any pieces, add up to what a fresh start finds', async () => {
    const api = await startApi(await open());
    const { database } = api;
    const pieces = fc.array(fc.tuple(history, fc.integer({ min: 1, max: 13 }), fc.boolean(), fc.boolean()), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(pieces, async (cases) => {
        for (const [each, known, followBetween, followAfter] of cases) {
          const start = { ...each, steps: each.steps.slice(0, known) };
          const [id = ''] = await writeHistories(database, AUTHORITY, [start]);
          if (followBetween) await followLog(database);
          for (const [index, step] of each.steps.slice(known).entries()) {
            await continueHistory(database, AUTHORITY, id, known + index + 1, step);
            if (followBetween) await followLog(database);
          }
          if (followAfter) await followLog(database);
        }
        await followLog(database);
        const followed = await rollups(database);
        await rebuildRollups(database, AUTHORITY);
        assert.deepEqual(followed, await rollups(database));
        assert.ok(followed.every(({ count }) => count > 0));
      }),
      { numRuns: 12 },
    );
    await api.close();
  });

  test('an event counts once, however often and from however many sides the log is followed', async () => {
    const api = await startApi(await open());
    const { database } = api;
    const { id } = await createCase(api);
    await append(api, id, RECEIVED);
    await Promise.all(Array.from({ length: 4 }, () => followLog(database)));
    const once = await rollups(database);
    assert.deepEqual(
      once.filter(({ cut }) => cut === '[null,null,null,null]').map(({ measure, count }) => [measure, count]),
      [['received', 1]],
    );
    await rebuildRollups(database, AUTHORITY);
    await Promise.all(Array.from({ length: 4 }, () => followLog(database)));
    assert.deepEqual(await rollups(database), once);
    await api.close();
  });

  test('a follower that is cut off in the middle has done nothing, and the next one does it all', async () => {
    const api = await startApi(await open());
    const { database } = api;
    await createCase(api);
    const broken: Database = {
      ...database,
      asOwner: (work) =>
        database.asOwner(async (transaction) => {
          await work(transaction);
          throw new Error('The process ended before the commit.');
        }),
    };
    await assert.rejects(followLog(broken));
    assert.deepEqual(await rollups(database), []);
    await followLog(database);
    const followed = await rollups(database);
    assert.ok(followed.length > 0);
    await rebuildRollups(database, AUTHORITY);
    assert.deepEqual(await rollups(database), followed);
    await api.close();
  });
});
