// A real ClamAV daemon with a signature database of our own, so that nothing has to be fetched: it knows one harmful
// file, EICAR's test file, and nothing else.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** In two parts, so that no scanner takes this source for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
/** Larger streams are refused. */
export const STREAM_LIMIT = 1024 * 1024;

/** Why tests with a daemon are left out, or `false` if there is one. With `CI=true` they are never left out. */
export function whyNoClamd(): string | false {
  return findClamd() !== undefined || process.env['CI'] === 'true'
    ? false
    : 'ClamAV is not installed: apt install clamav-daemon';
}

/** Debian keeps it where only root looks. */
function findClamd(): string | undefined {
  return ['clamd', '/usr/sbin/clamd'].find((program) => spawnSync(program, ['--version']).status === 0);
}

export interface Clamd {
  /** As `LINTAS_CLAMD_URL` takes it. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startClamd(): Promise<Clamd> {
  const folder = await mkdtemp(join(tmpdir(), 'lintas-clamd-'));
  const socket = join(folder, 'clamd.socket');
  const signature = Buffer.from(EICAR, 'latin1').toString('hex');
  await writeFile(join(folder, 'lintas.ndb'), `Lintas.Test:0:*:${signature}\n`);
  const settings = {
    DatabaseDirectory: folder,
    LocalSocket: socket,
    TemporaryDirectory: folder,
    StreamMaxLength: STREAM_LIMIT,
    Foreground: 'yes',
    SelfCheck: 86_400,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
  await writeFile(join(folder, 'clamd.conf'), lines.join(''));
  const child = spawn(findClamd() ?? 'clamd', [`--config-file=${join(folder, 'clamd.conf')}`], {
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  while (!(await answers(socket))) {
    if (child.exitCode !== null) throw new Error('clamd has ended.');
    await wait(50);
  }
  return {
    url: `unix:${socket}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(path: string): Promise<boolean> {
  const socket = createConnection({ path });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
