// An installation of Lintas with one authority, whose API can be started and ended as if the power failed.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SCOPES } from '@lintas/contract';
import { capture, cleanUpAtExit, findFreePort, root, stopProcess } from '../processes.ts';

export type Engine = 'pglite' | 'postgres';

export interface Installation {
  /** Where the API answers while it runs. */
  readonly url: string;
  /** Secret key of the authority. */
  readonly key: string;
  /** Publishable key of a partner. */
  readonly pageKey: string;
  /** Starts `lintas serve` and waits until it answers. */
  start(): Promise<void>;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
  /** Starts one more process on the same database and files, which only a database server allows. */
  startAnother(): Promise<{ readonly url: string; kill(): Promise<void> }>;
  remove(): Promise<void>;
}

/** Also after a kill, with what that left behind to be tidied up. */
const STARTING_SECONDS = 60;

const command = join(root, 'packages/server/bin/lintas.ts');

/** Sets up an installation in a temporary folder. `environment` names the database, if it is not PGlite, and where files are. */
export async function openInstallation(environment: Readonly<Record<string, string>>): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-faults-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const forgetFolder = cleanUpAtExit(removeFolder);
  const port = await findFreePort();
  const env = { ...process.env, ...environment, LINTAS_DATA_DIR: folder, LINTAS_PORT: String(port) };

  const lintas = async (...args: string[]): Promise<string> => {
    const { code, output } = await capture('node', ['--conditions=source', command, ...args], { env });
    if (code !== 0) throw new Error(`lintas ${args.join(' ')}: ${output}`);
    return output;
  };
  const names = ['--name-en', 'A', '--name-id', 'A'];
  await lintas('tenants', 'create', '--id', 'authority', '--issuer', 'FA', ...names);
  await lintas('tenants', 'create', '--id', 'partner', ...names);
  const printed = await lintas(
    ...['keys', 'create', '--tenant', 'authority', '--kind', 'secret', '--scopes', SCOPES.join(',')],
  );
  const printedForPages = await lintas(
    ...[
      'keys',
      'create',
      '--tenant',
      'partner',
      '--kind',
      'publishable',
      '--origins',
      'https://help.example.org',
    ],
  );
  const key = /sk_\S+/.exec(printed)?.[0];
  const pageKey = /pk_\S+/.exec(printedForPages)?.[0];
  if (key === undefined || pageKey === undefined) throw new Error(`lintas keys create printed no key.`);

  let kill = async (): Promise<void> => {};
  return {
    url: `http://127.0.0.1:${port}`,
    key,
    pageKey,
    async start() {
      kill = await startServer(env);
    },
    async startAnother() {
      const another = await findFreePort();
      const killIt = await startServer({ ...env, LINTAS_PORT: String(another) });
      return { url: `http://127.0.0.1:${another}`, kill: killIt };
    },
    kill: () => kill(),
    async remove() {
      await kill();
      removeFolder();
      forgetFolder();
    },
  };
}

/** Answers how to end it. */
async function startServer(env: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const child = spawn('node', ['--conditions=source', command, 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const forgetChild = cleanUpAtExit(() => child.kill('SIGKILL'));
  const lines = createInterface(child.stdout);
  const late = AbortSignal.timeout(STARTING_SECONDS * 1000);
  const [line]: unknown[] = await Promise.race([
    once(lines, 'line', { signal: late }),
    once(child, 'exit', { signal: late }),
  ]).catch(() => []);
  if (typeof line !== 'string')
    throw new Error(`lintas serve did not start, or not within ${STARTING_SECONDS} seconds.`);
  return async () => {
    await stopProcess(child, 'SIGKILL');
    forgetChild();
  };
}
