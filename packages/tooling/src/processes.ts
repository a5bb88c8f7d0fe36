// Other programs and loopback ports: find them, start them, wait for them, and leave none behind.

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, with a slash at its end. */
export const root: string = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs a program to its end with our own input and output; answers its exit code (1 when a signal ended it). */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  const forget = cleanUpAtExit(() => child.kill());
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  forget();
  return code;
}

/** Runs a program quietly; answers its exit code and everything it printed, both streams in order. */
export async function capture(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const forget = cleanUpAtExit(() => child.kill());
  let output = '';
  const collect = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  forget();
  return { code, output };
}

/** The first of the programs that can be executed: a bare name is looked for on the path. */
export function findExecutable(candidates: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = candidates.flatMap((candidate) =>
    /[\\/]/.test(candidate) ? [candidate] : folders.map((folder) => join(folder, candidate)),
  );
  return places.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A loopback port that nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

/** Waits until somebody accepts connections on a loopback port; throws after `seconds`. */
export async function waitForPort(port: number, seconds = 20): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isListening(port))) {
    if (Date.now() > deadline) throw new Error(`Nothing listens on port ${port} after ${seconds} seconds.`);
    await sleep(50);
  }
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Asks a program to end and waits for it; after `seconds` it is ended without being asked. */
export async function stopProcess(
  child: ChildProcess,
  signal: NodeJS.Signals = 'SIGTERM',
  seconds = 10,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  await exited;
  clearTimeout(timer);
}

const cleanups = new Set<() => void>();

/**
 * Registers work that must not be left undone however this process ends: by itself, by an error, by Ctrl+C.
 * It has to be synchronous. The answer takes the registration back.
 */
export function cleanUpAtExit(cleanUp: () => void): () => void {
  listenForTheEnd();
  cleanups.add(cleanUp);
  return () => cleanups.delete(cleanUp);
}

/** Holds this process up while something is the case, for at most five seconds: for clean-ups, which cannot await. */
export function waitWhile(condition: () => boolean): void {
  const deadline = Date.now() + 5000;
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  while (condition() && Date.now() < deadline) Atomics.wait(nothing, 0, 0, 20);
}

let listening = false;

function listenForTheEnd(): void {
  if (listening) return;
  listening = true;
  // What was started last ends first: a server before the folder it writes to.
  process.on('exit', () => [...cleanups].reverse().forEach((cleanUp) => cleanUp()));
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}
