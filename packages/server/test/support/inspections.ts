// The processes that look into files for a server, as the system sees them. Only where there is `/proc`.

import { readdir, readFile } from 'node:fs/promises';

export interface Inspecting {
  readonly pid: number;
  /** Process id of the small process that has started it. */
  readonly launcher: number;
  readonly environment: string;
  /** Whether it has loaded everything, and looks. */
  isLooking(): Promise<boolean>;
}

/** @param server process id */
export async function* inspectionsOf(server: number | undefined): AsyncGenerator<Inspecting> {
  const names = await readdir('/proc').catch(() => []);
  for (const pid of names.filter((name) => /^\d+$/.test(name))) {
    const words = (await read(`/proc/${pid}/cmdline`)).split('\0');
    const at = words.findIndex((word) => word.endsWith('/inspection/child.ts'));
    const launcher = Number(words[at + 2]);
    if (at === -1 || !(await read(`/proc/${launcher}/status`)).includes(`PPid:\t${server}\n`)) continue;
    const environment = await read(`/proc/${pid}/environ`);
    yield { pid: Number(pid), launcher, environment, isLooking: () => hasWatchdog(pid) };
  }
}

/** The first that looks into a file for a server, or soon does. */
export async function nextInspection(server: number | undefined): Promise<Inspecting> {
  for (;;) {
    for await (const each of inspectionsOf(server)) if (await each.isLooking()) return each;
  }
}

/** Sends a signal to each process that begins to look into a file for a server, or to the first few, until `over`. */
export async function endInspections(
  server: number | undefined,
  signal: NodeJS.Signals,
  over: Promise<unknown>,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const ended = new Set<number>();
  let isOver = false;
  const end = (): void => void (isOver = true);
  over.then(end, end);
  while (!isOver && ended.size < most) {
    for await (const { pid, isLooking } of inspectionsOf(server)) {
      if (ended.has(pid) || !(await isLooking())) continue;
      process.kill(pid, signal);
      ended.add(pid);
    }
    await Promise.race([over.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 20))]);
  }
  return ended.size;
}

/** Its thread is there as soon as the process has begun. */
async function hasWatchdog(pid: string): Promise<boolean> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const named = await Promise.all(threads.map((thread) => read(`/proc/${pid}/task/${thread}/comm`)));
  return named.includes('WorkerThread\n');
}

async function read(path: string): Promise<string> {
  return readFile(path, 'latin1').catch(() => '');
}
