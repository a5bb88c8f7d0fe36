// A thread of the process that looks into a file, awake while that works. When the server is gone, nobody ends the
// process or removes the file any more: then it does both.
//   new Worker(watchdog, { argv: [folder, process id of the server] })

import { rmSync } from 'node:fs';

const LOOK_EVERY_MS = 500;

const [, , folder = '', server = ''] = process.argv;

setInterval(() => {
  if (process.ppid === Number(server)) return;
  rmSync(folder, { recursive: true, force: true });
  process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);
