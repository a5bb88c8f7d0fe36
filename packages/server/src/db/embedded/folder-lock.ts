// One process to a folder: two databases on the same files lose rows without a word.
//
// The lock is a file that exists while a process has the folder. It says which process, so that a lock left
// by a killed one is taken over; how old it is says nothing.

import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { noRoomToStart } from './reserve.ts';

/** Who has a folder. A process id alone is used again by other processes. */
interface Holder {
  readonly pid: number;
  /** When the process started, in the kernel's own unit; `null` where the kernel does not tell. */
  readonly started: string | null;
  readonly host: string;
}

/** Somebody else has the folder, as far as can be told. The message is a sentence for the operator. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** Locks that this process holds. */
const held = new Set<string>();

/** Takes the folder for this process. Answers how to give it back. @throws FolderInUse */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  if (!create(file)) takeOver(folder, file);
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

/** Creates the lock, unless there is one: whole from the first moment, which `O_EXCL` alone would not give. */
function create(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  const self: Holder = { pid: process.pid, started: readStart(process.pid), host: hostname() };
  try {
    writeFileSync(draft, JSON.stringify(self), { flush: true });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw hasCode(error, 'ENOSPC') ? noRoomToStart(error) : error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Replaces a dead process's lock. Looking and replacing are two steps, between which another process could
 * have done the same, so a second lock guards them.
 */
function takeOver(folder: string, file: string): void {
  refuseIfAlive(folder, file);
  const guard = `${file}.takeover`;
  if (!create(guard)) {
    throw new FolderInUse(
      `Another process is opening ${folder} at this moment. If none is, a crash left ${guard}: delete it.`,
    );
  }
  try {
    refuseIfAlive(folder, file);
    rmSync(file, { force: true });
    if (!create(file)) refuseIfAlive(folder, file);
  } finally {
    unlinkSync(guard);
  }
}

function refuseIfAlive(folder: string, file: string): void {
  const holder = readHolder(file);
  if (holder === 'gone') return;
  const advice =
    'An embedded database serves one process; for several, set LINTAS_DATABASE_URL to a PostgreSQL.';
  if (holder === 'unreadable') {
    throw new FolderInUse(
      `${file} cannot be read. If no process uses ${folder}, delete that file. ${advice}`,
    );
  }
  if (holder.host !== hostname()) {
    throw new FolderInUse(
      `${folder} is in use by process ${holder.pid} on ${holder.host}, or was when that stopped. ` +
        `If it no longer runs, delete ${file}. ${advice}`,
    );
  }
  if (held.has(file) || isAlive(holder)) {
    throw new FolderInUse(`${folder} is in use by process ${holder.pid}. ${advice}`);
  }
}

function isAlive({ pid, started }: Holder): boolean {
  // Our own id in a lock that we do not hold: an earlier process had the same one.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not permitted to signal it, so it exists.
    return hasCode(error, 'EPERM');
  }
  return started === null || readStart(pid) === started;
}

/** Field 22 of /proc/<pid>/stat (proc_pid_stat(5)): start time in clock ticks since boot. */
function readStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function readHolder(file: string): Holder | 'gone' | 'unreadable' {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(holder) ? holder : 'unreadable';
  } catch (error) {
    return hasCode(error, 'ENOENT') ? 'gone' : 'unreadable';
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'started' in value &&
    (value.started === null || typeof value.started === 'string') &&
    'host' in value &&
    typeof value.host === 'string'
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
