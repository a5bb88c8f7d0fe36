// An embedded database whose write-ahead log finds no room refuses at once, and comes back by itself. What was
// acknowledged is there, once.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { startApi, type Api } from '../fixtures/api.ts';
import { APPLICATION } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { startProcess } from '../support/processes.ts';
import { makeSmallDisk, whyNoSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { prepareNotes, readNotes, writeNote } from './notes.ts';

const MEBIBYTES = 192;
/** More than the log ever has ready. */
const TOO_MUCH = 2 * MEBIBYTES;
const FULL = { name: 'DatabaseFull' };

/** What waits for ever is no answer. */
const limits = { skip: whyNoSmallDisk(), timeout: 120_000 };

describe('an embedded database on a disk that is full', limits, () => {
  let disk: SmallDisk;
  let database: Database;
  let api: Api;
  const stops: (() => unknown)[] = [];
  const acknowledged: string[] = [];
  const write = async (note: string, mebibytes = 0): Promise<void> => {
    await writeNote(database, note, mebibytes);
    acknowledged.push(note);
  };

  before(async () => {
    disk = makeSmallDisk(MEBIBYTES);
    stops.push(disk.remove);
    database = await openDatabase({ folder: join(disk.folder, 'database') });
    stops.push(database.close);
    await prepareNotes(database);
    api = await startApi(database);
    stops.push(api.close);
  });
  after(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  test('writes for as long as it needs more room for nothing but its log', async () => {
    disk.fill();
    for (let n = 1; n <= 30; n += 1) await write(`log ${n}`, 8);
    assert.deepEqual(await readNotes(database), acknowledged);
  });

  test('refuses what its log has no room for, and goes on', async () => {
    for (let n = 1; n <= 3; n += 1) {
      await assert.rejects(write('too much', TOO_MUCH), FULL);
      assert.deepEqual(await readNotes(database), acknowledged);
      await write(`after ${n}`, 8);
    }
    assert.deepEqual(await readNotes(database), acknowledged);
  });

  test('refuses everything at once when not even its reserve is left, and comes back when there is room', async () => {
    rmSync(join(disk.folder, 'database', 'reserve'));
    disk.fill();
    await assert.rejects(write('too much', TOO_MUCH), FULL);
    // Many at once, as requests come.
    const tries = Array.from({ length: 50 }, (_, n) => (n % 2 ? readNotes(database) : write(`late ${n}`)));
    for (const { status } of await Promise.allSettled(tries)) assert.equal(status, 'rejected');
    await assert.rejects(readNotes(database), FULL);

    const create = (): Promise<Response> =>
      api.call('POST', '/v1/applications', { token: api.secretKey, body: APPLICATION });
    const refused = await create();
    assert.equal(refused.status, 507);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    await assertProblem(refused, 'storage-full');

    disk.clear();
    assert.equal((await create()).status, 201);
    assert.deepEqual(await readNotes(database), acknowledged);
    await write('after');
    assert.deepEqual(await readNotes(database), acknowledged);
  });
});

describe('a process that is killed on a disk that is full', limits, () => {
  let disk: SmallDisk;
  before(() => {
    disk = makeSmallDisk(MEBIBYTES);
  });
  after(() => disk.remove());

  test('leaves everything that it acknowledged to the next one, which starts when there is room', async () => {
    const folder = join(disk.folder, 'database');
    const writer = startProcess('./write-until-full.ts', import.meta.url, [folder, disk.folder]);
    const acknowledged = readStrings(await writer.firstLine());
    await writer.kill();
    await assert.rejects(openDatabase({ folder }), /no room/);
    // Enough for a lock, and too little for the log.
    disk.resize(MEBIBYTES + 1);
    await assert.rejects(openDatabase({ folder }), /no room/);
    disk.clear();
    const database = await openDatabase({ folder });
    assert.deepEqual(await readNotes(database), acknowledged);
    await writeNote(database, 'after', 8);
    disk.fill();
    await database.close();
    // Its reserve is there again.
    const again = await openDatabase({ folder });
    assert.deepEqual(await readNotes(again), [...acknowledged, 'after']);
    await again.close();
  });
});

function readStrings(json: string): string[] {
  const list: unknown = JSON.parse(json);
  assert.ok(Array.isArray(list) && list.every((item) => typeof item === 'string'));
  return list;
}
