// A thread of the process that looks into a file, awake while that works. When the server is gone, nobody ends the
// process or removes the file any more: then it does both.

import { rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import * as z from 'zod/mini';

const LOOK_EVERY_MS = 500;

const { folder, server } = z.parse(z.object({ folder: z.string(), server: z.number() }), workerData);

setInterval(() => {
  if (process.ppid === server) return;
  rmSync(folder, { recursive: true, force: true });
  process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);
