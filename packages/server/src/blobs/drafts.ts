// Files that are being written and have no name of a blob yet. A process that is killed leaves its drafts behind; whoever
// has the folder open removes them soon.

import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../node/make-folder.ts';

const FOLDER = '.drafts';

/** Nobody writes a draft for so long without adding to it: then it is one of a machine that does not come back. */
const LONGEST_MS = 60 * 60_000;
/** How often those who have the folder open look for what others have left. */
const LOOK_EVERY_MS = 60_000;

export interface Drafts {
  /** Path for a new draft. */
  name(): string;
  /** Whether a file of the store is a draft. */
  includes(key: string): boolean;
  close(): void;
}

export async function openDrafts(root: string): Promise<Drafts> {
  const folder = join(root, FOLDER);
  try {
    makeFolder(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Error(`The folder ${root} cannot be made (${code}). LINTAS_BLOB_URL names another one.`, {
      cause: error,
    });
  }
  await removeDead(folder);
  const timer = setInterval(() => void removeDead(folder).catch(() => {}), LOOK_EVERY_MS);
  timer.unref();
  return {
    name: () => join(folder, [process.pid, randomUUID(), hostname()].join('.')),
    includes: (key) => key.startsWith(`${FOLDER}/`),
    close: () => clearInterval(timer),
  };
}

async function removeDead(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Another process may be removing the same.
    const entry = await stat(path).catch(() => undefined);
    if (entry && isDead(name, entry.mtimeMs)) await rm(path, { force: true });
  }
}

function isDead(name: string, writtenAt: number): boolean {
  if (writtenAt < Date.now() - LONGEST_MS) return true;
  const [pid = '', , ...host] = name.split('.');
  if (host.join('.') !== hostname()) return false;
  // In a container every process that is started anew has the number of the one before.
  if (Number(pid) === process.pid) return writtenAt < Date.now() - process.uptime() * 1000;
  return !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
