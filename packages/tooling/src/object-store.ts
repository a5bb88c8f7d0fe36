// An object store of the tests' own that speaks S3: a Ceph gateway with one monitor and one storage daemon in memory,
// on free ports and in a temporary folder, gone afterwards.
//
// As a command it runs another command with the store's address in LINTAS_TEST_S3_URL:
//   node --conditions=source packages/tooling/src/object-store.ts -- node --conditions=source --test <file>

import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { installDebianPackages } from './debian.ts';
import {
  capture,
  cleanUpAtExit,
  findExecutable,
  findFreePort,
  stopProcess,
  waitForPort,
} from './processes.ts';
import { runBeside } from './run-beside.ts';

const programs = ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph'];
const packages = ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph-common'];
const BYTES = 2 * 1024 ** 3;
/** Each step of a start takes less than five seconds, also on a slow machine. */
const STEP_SECONDS = 40;
const ATTEMPTS = 3;

export interface ObjectStore {
  /** Address of the service, with an access key as its user and the secret of it as its password. */
  readonly url: string;
  /** Stops the daemons and deletes their folder. */
  stop(): Promise<void>;
}

export function hasObjectStore(): boolean {
  return programs.every((name) => findExecutable([name]) !== undefined);
}

/**
 * Starts an object store, installing Ceph where that is possible. Without one it says what is left out and answers
 * `undefined`; with `CI=true` that is an error.
 */
export async function ensureObjectStore(): Promise<ObjectStore | undefined> {
  if (!hasObjectStore()) await installDebianPackages(packages);
  if (hasObjectStore()) return startObjectStore();
  if (process.env['CI'] === 'true') throw new Error('No Ceph, which CI needs.');
  console.log(
    `No Ceph: the tests on an object store are left out. On Debian: apt install ${packages.join(' ')}`,
  );
  return undefined;
}

/** Its parts now and then wait for one another without end, or somebody else takes a port. Then all of it starts anew. */
async function startObjectStore(): Promise<ObjectStore> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryToStart();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      console.warn('The object store is started once more:', error);
    }
  }
}

async function tryToStart(): Promise<ObjectStore> {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-ceph-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const cleanups = [cleanUpAtExit(removeFolder)];
  const daemons: ChildProcess[] = [];
  const start = (name: string, ...args: string[]): void => {
    const child = spawn(name, ['--conf', join(folder, 'ceph.conf'), '--foreground', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
    daemons.push(child);
    cleanups.push(cleanUpAtExit(() => child.kill('SIGKILL')));
  };
  const stop = async (): Promise<void> => {
    // All of it is in memory and nobody needs it any more.
    await Promise.all(daemons.map((daemon) => stopProcess(daemon, 'SIGKILL')));
    removeFolder();
    for (const forget of cleanups) forget();
  };
  try {
    return { url: await startDaemons(folder, start), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts one after the other; answers the address of the last. */
async function startDaemons(
  folder: string,
  start: (name: string, ...args: string[]) => void,
): Promise<string> {
  const [monitor, gateway] = [await findFreePort(), await findFreePort()];
  for (const name of ['mon', 'osd', 'rgw', 'run']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'ceph.conf'), settings(folder, monitor, gateway));
  const ask = async (name: string, ...args: string[]): Promise<void> => {
    const { code, output } = await capture(name, ['--conf', join(folder, 'ceph.conf'), ...args], {
      cwd: folder,
      timeout: STEP_SECONDS * 1000,
      killSignal: 'SIGKILL',
    });
    if (code === 0) return;
    throw new Error(
      `${name} ${args.slice(0, 2).join(' ')} did not work, or not in ${STEP_SECONDS} seconds:\n${output}`,
    );
  };
  const osd = randomUUID();

  await ask(
    'ceph-authtool',
    '--create-keyring',
    'mon-key',
    '--gen-key',
    '--name',
    'mon.',
    '--cap',
    'mon',
    'allow *',
  );
  await ask('monmaptool', '--create', '--fsid', FSID, '--addv', 'a', `[v1:127.0.0.1:${monitor}]`, 'monitors');
  await ask('ceph-mon', '--id', 'a', '--mkfs', '--monmap', 'monitors', '--keyring', 'mon-key');
  start('ceph-mon', '--id', 'a');
  await waitForPort(monitor, STEP_SECONDS);
  await ask('ceph', 'osd', 'new', osd, '0');
  await ask('ceph-osd', '--id', '0', '--mkfs', '--osd-uuid', osd);
  await ask('ceph', 'osd', 'crush', 'add', 'osd.0', '1.0', 'root=default', 'host=here');
  start('ceph-osd', '--id', '0');
  start('radosgw', '--name', 'client.rgw');
  await waitForPort(gateway, STEP_SECONDS);

  const [key, secret] = [randomBytes(8).toString('hex'), randomBytes(16).toString('hex')];
  const user = [
    'user',
    'create',
    '--uid=tests',
    '--display-name=tests',
    `--access-key=${key}`,
    `--secret-key=${secret}`,
  ];
  await ask('radosgw-admin', ...user);
  const url = `http://${key}:${secret}@127.0.0.1:${gateway}`;
  await untilAnswering(`http://127.0.0.1:${gateway}`);
  return url;
}

const FSID = randomUUID();

/** One copy of everything, kept in memory, on loopback, for nobody else. */
function settings(folder: string, monitor: number, gateway: number): string {
  const sections = {
    global: {
      fsid: FSID,
      'mon initial members': 'a',
      'mon host': `v1:127.0.0.1:${monitor}`,
      'ms bind ipv6': false,
      'public addr': '127.0.0.1',
      'cluster addr': '127.0.0.1',
      'auth cluster required': 'none',
      'auth service required': 'none',
      'auth client required': 'none',
      'osd pool default size': 1,
      'osd pool default min size': 1,
      'osd pool default pg num': 8,
      'osd pool default pgp num': 8,
      'mon allow pool size one': true,
      'osd crush chooseleaf type': 0,
      'osd crush update on start': false,
      'osd class update on start': false,
      'osd objectstore': 'memstore',
      'memstore device bytes': BYTES,
      // However little room the machine has left on its disk.
      'mon data avail crit': 1,
      'mon data avail warn': 1,
      'run dir': join(folder, 'run'),
      'admin socket': join(folder, 'run', '$name.asok'),
      'pid file': join(folder, 'run', '$name.pid'),
      'log file': '',
      'mon cluster log file': '',
    },
    'mon.a': { 'mon data': join(folder, 'mon') },
    'osd.0': { 'osd data': join(folder, 'osd') },
    'client.rgw': {
      'rgw frontends': `beast endpoint=127.0.0.1:${gateway}`,
      'rgw data': join(folder, 'rgw'),
      keyring: join(folder, 'rgw', 'keyring'),
    },
  };
  return Object.entries(sections)
    .map(([name, entries]) =>
      [`[${name}]`, ...Object.entries(entries).map(([key, value]) => `${key} = ${value}`), ''].join('\n'),
    )
    .join('\n');
}

async function untilAnswering(url: string): Promise<void> {
  const deadline = Date.now() + STEP_SECONDS * 1000;
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > deadline) throw new Error('The object store does not answer.');
    await wait(100);
  }
}

if (import.meta.main) await runBeside(ensureObjectStore, 'LINTAS_TEST_S3_URL');
