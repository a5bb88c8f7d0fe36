// The reference API as its own process on a folder of its own, so that it can be killed like any server.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  type ApplicationsClient,
  type Client,
  createClient,
  type ReviewsClient,
  type StatusSession,
} from '@lintas/sdk';
import type { AppendEvent, CreatedApplication } from '@lintas/contract/status';
import { QUICK } from './quick.ts';

/** Keys of the demonstration. */
const PAGE_KEY = 'pk_demo_partner';
const SYSTEM_KEY = 'sk_demo_authority';

type Settings = Readonly<Record<string, string>>;

export interface ReferenceApi extends AsyncDisposable {
  readonly port: number;
  /** The authority's own way in, past any proxy. */
  readonly applications: ApplicationsClient;
  readonly reviews: ReviewsClient;
  /** Paths of everything in its own folder of documents. */
  blobs(): Promise<string[]>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again, on the same folder and port. */
  restart(): Promise<void>;
}

/** @param settings as in the environment: another database, or another place for files */
export async function startReferenceApi(settings: Settings = {}): Promise<ReferenceApi> {
  const folder = await mkdtemp(join(tmpdir(), 'lintas-sdk-'));
  const [code] = (await once(run('seed', folder, 0, settings), 'exit')) as [number | null];
  if (code !== 0) throw new Error('The demonstration could not be written.');
  return serveReferenceApi(folder, settings);
}

/** Starts it on a folder that was prepared; one that serves alone has the folder to itself. */
export async function serveReferenceApi(folder: string, settings: Settings): Promise<ReferenceApi> {
  let child = run('serve', folder, 0, settings);
  const port = await portOf(child);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    port,
    applications: systemAt(`http://127.0.0.1:${port}`),
    reviews: createClient({ baseUrl: `http://127.0.0.1:${port}`, key: SYSTEM_KEY, timing: QUICK }).reviews,
    blobs: () => listFiles(join(folder, 'documents')),
    kill,
    async restart() {
      child = run('serve', folder, port, settings);
      await portOf(child);
    },
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Folders may go while one looks. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const paths = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
  return (await Promise.all(paths)).flat();
}

/** A partner's page. */
export function pageAt(baseUrl: string, timing = QUICK): Client {
  return createClient({ baseUrl, key: PAGE_KEY, timing });
}

/** An authority's system, on a way that may fail. */
export function systemAt(baseUrl: string, timing = QUICK): ApplicationsClient {
  return createClient({ baseUrl, key: SYSTEM_KEY, timing }).applications;
}

/** A new case that an officer can go on with. */
export function createCase({ applications }: ReferenceApi): Promise<CreatedApplication> {
  return applications.create({
    kind: 'stay_limited',
    filedAt: '2026-03-01T02:00:00Z',
    applicant: { initials: 'A.B.' },
  });
}

/** Opens a case as the person who has its reference and PIN. */
export function openCase(page: Client, { reference, pin }: CreatedApplication): Promise<StatusSession> {
  return page.status.open({ reference, pin });
}

/** An event that may follow any other in a case that is not finished. */
export const NEWS: AppendEvent = { code: 'estimate_updated', change: 'information', estimate: null };

function run(command: 'seed' | 'serve', folder: string, port: number, settings: Settings): ChildProcess {
  const program = join(findPackageJSON('@lintas/server', import.meta.url) ?? '', '..', 'bin', 'lintas.ts');
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('LINTAS_'));
  const child = spawn(process.execPath, ['--conditions=source', program, command], {
    env: {
      ...Object.fromEntries(own),
      ...settings,
      LINTAS_DEMO: '1',
      LINTAS_DATA_DIR: folder,
      LINTAS_PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithUs(child);
  return child;
}

/** Kills servers that are left when the tests end before their time. */
function endWithUs(child: ChildProcess): void {
  const kill = (): void => void child.kill('SIGKILL');
  const interrupt = (): void => process.exit(1);
  process.once('exit', kill);
  process.once('SIGTERM', interrupt);
  child.once('exit', () => {
    process.off('exit', kill);
    process.off('SIGTERM', interrupt);
  });
}

/** Waits for the line that says where the server answers. */
async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('The server has no output.');
  const lines = createInterface(child.stdout);
  for await (const line of lines) {
    const port = /^Lintas answers at .*:(\d+)$/.exec(line)?.[1];
    if (port === undefined) continue;
    // Whatever it logs from now on is read and dropped, or the pipe would fill up.
    child.stdout.resume();
    return Number(port);
  }
  throw new Error('The server ended before it answered.');
}
