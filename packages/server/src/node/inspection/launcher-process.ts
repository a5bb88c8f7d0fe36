// Has the processes that look into files run by a small one. Whoever starts a process waits until the system has copied
// the tables of its memory: the server has much of it, and everybody would wait with it.

import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { environmentIn, type ChildEnd, type ChildLimits, type runChild } from './child-process.ts';

const Report = z.object({
  order: z.string(),
  end: z.union([
    z.object({ kind: z.literal('answered'), output: z.string() }),
    z.object({ kind: z.enum(['broke', 'slow', 'stopped', 'absent']) }),
  ]),
});

let launcher: typeof runChild | undefined;

/** As `runChild`. The small process starts with the first of them, anew when it has ended, and ends with this one. */
export function launchChild(folder: string, task: readonly string[], limits: ChildLimits): Promise<ChildEnd> {
  launcher ??= startLauncher(() => (launcher = undefined));
  return launcher(folder, task, limits);
}

function startLauncher(onEnd: () => void): typeof runChild {
  const ending = extname(import.meta.url);
  const child = spawn(
    process.execPath,
    [
      ...(ending === '.ts' ? ['--conditions=source'] : []),
      fileURLToPath(new URL(`./launcher${ending}`, import.meta.url)),
    ],
    { cwd: tmpdir(), env: environmentIn(tmpdir()), stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  );
  const waiting = new Map<string, (end: ChildEnd) => void>();
  let orders = 0;

  const settle = (order: string, end: ChildEnd): void => {
    waiting.get(order)?.(end);
    waiting.delete(order);
    // It keeps nobody from ending who waits for nothing.
    if (waiting.size === 0) child.channel?.unref();
  };
  // What it has run goes with it, and takes its folder along: nothing there can be tried again.
  const fail = (): void => {
    onEnd();
    for (const order of waiting.keys()) settle(order, { kind: 'absent' });
  };
  child.unref();
  child.once('error', fail).once('disconnect', fail);
  child.on('message', (message) => {
    const { order, end } = Report.parse(message);
    settle(order, end);
  });

  return (folder, task, { seconds, processorSeconds, mebibytes }) =>
    new Promise((resolve) => {
      const order = String((orders += 1));
      waiting.set(order, resolve);
      child.channel?.ref();
      child.send([order, folder, seconds, processorSeconds, mebibytes, ...task], (error) => {
        if (error) settle(order, { kind: 'absent' });
      });
    });
}
