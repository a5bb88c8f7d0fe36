// A disk that takes what is written and cannot put it down: a file system in a file for which there is no room.

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeSmallDisk, whyNoSmallDisk } from './small-disk.ts';

export interface FailingDisk {
  readonly folder: string;
  /** From now on fsync fails, where it would take new blocks. */
  fail(): void;
  /** Repairs the disk: what it holds is what it had put down. */
  repair(): void;
  remove(): void;
}

/** Why tests on a failing disk are left out, or `false`. */
export function whyNoFailingDisk(): string | false {
  const why = whyNoSmallDisk();
  if (why !== false) return why;
  try {
    makeFailingDisk(32).remove();
    return false;
  } catch {
    return 'No file system can be made in a file here.';
  }
}

/** It pretends to be four times as large as it is. */
export function makeFailingDisk(mebibytes: number): FailingDisk {
  const below = makeSmallDisk(mebibytes);
  const folder = join(below.folder, 'disk');
  const image = join(below.folder, 'image');
  const mount = (): void => run('mount', '-o', 'loop', image, folder);
  try {
    mkdirSync(folder);
    run('truncate', '-s', `${4 * mebibytes}M`, image);
    run('mkfs.ext4', '-q', image);
    mount();
  } catch (error) {
    below.remove();
    throw error;
  }
  return {
    folder,
    fail() {
      run('sync');
      below.fill();
    },
    repair() {
      run('umount', folder);
      below.clear();
      mount();
    },
    remove() {
      spawnSync('umount', [folder]);
      below.remove();
    },
  };
}

function run(command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${command} did not work.`);
}
