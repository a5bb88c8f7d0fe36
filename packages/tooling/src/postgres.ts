// A PostgreSQL server of the tests' own: on a free port, in a temporary folder, gone afterwards. Never a
// shared one, so nothing of anybody's can be harmed and every run starts from nothing.
//
// As a command it runs another command with the server's address in LINTAS_TEST_POSTGRES_URL:
//   node --conditions=source packages/tooling/src/postgres.ts -- node --conditions=source --test <file>

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, globSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installDebianPackages } from './debian.ts';
import { capture, cleanUpAtExit, findExecutable, findFreePort, stopProcess, waitWhile } from './processes.ts';
import { runBeside } from './run-beside.ts';

/** The oldest PostgreSQL whose SQL we rely on. */
const oldestVersion = 15;

/** A server is made in five seconds and starts in one, also on a slow machine. */
const STARTING_SECONDS = 60;

export interface Postgres {
  /** A superuser's address of a maintenance database; each test file creates its own database from there. */
  readonly url: string;
  /** Stops the server and deletes its folder. */
  stop(): Promise<void>;
}

/** The folder with a recent enough `postgres` and `initdb`, or `undefined`. */
export function findPostgres(): string | undefined {
  const places = [
    '/usr/lib/postgresql/*/bin/postgres',
    '/usr/pgsql-*/bin/postgres',
    '/opt/homebrew/opt/postgresql*/bin/postgres',
    '/usr/local/opt/postgresql*/bin/postgres',
  ];
  const onPath = findExecutable(['postgres']);
  const programs = [
    ...(onPath ? [realpathSync(onPath)] : []),
    ...places.flatMap((place) => globSync(place).sort().reverse()),
  ];
  const program = programs.find((candidate) => readVersion(candidate) >= oldestVersion);
  return program && dirname(program);
}

function readVersion(program: string): number {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return Number(/ (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/**
 * Starts a server, installing PostgreSQL where that is possible. Without one it says what is left out and
 * answers `undefined`; with `CI=true` that is an error.
 */
export async function ensurePostgres(): Promise<Postgres | undefined> {
  if (!findPostgres()) await installDebianPackages(['postgresql']);
  const programs = findPostgres();
  if (programs) return startPostgres(programs);
  const message = `No PostgreSQL ${oldestVersion} or later`;
  if (process.env['CI'] === 'true') throw new Error(`${message}, which CI needs.`);
  console.log(`${message}: the tests on a database server are left out. On Debian: apt install postgresql`);
  return undefined;
}

async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-postgres-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const forgetFolder = cleanUpAtExit(removeFolder);
  const user = await findUser();
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);

  const data = join(folder, 'data');
  const initialise = [
    '--pgdata',
    data,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
  ];
  const { code, output } = await capture(
    join(programs, 'initdb'),
    [...initialise, '--encoding=UTF8', '--no-locale', '--no-sync'],
    { cwd: folder, timeout: STARTING_SECONDS * 1000, ...user },
  );
  if (code !== 0) throw new Error(`PostgreSQL could not be initialised:\n${output}`);

  const port = await findFreePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 300,
    // Tests kill processes, never the power: the system's cache keeps what was written.
    fsync: 'off',
  };
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...user },
  );
  const forgetServer = cleanUpAtExit(() => {
    server.kill('SIGQUIT');
    // It removes this file last; until then it may still write into the folder that goes next.
    waitWhile(() => existsSync(join(data, 'postmaster.pid')));
  });
  await untilReady(server.stderr);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown: it ends the sessions instead of waiting for them.
      await stopProcess(server, 'SIGINT');
      removeFolder();
      forgetServer();
      forgetFolder();
    },
  };
}

/** PostgreSQL refuses to run as root: as root we use an account that owns nothing. */
async function findUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((option) => capture('id', [option, name])));
    if (uid?.code === 0 && gid?.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is no account "postgres" or "nobody" to run it as.',
  );
}

/** Waits for the line with which the server says that it takes connections. */
async function untilReady(log: NodeJS.ReadableStream): Promise<void> {
  let text = '';
  await new Promise<void>((resolve, reject) => {
    log.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('ready to accept connections')) resolve();
    });
    const refuse = (): void => reject(new Error(`PostgreSQL did not start:\n${text}`));
    log.once('end', refuse);
    setTimeout(refuse, STARTING_SECONDS * 1000).unref();
  });
  // From here on the log is read and thrown away: an unread pipe would stop the server once it is full.
  log.removeAllListeners('data').resume();
}

if (import.meta.main) await runBeside(ensurePostgres, 'LINTAS_TEST_POSTGRES_URL');
