// An embedded database serves one process at a time.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { lockFolder } from '../../src/db/embedded/folder-lock.ts';
import { openDatabase } from '../../src/db/open.ts';
import { startProcess } from '../support/processes.ts';

const IN_USE = { name: 'FolderInUse' };

describe('a folder', () => {
  let folder: string;
  let lock: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lintas-folder-'));
    lock = join(folder, 'lock');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const hold = async () => {
    const holder = startProcess('./hold-folder.ts', import.meta.url, [folder]);
    assert.equal(await holder.firstLine(), 'held');
    return holder;
  };

  test('that another process has is refused in a sentence, and stays that one’s', async () => {
    const holder = await hold();
    await assert.rejects(openDatabase({ folder }), {
      ...IN_USE,
      message: new RegExp(`is in use by process ${holder.child.pid}.*LINTAS_DATABASE_URL`),
    });
    assert.ok(existsSync(lock));
    await holder.kill();
  });

  test('whose process was killed is taken over', async () => {
    await (await hold()).kill();
    assert.ok(existsSync(lock));
    const unlock = lockFolder(folder);
    assert.match(readFileSync(lock, 'utf8'), new RegExp(`"pid":${process.pid}\\b`));
    unlock();
    assert.ok(!existsSync(lock));
  });

  test('is refused twice over in one process', () => {
    const unlock = lockFolder(folder);
    assert.throws(() => lockFolder(folder), IN_USE);
    unlock();
    lockFolder(folder)();
  });

  test('whose process is gone, with another one under its id by now, is taken over', async () => {
    const holder = await hold();
    const content = JSON.parse(readFileSync(lock, 'utf8'));
    writeFileSync(lock, JSON.stringify({ ...content, started: '1' }));
    lockFolder(folder)();
    await holder.kill();
  });

  test('that another machine has is refused: whether that process lives cannot be seen from here', () => {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, started: null, host: `not-${hostname()}` }));
    assert.throws(() => lockFolder(folder), { ...IN_USE, message: /If it no longer runs, delete/ });
  });

  test('with a lock that cannot be read is refused, however old it is', () => {
    writeFileSync(lock, '');
    assert.throws(() => lockFolder(folder), { ...IN_USE, message: /cannot be read/ });
  });

  test('goes to one of many processes that find a dead one’s lock at the same time', async () => {
    await (await hold()).kill();
    const processes = Array.from({ length: 6 }, () =>
      startProcess('./hold-folder.ts', import.meta.url, [folder]),
    );
    const lines = await Promise.all(processes.map((each) => each.firstLine()));
    assert.equal(lines.filter((line) => line === 'held').length, 1);
    await Promise.all(processes.map((each) => each.kill()));
  });
});
