// Runs in a process of its own and is ended when it takes too much: looks into one file and says what it found.
//   node child.ts <folder> <process id of the launcher> <seconds of work> <what was announced, as writeTask tells it…>

import { rmSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SNIFFED_BYTES } from '@lintas/contract/documents/media-type';
import { loadInspection } from './inspect-file.ts';
import { COPY, FILE, READY, readTask } from './task.ts';

const [, , folder = '', launcher = '', seconds = '', ...task] = process.argv;
const watchdog = new URL(`./watchdog${extname(import.meta.url)}`, import.meta.url);
// Nobody listens any more, before the thread could see it.
process.stdout.on('error', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(1);
});
// Where the system has no memory left, this process goes and not the server. Elsewhere there is no such file.
await writeFile('/proc/self/oom_score_adj', '1000', { flag: 'r+' }).catch(() => {});
const path = join(folder, FILE);
const inspectFile = await loadInspection(await readHead(path));
process.stdout.write(READY);
new Worker(watchdog, { argv: [folder, launcher, seconds] }).unref();
const file = { path, bytes: await readFile(path), copyTo: join(folder, COPY) };
process.stdout.write(JSON.stringify(await inspectFile(file, readTask(task))));

async function readHead(of: string): Promise<Uint8Array> {
  const opened = await open(of);
  try {
    const { buffer, bytesRead } = await opened.read({ buffer: new Uint8Array(SNIFFED_BYTES) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}
