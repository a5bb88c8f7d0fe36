// Runs in a process of its own and is ended when it takes too much: looks into one file and says what it found.
//   node child.ts <folder> <what was announced, as JSON> <process id of the server>

import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod/mini';
import { READY } from './child-process.ts';
import { inspectFile } from './inspect-file.ts';
import { COPY, FILE } from './inspector.ts';

const Announced = z.object({
  mediaType: z.string(),
  limits: z.object({
    accept: z.array(z.string()),
    maxBytes: z.number(),
    minPixels: z.optional(z.number()),
    maxPages: z.optional(z.number()),
  }),
});

const [, , folder = '', announced = '', server = ''] = process.argv;
const watchdog = new URL(`./watchdog${extname(import.meta.url)}`, import.meta.url);
// Nobody listens any more, before the thread could see it.
process.stdout.on('error', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(1);
});
process.stdout.write(READY);
new Worker(watchdog, { workerData: { folder, server: Number(server) } }).unref();
const path = join(folder, FILE);
const file = { path, bytes: await readFile(path), copyTo: join(folder, COPY) };
process.stdout.write(JSON.stringify(await inspectFile(file, Announced.parse(JSON.parse(announced)))));
