// A disk that is soon full: a file system in memory, which only root may make.

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  resize(mebibytes: number): void;
  /** Leaves no room at all. */
  fill(): void;
  /** Makes room again. */
  clear(): void;
  remove(): void;
}

const FILLER = 'filler';

/** Why tests on a small disk are left out, or `false`. */
export function whyNoSmallDisk(): string | false {
  if (process.getuid?.() === 0) {
    const folder = mkdtempSync(join(tmpdir(), 'lintas-small-disk-'));
    const works = mount(folder, 1);
    if (works) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
    if (works) return false;
  }
  return 'Only root can make a small disk.';
}

export function makeSmallDisk(mebibytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-small-disk-'));
  const resize = (size: number): void => {
    if (!mount(folder, size)) throw new Error('The small disk could not be made.');
  };
  resize(mebibytes);
  return {
    folder,
    resize,
    fill: () => fillDisk(folder),
    clear: () => rmSync(join(folder, FILLER)),
    remove() {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Leaves no room at all on the disk that is mounted there. */
export function fillDisk(folder: string): void {
  const file = openSync(join(folder, FILLER), 'a');
  const isFull = (bytes: Uint8Array): boolean => {
    try {
      return writeSync(file, bytes) < bytes.length;
    } catch {
      return true;
    }
  };
  for (const size of [1024 * 1024, 512]) while (!isFull(new Uint8Array(size)));
  closeSync(file);
}

/** Mounts it, or gives it another size. */
function mount(folder: string, mebibytes: number): boolean {
  const isNew = spawnSync('mountpoint', ['-q', folder]).status !== 0;
  const options = `${isNew ? '' : 'remount,'}size=${mebibytes}m`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}
