// Runs the process that looks into a file, and ends it when it takes too much. It inherits no environment, so there is
// no password or key in it to be found.

import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXHAUSTED, READY } from './task.ts';

export interface ChildLimits {
  readonly seconds: number;
  /** Of these, how many it may use the processor for. A process that waits for it more than that was held up. */
  readonly processorSeconds: number;
  /** Memory that it may have resident. Watched where there is `/proc`; elsewhere only its JavaScript is bounded. */
  readonly mebibytes: number;
}

/** How a process ended. What it wrote counts only when it ended by itself, and well. */
export type ChildEnd =
  | { readonly kind: 'answered'; readonly output: string }
  /** It broke, or took too much memory or work: another try would end the same way. */
  | { readonly kind: 'broke' }
  /** It was not done in time: the file's fault, or the machine's, which may be busy. */
  | { readonly kind: 'slow' }
  /** It was ended from outside, which says nothing about the file. */
  | { readonly kind: 'stopped' }
  /** It never began to work. */
  | { readonly kind: 'absent' };

const MAX_OUTPUT_BYTES = 16_384;
const LOOK_EVERY_MS = 50;
const HEAP_MEBIBYTES = 512;

/**
 * What a process does to itself when it breaks. Any other signal comes from outside: from a service manager, from
 * somebody at the keyboard, or, as SIGKILL, from a system that has no memory left. That one says that the machine is too
 * small or too full: what takes more than we allow is mostly seen by us before. So the file waits, and the log says so.
 */
const CRASHES: readonly string[] = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGSYS'];

/**
 * @param folder the only place where it is to write, also what its libraries put aside for a moment
 * @param task what it is to do, as arguments
 */
export function runChild(folder: string, task: readonly string[], limits: ChildLimits): Promise<ChildEnd> {
  const ending = extname(import.meta.url);
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${Math.min(HEAP_MEBIBYTES, limits.mebibytes)}`,
      // In the repository, packages are run from their sources.
      ...(ending === '.ts' ? ['--conditions=source'] : []),
      fileURLToPath(new URL(`./child${ending}`, import.meta.url)),
      folder,
      String(process.pid),
      String(limits.processorSeconds),
      ...task,
    ],
    // What it says on stderr may repeat what is in the file.
    { cwd: folder, env: environmentIn(folder), stdio: ['ignore', 'pipe', 'ignore'] },
  );
  giveWay(child);
  let output = '';
  let isSlow = false;
  let tooMuch = false;
  const stop = (): void => {
    tooMuch = true;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => {
    isSlow = true;
    child.kill('SIGKILL');
  }, limits.seconds * 1000);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.length > MAX_OUTPUT_BYTES) stop();
  });
  const watch = setInterval(() => void stopAbove(child, limits.mebibytes, stop), LOOK_EVERY_MS);
  return new Promise((resolve) => {
    const end = (result: ChildEnd): void => {
      clearInterval(watch);
      clearTimeout(timer);
      resolve(result);
    };
    child.once('error', () => end({ kind: 'absent' }));
    child.once('close', (code, signal) => {
      if (output.includes(EXHAUSTED)) tooMuch = true;
      if (!output.startsWith(READY)) end({ kind: tooMuch ? 'broke' : 'absent' });
      else if (code === 0 && !tooMuch) end({ kind: 'answered', output: output.slice(READY.length) });
      else if (tooMuch || signal === null || CRASHES.includes(signal)) end({ kind: 'broke' });
      else end({ kind: isSlow ? 'slow' : 'stopped' });
    });
  });
}

/** People who are sending files come first. */
function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system does not let us: it is only slower for others then.
  }
}

/** Where to write, and what Windows needs to start a program at all. */
export function environmentIn(folder: string): Record<string, string> {
  const { SystemRoot } = process.env;
  return { TMPDIR: folder, TEMP: folder, TMP: folder, ...(SystemRoot !== undefined && { SystemRoot }) };
}

async function stopAbove(child: ChildProcess, mebibytes: number, stop: () => void): Promise<void> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const [, kibibytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  if (Number(kibibytes) > mebibytes * 1024) stop();
}
