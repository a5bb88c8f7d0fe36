// How much memory another process holds.

import { setTimeout as pause } from 'node:timers/promises';
import { capture } from '../processes.ts';

const INTERVAL_MS = 250;
const MOST_READINGS = 20;
/** Readings that differ by less are the same. */
const TOLERANCE = 0.005;

/** Resident memory in bytes, once it has come to rest. */
export async function readMemory(pid: number): Promise<number> {
  let last = await readOnce(pid);
  for (let readings = 1; readings < MOST_READINGS; readings += 1) {
    await pause(INTERVAL_MS);
    const present = await readOnce(pid);
    if (Math.abs(present - last) <= TOLERANCE * last) return present;
    last = present;
  }
  return last;
}

async function readOnce(pid: number): Promise<number> {
  const { output } = await capture('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(output.trim()) * 1024;
}

/** Watches from now on how much more another process holds than it does now, in bytes of resident memory. */
export async function peakMemory(pid: number): Promise<{ stop(): Promise<number> }> {
  const before = await readMemory(pid);
  let stopped = false;
  const watching = (async () => {
    let most = before;
    while (!stopped) {
      most = Math.max(most, await readOnce(pid));
      await pause(50);
    }
    return most - before;
  })();
  return {
    stop() {
      stopped = true;
      return watching;
    },
  };
}
