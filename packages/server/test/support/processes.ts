// Other processes, for what must hold between them.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface TestProcess {
  readonly child: ChildProcess;
  /** Resolves with the first line that the process writes; rejects with its errors if it ends before. */
  firstLine(): Promise<string>;
  /** Resolves with the exit code, and everything that was written to standard error. */
  ended(): Promise<{ code: number | null; errors: string }>;
  /** Ends it as a power switch would. */
  kill(): Promise<void>;
}

/** Runs a source file of ours, given relative to `base`. */
export function startProcess(
  file: string,
  base: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): TestProcess {
  const path = fileURLToPath(new URL(file, base));
  const child = spawn(process.execPath, ['--conditions=source', path, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, errors }));
  const lines = createInterface(child.stdout);
  const line = new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    void exit.then(() => reject(new Error(`The process ended: ${errors}`)));
  });
  line.catch(() => {});
  return {
    child,
    firstLine: () => line,
    ended: () => exit,
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
