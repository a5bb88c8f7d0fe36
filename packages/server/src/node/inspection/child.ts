// Runs in a process of its own and is ended when it takes too much: looks into one file and says what it found.
//   node child.ts <folder> <what was announced, as JSON>

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

process.stdout.write(READY);
const [, , folder = '', announced = ''] = process.argv;
const path = join(folder, FILE);
const file = { path, bytes: await readFile(path), copyTo: join(folder, COPY) };
process.stdout.write(JSON.stringify(await inspectFile(file, Announced.parse(JSON.parse(announced)))));
