// A reference API in a process of its own, with a database in memory, the demonstration's data, and a publishable
// key for one origin. Its own process, so that it runs from the sources whatever the test runner was started with.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { cleanUpAtExit, root, stopProcess } from '../processes.ts';
import { source } from '../tools.ts';

/** What the process says of itself once it can be used. */
export interface ApiAddress {
  readonly url: string;
  readonly publishableKey: string;
  /** The demonstration authority's key. */
  readonly secretKey: string;
}

export interface ApiProcess extends ApiAddress {
  stop(): Promise<void>;
}

/** Starts the API; resolves when it answers. */
export async function startApiProcess(origin: string): Promise<ApiProcess> {
  const args = source('packages/tooling/src/browser-tests/api-server.ts', origin);
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const forget = cleanUpAtExit(() => child.kill('SIGKILL'));
  const address = await readAddress(child.stdout);
  return {
    ...address,
    async stop() {
      await stopProcess(child);
      forget();
    },
  };
}

/** The first line is the address, as JSON; the log that follows is read and thrown away. */
async function readAddress(output: NodeJS.ReadableStream): Promise<ApiAddress> {
  const lines = createInterface({ input: output });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      output.resume();
      resolve(JSON.parse(line) as ApiAddress);
    });
    lines.once('close', () => reject(new Error('The API ended before it said where it is.')));
  });
}
