// A reference API as an operator would run it, by its command line, in a temporary folder: with the
// demonstration's data, and a publishable key for one origin.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundleFolder } from '../bundle/manifest.ts';
import { capture, cleanUpAtExit, root, stopProcess } from '../processes.ts';
import { source } from '../tools.ts';

export interface ApiProcess {
  readonly url: string;
  readonly publishableKey: string;
  /** The demonstration authority's key. */
  readonly secretKey: string;
  /** The key of the demonstration's partner that reviews documents. */
  readonly reviewKey: string;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

/** A partner of the demonstration, whose page the tests are. */
const partner = 'rumah-singgah';

/** Prepares and starts an API; resolves when it answers. */
export async function startApiProcess(origin: string): Promise<ApiProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-api-'));
  const forgetFolder = cleanUpAtExit(() => rmSync(folder, { recursive: true, force: true }));
  // Nothing of the developer's own settings: they could name a database that is no test's business.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('LINTAS_'));
  const env = {
    ...Object.fromEntries(inherited),
    LINTAS_DEMO: '1',
    LINTAS_DATA_DIR: folder,
    LINTAS_PORT: '0',
    LINTAS_ELEMENTS_DIR: bundleFolder,
  };

  await lintas(env, 'seed');
  const key = await lintas(
    env,
    'keys',
    'create',
    '--tenant',
    partner,
    '--kind',
    'publishable',
    '--origins',
    origin,
  );
  const publishableKey = /pk_\w+/.exec(key)?.[0];
  if (!publishableKey) throw new Error(`"lintas keys create" answered no key: ${key}`);

  const child = spawn(process.execPath, source('packages/server/bin/lintas.ts', 'serve'), {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const forgetChild = cleanUpAtExit(() => child.kill('SIGKILL'));
  return {
    url: await readUrl(child.stdout),
    publishableKey,
    secretKey: 'sk_demo_authority',
    reviewKey: 'sk_demo_partner',
    async stop() {
      await stopProcess(child);
      rmSync(folder, { recursive: true });
      forgetChild();
      forgetFolder();
    },
  };
}

/** Runs a command to its end; answers what it printed. */
async function lintas(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<string> {
  const { code, output } = await capture(process.execPath, source('packages/server/bin/lintas.ts', ...args), {
    env,
  });
  if (code !== 0) throw new Error(`"lintas ${args[0]}" failed: ${output}`);
  return output;
}

/** The first line says where it answers; the log that follows is read and thrown away. */
async function readUrl(output: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: output });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const url = /http:\S+/.exec(line)?.[0];
      if (url) resolve(url);
    });
    lines.once('close', () => reject(new Error('The API ended before it said where it is.')));
  });
}
