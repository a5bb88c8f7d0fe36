// Lintas as an operator runs it: the command line, each time in a process of its own.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { capture, cleanUpAtExit, root, stopProcess } from '../processes.ts';

/** Settings of the command line, by the names of the environment's variables. */
export type Settings = Readonly<Record<`LINTAS_${string}`, string>>;

/** A program that runs and can be measured. */
export interface RunningProgram {
  /** Without a slash at its end. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** As it is published: from its sources, Node would take the types out of every file first, in each process anew. */
const PROGRAM = 'packages/server/dist/bin/lintas.js';

/** Runs a command to its end; answers what it printed. */
export async function runLintas(settings: Settings, ...args: readonly string[]): Promise<string> {
  const { code, output } = await capture(process.execPath, [PROGRAM, ...args], {
    env: withSettings(settings),
  });
  if (code !== 0) throw new Error(`lintas ${args.join(' ')} failed:\n${output}`);
  return output;
}

/** Runs `lintas serve` on a free port; resolves when it answers. */
export async function startLintas(settings: Settings): Promise<RunningProgram> {
  const env = withSettings({ ...settings, LINTAS_PORT: '0' });
  return startProgram([PROGRAM, 'serve'], env);
}

/** Runs Node; the program says its address in its first line. Its further output is read and thrown away. */
export async function startProgram(args: readonly string[], env: NodeJS.ProcessEnv): Promise<RunningProgram> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const forget = cleanUpAtExit(() => child.kill('SIGKILL'));
  const port = await readPort(child.stdout);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? Number.NaN,
    async stop() {
      await stopProcess(child);
      forget();
    },
  };
}

async function readPort(output: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: output });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      const port = /http:\/\/\S+:(\d+)/.exec(line)?.[1];
      if (port === undefined) reject(new Error(`No address in "${line}".`));
      else resolve(port);
      output.resume();
    });
    lines.once('close', () => reject(new Error('The program ended before it said where it is.')));
  });
}

/** None of the settings that this process was started with. */
function withSettings(settings: Settings): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('LINTAS_'));
  // The demonstration listens on loopback only, and its keys are known.
  return { ...Object.fromEntries(inherited), LINTAS_DEMO: '1', ...settings };
}
