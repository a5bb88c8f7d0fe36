// Hands a file to a process that looks into it, in a private folder that goes whatever happens.

import { createReadStream } from 'node:fs';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InspectorUnavailable, Inspection, type Inspector } from '../../documents/checks/inspection.ts';
import type { ChildEnd, ChildLimits } from './child-process.ts';
import { launchChild } from './launcher-process.ts';
import { COPY, FILE, writeTask } from './task.ts';

/** A sheet in colour at 600 dpi is 105 MB when it is unpacked, a picture of 50 megapixels 150 MB. */
const LIMITS: ChildLimits = { seconds: 60, processorSeconds: 30, mebibytes: 1024 };

const PREFIX = 'lintas-inspection-';
/** No inspection takes so long. */
const FORGOTTEN_MS = 900_000;

/** @param folder where the private folders are made */
export function createInspector(limits: ChildLimits = LIMITS, folder: string = tmpdir()): Inspector {
  const removal = removeForgotten(folder);
  return {
    async inspect(file, announced, keep) {
      await removal;
      const place = await mkdtemp(join(folder, PREFIX)).catch(unavailable);
      try {
        await write(join(place, FILE), file);
        const inspection = readEnd(await runTwice(place, writeTask(announced), limits));
        if (inspection.copy !== undefined) await keep(createReadStream(join(place, COPY)));
        return inspection;
      } finally {
        await rm(place, { recursive: true, force: true });
      }
    },
  };
}

/** Removes what a server has left that was killed before the process began which would have cleaned up. */
async function removeForgotten(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const place = join(folder, name);
    const changedAt = await stat(place).then(({ mtimeMs }) => mtimeMs, Date.now);
    // Another user's, or gone: not ours to worry about.
    if (Date.now() - changedAt > FORGOTTEN_MS)
      await rm(place, { recursive: true, force: true }).catch(() => {});
  }
}

/**
 * A process that was slow or was ended from outside gets a second chance: the machine may have been busy. Only a file
 * that was slow both times is at fault.
 */
async function runTwice(place: string, task: readonly string[], limits: ChildLimits): Promise<ChildEnd> {
  const first = await launchChild(place, task, limits);
  if (first.kind !== 'slow' && first.kind !== 'stopped') return first;
  const second = await launchChild(place, task, limits);
  return second.kind === 'slow' ? first : second;
}

function readEnd(end: ChildEnd): Inspection {
  if (end.kind === 'absent')
    throw new InspectorUnavailable('The process that looks into files does not start.');
  if (end.kind === 'stopped')
    throw new InspectorUnavailable('The process that looks into files is ended from outside.');
  const inspection = end.kind === 'answered' ? parse(end.output) : undefined;
  return inspection ?? { findings: [{ method: 'format', result: 'fail', reason: 'corrupt' }] };
}

function parse(output: string): Inspection | undefined {
  try {
    return Inspection.parse(JSON.parse(output));
  } catch {
    return undefined;
  }
}

/** Errors of the blob store go on as they are; those of the folder are told without its path. */
async function write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch(unavailable);
  try {
    for await (const chunk of bytes) await file.writeFile(chunk).catch(unavailable);
  } finally {
    await file.close();
  }
}

function unavailable(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  throw new InspectorUnavailable(`The folder for files that are looked into answered ${code}.`);
}
