// What a folder has acknowledged is on the disk, also when the power fails the moment after: the calls that make it so are
// watched on their way to the system, which does them.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import promises, { mkdtemp, open, rm, stat, type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, mock, test } from 'node:test';
import { openDiskStore } from '../../src/blobs/disk.ts';

const MEBIBYTE = 1024 * 1024;

/** What was done, when it was done, to the file or folder with this number. */
type Step = `${'written' | 'sync begun' | 'synced'} ${number}` | 'rename begun' | 'renamed' | 'acknowledged';

const WATCHED = ['write', 'writev', 'writeFile', 'appendFile', 'sync', 'datasync'] as const;

describe('a folder', () => {
  let folder = '';
  let steps: Step[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lintas-blobs-'));
    await watch((step) => steps.push(step));
  });
  after(async () => {
    mock.restoreAll();
    syncBuiltinESMExports();
    await rm(folder, { recursive: true, force: true });
  });

  for (const [size, length] of [
    ['small', 1000],
    ['large', 30 * MEBIBYTE + 1],
  ] as const) {
    test(`acknowledges a ${size} file when it, its name and the folders around it are on the disk`, async () => {
      const blobs = await openDiskStore(folder);
      const chunks = Array.from({ length: Math.ceil(length / MEBIBYTE) }, (_, at) =>
        randomBytes(Math.min(MEBIBYTE, length - at * MEBIBYTE)),
      );
      steps = [];
      await blobs.put(`${size}/a/1`, Readable.from(chunks));
      steps.push('acknowledged');
      await blobs.close();

      const inode = async (...path: string[]): Promise<number> => (await stat(join(folder, ...path))).ino;
      const file = await inode(size, 'a', '1');
      assertOrder([`written ${file}`, `sync begun ${file}`, `synced ${file}`, 'rename begun']);
      const around = await inode(size, 'a');
      assertOrder(['renamed', `sync begun ${around}`, `synced ${around}`, 'acknowledged']);
      // Each of these has a new folder in it.
      for (const path of [[], [size]]) assertOrder([`synced ${await inode(...path)}`, 'acknowledged']);
    });
  }

  /** Each stands behind the last time of the one before. */
  function assertOrder(order: readonly Step[]): void {
    const story = steps.join(', ');
    let at = -1;
    for (const step of order) {
      const next = steps.indexOf(step, at + 1);
      assert.ok(next > at, `${step} in ${story}`);
      at = steps.lastIndexOf(step);
    }
  }
});

/** Tells of each call of any file in this process that matters here, and lets it through. */
async function watch(tell: (step: Step) => void): Promise<void> {
  const handle = await open(import.meta.filename);
  const prototype: FileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  for (const name of WATCHED) {
    const real = prototype[name];
    mock.method(prototype, name, async function (this: FileHandle, ...args: unknown[]) {
      const isSync = name === 'sync' || name === 'datasync';
      const { ino } = await this.stat();
      if (isSync) tell(`sync begun ${ino}`);
      const result: unknown = await Reflect.apply(real, this, args);
      tell(`${isSync ? 'synced' : 'written'} ${ino}`);
      return result;
    });
  }
  const { rename } = promises;
  mock.method(promises, 'rename', async (from: string, to: string) => {
    tell('rename begun');
    await rename(from, to);
    tell('renamed');
  });
  syncBuiltinESMExports();
}
