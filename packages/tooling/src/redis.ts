// A Redis server of the tests' own: on a free port, in memory only, gone afterwards.

import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { installDebianPackages } from './debian.ts';
import { cleanUpAtExit, findExecutable, findFreePort, stopProcess, waitForPort } from './processes.ts';

export interface Redis {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server, installing Redis where that is possible. Without one it says what is left out. */
export async function ensureRedis(): Promise<Redis | undefined> {
  const find = (): string | undefined => findExecutable(['redis-server']);
  if (!find()) await installDebianPackages(['redis-server']);
  const program = find();
  if (program) return startRedis(program);
  console.log('No Redis: the tests of its wake-ups are left out. On Debian: apt install redis-server');
  return undefined;
}

async function startRedis(program: string): Promise<Redis> {
  const port = await findFreePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(program, options, { cwd: tmpdir(), stdio: 'ignore' });
  const forget = cleanUpAtExit(() => server.kill('SIGKILL'));
  await waitForPort(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      await stopProcess(server);
      forget();
    },
  };
}
