// A thread of the process that looks into a file, awake while that works. It ends the process when that has worked for as
// long as it may. When the launcher is gone, with the server or alone, nobody ends the process or removes the file any more:
// then it does both.
//   new Worker(watchdog, { argv: [folder, process id of the launcher, seconds of work] })

import { rmSync, writeSync } from 'node:fs';
import { EXHAUSTED } from './task.ts';

const LOOK_EVERY_MS = 500;
const STDOUT = 1;

const [, , folder = '', launcher = '', seconds = ''] = process.argv;

setInterval(() => {
  if (process.ppid !== Number(launcher)) {
    rmSync(folder, { recursive: true, force: true });
    process.kill(process.pid, 'SIGKILL');
  } else if (workedSeconds() >= Number(seconds)) {
    writeSync(STDOUT, EXHAUSTED);
    process.kill(process.pid, 'SIGKILL');
  }
}, LOOK_EVERY_MS);

/** Of all threads, on processors: not how long it has taken. */
function workedSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
